package org.amalgam.ui.rules;

import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.amalgam.domain.rule.MerchandisingRule;
import org.amalgam.domain.rule.RuleChange;
import org.amalgam.ui.control.Fxml;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.i18n.Messages;

/** The screen of rules; see {@code Rules.fxml}. */
public final class RulesView {

    private final RulesViewModel model;
    private final Messages messages;
    private final RulePreviewPane previews;
    private final Parent root;

    @FXML private Label countLabel;
    @FXML private HBox changeBar;
    @FXML private Label changeLabel;
    @FXML private ToggleButton bookTab;
    @FXML private ToggleButton trailTab;
    @FXML private TableView<MerchandisingRule> bookTable;
    @FXML private TableView<RuleChange> trailTable;
    @FXML private VBox previewPane;
    @FXML private ScrollPane editorPane;

    public RulesView(RulesViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        this.root = Fxml.load(this, messages);
        this.previews = new RulePreviewPane(previewPane, messages);
        RuleTables tables = new RuleTables(model, messages, model::catalogue);
        tables.book(bookTable);
        tables.trail(trailTable);
        editorPane.setContent(new RuleEditorView(model, messages).root());
        bindTabs();
        follow(this::showBook, model.bookProperty(), messages.languageProperty());
        follow(this::showTrail, model.trailProperty());
        follow(this::showPreview, model.previewProperty(), messages.languageProperty());
        follow(this::showChange, model.lastChangeProperty(), messages.languageProperty());
    }

    public Parent root() {
        return root;
    }

    /** Shows now, and whenever one of these changes. */
    static void follow(Runnable show, Observable... sources) {
        InvalidationListener listener = changed -> show.run();
        for (Observable source : sources) {
            source.addListener(listener);
        }
        show.run();
    }

    private void bindTabs() {
        ToggleGroup tabs = new ToggleGroup();
        tabs.getToggles().addAll(bookTab, trailTab);
        bookTab.setOnAction(event -> choose(bookTab));
        trailTab.setOnAction(event -> choose(trailTab));
        choose(bookTab);
    }

    /** A tab pressed again stays chosen, which a toggle of its own accord does not. */
    private void choose(ToggleButton tab) {
        tab.setSelected(true);
        Parts.show(bookTable, tab == bookTab);
        Parts.show(trailTable, tab == trailTab);
    }

    private void showBook() {
        int chosen = bookTable.getSelectionModel().getSelectedIndex();
        List<MerchandisingRule> rules = model.bookProperty().get().rules();
        bookTable.getItems().setAll(rules);
        bookTable.getSelectionModel().select(Math.min(chosen, rules.size() - 1));
        long acting = rules.stream().filter(MerchandisingRule::enabled).count();
        countLabel.setText(messages.get("rules.count", rules.size(), acting));
    }

    private void showTrail() {
        trailTable.getItems().setAll(model.trailProperty().get());
    }

    private void showPreview() {
        previews.show(model.previewProperty().get(), model.catalogue());
    }

    private void showChange() {
        Optional<RulesViewModel.BookChange> change = model.lastChangeProperty().get();
        Parts.show(changeBar, change.isPresent());
        changeLabel.setText(change.isPresent() ? messages.get("rules.changed") : "");
    }

    @FXML
    void undo() {
        model.undo();
    }
}
