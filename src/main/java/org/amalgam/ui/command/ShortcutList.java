package org.amalgam.ui.command;

import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.amalgam.ui.control.Overlay;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.i18n.Messages;
import org.kordamp.ikonli.feather.Feather;

/** All keys that do something, from the same registry as the palette. */
public final class ShortcutList {

    private final Commands commands;
    private final Messages messages;
    private final Overlay overlay;

    public ShortcutList(Commands commands, Messages messages, Overlay overlay) {
        this.commands = commands;
        this.messages = messages;
        this.overlay = overlay;
    }

    public void show() {
        Button close = new Button();
        close.setId("closeShortcuts");
        close.getStyleClass().addAll("flat", "button-icon");
        close.setGraphic(Parts.icon(Feather.X));
        close.accessibleTextProperty().bind(messages.text("overlay.close"));
        close.setOnAction(event -> overlay.hide());
        Label title = Parts.label(messages.text("command.shortcuts"), "card-title");
        HBox head = new HBox(title, Parts.filler(), close);
        head.setAlignment(Pos.CENTER_LEFT);
        ScrollPane scroll = new ScrollPane(table());
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("edge-to-edge");
        VBox card = new VBox(10, head, scroll);
        card.setId("shortcuts");
        card.getStyleClass().addAll("card", "shortcuts");
        card.setMaxHeight(Region.USE_PREF_SIZE);
        overlay.show(card, Pos.CENTER, close);
    }

    private StringBinding titleOf(Command command) {
        return Bindings.createStringBinding(
                () -> command.title().apply(messages), messages.texts());
    }

    private GridPane table() {
        GridPane table = new GridPane();
        table.setHgap(16);
        table.setVgap(7);
        ColumnConstraints words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        ColumnConstraints keys = new ColumnConstraints();
        keys.setHalignment(HPos.RIGHT);
        table.getColumnConstraints().addAll(words, keys);
        for (Command command : commands.all()) {
            if (!command.keys().isEmpty()) {
                HBox all = new HBox(6);
                all.setAlignment(Pos.CENTER_RIGHT);
                // Two keys of a board may be called the same.
                command.keys().stream()
                        .collect(
                                Collectors.toMap(
                                        KeyCombination::getDisplayText,
                                        Keys::of,
                                        (a, b) -> a,
                                        LinkedHashMap::new))
                        .values()
                        .forEach(all.getChildren()::add);
                Label title = Parts.label(titleOf(command), "wrapped");
                table.addRow(table.getRowCount(), title, all);
            }
        }
        return table;
    }
}
