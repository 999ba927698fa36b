package org.amalgam.ui.rules;

import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.rule.MerchandisingRule;
import org.amalgam.domain.rule.RuleChange;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.control.Times;
import org.amalgam.ui.i18n.Messages;

/** Sets up the tables of rules and of their changes. */
final class RuleTables {

    private static final double ROW = 32;

    private final RulesViewModel model;
    private final Messages messages;
    private final RuleWords words;
    private final Supplier<Catalogue> catalogue;

    RuleTables(RulesViewModel model, Messages messages, Supplier<Catalogue> catalogue) {
        this.model = model;
        this.messages = messages;
        this.words = new RuleWords(messages);
        this.catalogue = catalogue;
    }

    /** Space switches the chosen rule, Enter takes it up to be changed, Delete removes it. */
    void book(TableView<MerchandisingRule> table) {
        table.getColumns().add(switches());
        table.getColumns().add(column("rules.column.rule", 52, rule -> "" + rule.number()));
        table.getColumns()
                .add(column("rules.column.does", 130, rule -> words.effect(rule.effect())));
        table.getColumns()
                .add(
                        column(
                                "rules.column.about",
                                230,
                                rule -> words.scope(rule.scope(), catalogue.get())));
        table.getColumns().add(column("rules.column.when", 150, words::when));
        table.getColumns().add(column("rules.column.note", 200, MerchandisingRule::note));
        tidy(table, "rules.none");
        table.setOnMouseClicked(
                click -> {
                    if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2) {
                        edit(table);
                    }
                });
        table.addEventFilter(KeyEvent.KEY_PRESSED, key -> act(table, key));
    }

    private void act(TableView<MerchandisingRule> table, KeyEvent key) {
        MerchandisingRule chosen = table.getSelectionModel().getSelectedItem();
        if (chosen == null) {
            return;
        }
        if (key.getCode() == KeyCode.SPACE) {
            model.enable(chosen, !chosen.enabled());
        } else if (key.getCode() == KeyCode.ENTER) {
            edit(table);
        } else if (key.getCode() == KeyCode.DELETE || key.getCode() == KeyCode.BACK_SPACE) {
            model.remove(chosen);
        } else {
            return;
        }
        key.consume();
    }

    private void edit(TableView<MerchandisingRule> table) {
        MerchandisingRule chosen = table.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            model.edit(chosen);
        }
    }

    private TableColumn<MerchandisingRule, MerchandisingRule> switches() {
        TableColumn<MerchandisingRule, MerchandisingRule> column = new TableColumn<>();
        column.textProperty().bind(messages.text("rules.column.on"));
        column.setPrefWidth(56);
        column.setMinWidth(56);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(any -> new SwitchCell());
        return column;
    }

    /** Whether the rule acts, to be switched by a click. */
    private final class SwitchCell extends TableCell<MerchandisingRule, MerchandisingRule> {

        private final CheckBox box = new CheckBox();

        SwitchCell() {
            setAlignment(Pos.CENTER);
            // The table's own keys reach it already.
            box.setFocusTraversable(false);
            box.setOnAction(click -> model.enable(getItem(), box.isSelected()));
        }

        @Override
        protected void updateItem(MerchandisingRule rule, boolean empty) {
            super.updateItem(rule, empty);
            setGraphic(empty || rule == null ? null : box);
            if (rule != null && !empty) {
                box.setId("rule-on-" + rule.number());
                box.setSelected(rule.enabled());
                box.setAccessibleText(messages.get("rules.switch", rule.number()));
            }
        }
    }

    void trail(TableView<RuleChange> table) {
        TableColumn<RuleChange, String> time =
                column("rules.column.time", 136, change -> Times.minute(change.time()));
        time.setMinWidth(136);
        table.getColumns().add(time);
        TableColumn<RuleChange, String> who =
                column("rules.column.who", 130, change -> words.who(change.who()));
        who.setMinWidth(124);
        table.getColumns().add(who);
        table.getColumns().add(column("rules.column.rule", 52, change -> "" + change.rule()));
        table.getColumns()
                .add(
                        column(
                                "rules.column.before",
                                190,
                                change -> words.version(change.before(), catalogue.get())));
        table.getColumns()
                .add(
                        column(
                                "rules.column.after",
                                190,
                                change -> words.version(change.after(), catalogue.get())));
        table.getColumns().add(column("rules.column.why", 130, RuleChange::why));
        tidy(table, "rules.trail-none");
    }

    private <T> TableColumn<T, String> column(String key, double width, Function<T, String> text) {
        TableColumn<T, String> column = new TableColumn<>();
        column.textProperty().bind(messages.text(key));
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> cell(text.apply(row.getValue())));
        column.setCellFactory(any -> new TextCell<>());
        return column;
    }

    private static ObservableValue<String> cell(String text) {
        return new ReadOnlyStringWrapper(text);
    }

    /** A text with its whole length as a tip, for columns cut it off. */
    private static final class TextCell<T> extends TableCell<T, String> {

        @Override
        protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            boolean blank = empty || text == null || text.isEmpty();
            setText(blank ? null : text);
            setTooltip(blank ? null : new Tooltip(text));
            boolean off =
                    !empty
                            && getTableRow() != null
                            && getTableRow().getItem() instanceof MerchandisingRule rule
                            && !rule.enabled();
            getStyleClass().remove("off");
            if (off) {
                getStyleClass().add("off");
            }
        }
    }

    private <T> void tidy(TableView<T> table, String emptyKey) {
        table.setFixedCellSize(ROW);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        Label empty = Parts.label(messages.text(emptyKey), "hint", "wrapped");
        empty.setMaxWidth(420);
        table.setPlaceholder(empty);
    }
}
