package org.amalgam.ui.rules;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.amalgam.domain.rule.MerchandisingRule;
import org.amalgam.domain.rule.RuleEffect;
import org.amalgam.ui.control.Fxml;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.control.WordCell;
import org.amalgam.ui.i18n.Messages;
import org.amalgam.ui.rules.Completion.Suggestion;

/** The form of a rule; see {@code RuleEditor.fxml}. */
final class RuleEditorView {

    private final RulesViewModel model;
    private final RuleDraft draft;
    private final Messages messages;
    private final RuleWords words;
    private final Parent root;

    @FXML private Label editorTitle;
    @FXML private Button newButton;
    @FXML private ComboBox<RuleDraft.Effect> effectChoice;
    @FXML private HBox placeRow;
    @FXML private Spinner<Integer> placeSpinner;
    @FXML private VBox strengthRow;
    @FXML private Label strengthLabel;
    @FXML private Slider strengthSlider;
    @FXML private Label strengthHint;
    @FXML private ComboBox<RuleDraft.Scope> scopeChoice;
    @FXML private TextField nameField;
    @FXML private HBox priceFields;
    @FXML private TextField priceFrom;
    @FXML private TextField priceBelow;
    @FXML private ListView<Suggestion> suggestions;
    @FXML private DatePicker fromPicker;
    @FXML private DatePicker untilPicker;
    @FXML private TextField noteField;
    @FXML private TextField whyField;
    @FXML private Label problemLabel;
    @FXML private Button previewButton;
    @FXML private Button applyButton;

    RuleEditorView(RulesViewModel model, Messages messages) {
        this.model = model;
        this.draft = model.draft();
        this.messages = messages;
        this.words = new RuleWords(messages);
        this.root = Fxml.load(this, messages);
        nameControls();
        bindEffect();
        bindScope();
        bindRest();
        RulesView.follow(this::showEditor, model.editedProperty(), messages.languageProperty());
        RulesView.follow(this::showProblem, model.watched());
        messages.languageProperty().addListener(changed -> showProblem());
    }

    Parent root() {
        return root;
    }

    private void bindEffect() {
        effectChoice.getItems().setAll(RuleDraft.Effect.values());
        WordCell.in(effectChoice, this::name, messages);
        effectChoice.valueProperty().bindBidirectional(draft.effectProperty());
        placeSpinner.setValueFactory(
                new SpinnerValueFactory.IntegerSpinnerValueFactory(1, RuleEffect.LAST_PLACE));
        placeSpinner.getValueFactory().valueProperty().bindBidirectional(draft.placeProperty());
        strengthSlider.valueProperty().bindBidirectional(draft.strengthProperty());
        strengthLabel
                .textProperty()
                .bind(messages.text("rules.strength-value", draft.strengthProperty()));
        RulesView.follow(this::showEffect, draft.effectProperty(), messages.languageProperty());
    }

    private void showEffect() {
        RuleDraft.Effect effect = draft.effectProperty().get();
        boolean boost = effect == RuleDraft.Effect.BOOST;
        Parts.show(placeRow, effect == RuleDraft.Effect.PIN);
        Parts.show(strengthRow, boost || effect == RuleDraft.Effect.BURY);
        strengthHint.setText(messages.get(boost ? "rules.boost-hint" : "rules.bury-hint"));
    }

    private String name(RuleDraft.Effect effect) {
        return switch (effect) {
            case PIN -> messages.get("rules.effect.pin");
            case BOOST -> messages.get("rules.effect.boost");
            case BURY -> messages.get("rules.effect.bury");
            case EXCLUDE -> messages.get("rules.effect.exclude");
        };
    }

    private String name(RuleDraft.Scope scope) {
        return switch (scope) {
            case ITEM -> messages.get("rules.scope.item");
            case BRAND -> messages.get("rules.scope.brand");
            case CATEGORY -> messages.get("rules.scope.category");
            case PRICE -> messages.get("rules.scope.price");
        };
    }

    private void bindScope() {
        scopeChoice.getItems().setAll(RuleDraft.Scope.values());
        WordCell.in(scopeChoice, this::name, messages);
        scopeChoice.valueProperty().bindBidirectional(draft.scopeProperty());
        nameField.textProperty().bindBidirectional(draft.nameProperty());
        priceFrom.textProperty().bindBidirectional(draft.priceFromProperty());
        priceBelow.textProperty().bindBidirectional(draft.priceBelowProperty());
        RulesView.follow(this::showScope, draft.scopeProperty());
        new NameSuggestions(nameField, suggestions, messages, model::suggestions)
                .follow(draft.scopeProperty(), draft.nameProperty());
    }

    private void showScope() {
        boolean prices = draft.scopeProperty().get() == RuleDraft.Scope.PRICE;
        Parts.show(nameField, !prices);
        Parts.show(priceFields, prices);
    }

    /** Not in FXML, which cannot bind texts of controls that it makes by named arguments. */
    private void nameControls() {
        name(placeSpinner, "rules.place");
        name(nameField, "rules.name");
        name(priceFrom, "rules.price-from");
        name(priceBelow, "rules.price-below");
        name(suggestions, "rules.suggestions");
        name(fromPicker, "rules.from");
        name(untilPicker, "rules.until");
        name(noteField, "rules.note");
        name(whyField, "rules.why");
        priceFrom.promptTextProperty().bind(messages.text("rules.price-from"));
        priceBelow.promptTextProperty().bind(messages.text("rules.price-below"));
        fromPicker.promptTextProperty().bind(messages.text("rules.from-ever"));
        untilPicker.promptTextProperty().bind(messages.text("rules.for-ever"));
        whyField.promptTextProperty().bind(messages.text("rules.why-hint"));
    }

    private void name(Control control, String key) {
        control.accessibleTextProperty().bind(messages.text(key));
    }

    private void bindRest() {
        fromPicker.valueProperty().bindBidirectional(draft.fromProperty());
        untilPicker.valueProperty().bindBidirectional(draft.untilProperty());
        noteField.textProperty().bindBidirectional(draft.noteProperty());
        whyField.textProperty().bindBidirectional(model.whyProperty());
        applyButton.disableProperty().bind(model.canApply().not());
        previewButton.disableProperty().bind(model.canPreview().not());
    }

    private void showEditor() {
        Optional<MerchandisingRule> edited = model.editedProperty().get();
        editorTitle.setText(
                edited.map(rule -> messages.get("rules.edit", rule.number()))
                        .orElseGet(() -> messages.get("rules.write")));
        Parts.show(newButton, edited.isPresent());
    }

    private void showProblem() {
        Optional<String> problem = model.problem().map(words::problem);
        Parts.show(problemLabel, problem.isPresent());
        problemLabel.setText(problem.orElse(""));
    }

    @FXML
    void beginAnew() {
        model.beginAnew();
    }

    @FXML
    void preview() {
        model.preview();
    }

    @FXML
    void apply() {
        model.apply();
    }
}
