package org.amalgam.ui.rules;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.binding.BooleanBinding;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.amalgam.domain.rule.MerchandisingRule;
import org.amalgam.domain.rule.RuleChange;
import org.amalgam.ui.control.Fxml;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.control.Toggles;
import org.amalgam.ui.i18n.Messages;

/** The screen of rules; see {@code Rules.fxml}. */
public final class RulesView {

    private final RulesViewModel model;
    private final Messages messages;
    private final RulePreviewPane previews;
    private final BooleanBinding canUndo;
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
        this.canUndo = model.canUndo();
        this.messages = messages;
        this.root = Fxml.load(this, messages);
        this.previews = new RulePreviewPane(previewPane, messages);
        RuleTables tables = new RuleTables(model, messages, model::catalogue);
        tables.book(bookTable);
        tables.trail(trailTable);
        editorPane.setContent(new RuleEditorView(model, messages).root());
        bindTabs();
        follow(this::showBook, model.bookProperty(), messages.languageProperty());
        follow(this::showTrail, model.trailProperty(), messages.languageProperty());
        follow(this::showPreview, model.previewProperty(), messages.languageProperty());
        changeBar.visibleProperty().bind(canUndo);
        changeBar.managedProperty().bind(canUndo);
        changeLabel.textProperty().bind(messages.text("rules.changed"));
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
        Toggles.oneOf(List.of(bookTab, trailTab));
        follow(
                () -> {
                    Parts.show(bookTable, bookTab.isSelected());
                    Parts.show(trailTable, trailTab.isSelected());
                },
                bookTab.selectedProperty(),
                trailTab.selectedProperty());
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

    @FXML
    void undo() {
        model.undo();
    }
}
