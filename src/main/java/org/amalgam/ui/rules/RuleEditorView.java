package org.amalgam.ui.rules;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Control;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.amalgam.domain.rule.MerchandisingRule;
import org.amalgam.domain.rule.RuleEffect;
import org.amalgam.ui.control.Fxml;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.control.Titles;
import org.amalgam.ui.i18n.Messages;
import org.amalgam.ui.rules.Completion.Suggestion;

/** The form of a rule; see {@code RuleEditor.fxml}. */
final class RuleEditorView {

    private static final double SUGGESTION = 26;
    private static final int MOST_SUGGESTIONS = 6;

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
        messages.languageProperty().addListener(changed -> showLanguage());
    }

    Parent root() {
        return root;
    }

    /** Cells of choices do not follow the language of themselves. */
    private void showLanguage() {
        showProblem();
        effectChoice.setButtonCell(new WordCell<>(this::name));
        effectChoice.setCellFactory(list -> new WordCell<>(this::name));
        scopeChoice.setButtonCell(new WordCell<>(this::name));
        scopeChoice.setCellFactory(list -> new WordCell<>(this::name));
    }

    private void bindEffect() {
        effectChoice.getItems().setAll(RuleDraft.Effect.values());
        effectChoice.setCellFactory(list -> new WordCell<>(this::name));
        effectChoice.setButtonCell(new WordCell<>(this::name));
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
        scopeChoice.setCellFactory(list -> new WordCell<>(this::name));
        scopeChoice.setButtonCell(new WordCell<>(this::name));
        scopeChoice.valueProperty().bindBidirectional(draft.scopeProperty());
        nameField.textProperty().bindBidirectional(draft.nameProperty());
        priceFrom.textProperty().bindBidirectional(draft.priceFromProperty());
        priceBelow.textProperty().bindBidirectional(draft.priceBelowProperty());
        suggestions.setFixedCellSize(SUGGESTION);
        suggestions.setCellFactory(list -> new SuggestionCell());
        suggestions.setOnMouseClicked(click -> take());
        suggestions.setOnKeyPressed(
                key -> {
                    if (key.getCode() == KeyCode.ENTER) {
                        take();
                    }
                });
        nameField.setOnKeyPressed(
                key -> {
                    if (key.getCode() == KeyCode.DOWN && suggestions.isVisible()) {
                        suggestions.requestFocus();
                        suggestions.getSelectionModel().selectFirst();
                        key.consume();
                    }
                });
        RulesView.follow(this::suggest, draft.scopeProperty(), draft.nameProperty());
        // Later, for in between neither of them has the focus, and a list that hides cannot get it.
        nameField.focusedProperty().addListener(changed -> Platform.runLater(this::suggest));
        suggestions.focusedProperty().addListener(changed -> Platform.runLater(this::suggest));
    }

    private void suggest() {
        boolean prices = draft.scopeProperty().get() == RuleDraft.Scope.PRICE;
        Parts.show(nameField, !prices);
        Parts.show(priceFields, prices);
        boolean asked = nameField.isFocused() || suggestions.isFocused();
        List<Suggestion> found = asked ? model.suggestions() : List.of();
        if (!suggestions.getItems().equals(found)) {
            suggestions.getItems().setAll(found);
        }
        double rows = Math.min(found.size(), MOST_SUGGESTIONS);
        suggestions.setPrefHeight(rows * SUGGESTION + 2);
        suggestions.setMinHeight(rows * SUGGESTION + 2);
        Parts.show(suggestions, !found.isEmpty());
    }

    private void take() {
        Suggestion chosen = suggestions.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            draft.nameProperty().set(chosen.name());
            nameField.requestFocus();
            nameField.end();
        }
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

    /** A choice in words, which follow the language when it is shown anew. */
    private static final class WordCell<T> extends ListCell<T> {

        private final Function<T, String> words;

        WordCell(Function<T, String> words) {
            this.words = words;
        }

        @Override
        protected void updateItem(T choice, boolean empty) {
            super.updateItem(choice, empty);
            setText(empty || choice == null ? null : words.apply(choice));
        }
    }

    /** A name and, where that is an item's id, the item's title. */
    private final class SuggestionCell extends ListCell<Suggestion> {
        @Override
        protected void updateItem(Suggestion suggestion, boolean empty) {
            super.updateItem(suggestion, empty);
            Optional<Suggestion> shown = empty ? Optional.empty() : Optional.ofNullable(suggestion);
            setText(shown.map(Suggestion::name).orElse(null));
            setGraphic(
                    shown.flatMap(Suggestion::item)
                            .map(item -> Titles.of(item, messages.chinese()).first())
                            .map(title -> Parts.label(title, "suggestion-what"))
                            .orElse(null));
            setContentDisplay(ContentDisplay.RIGHT);
        }
    }
}
