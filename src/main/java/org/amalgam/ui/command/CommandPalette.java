package org.amalgam.ui.command;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.amalgam.ui.control.Overlay;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.i18n.Language;
import org.amalgam.ui.i18n.Messages;

/** Finds commands by a few letters, in the window's language or in English, and does them. */
public final class CommandPalette {

    private static final double ROW = 42;
    private static final int MOST_ROWS = 9;

    private final Commands commands;
    private final Messages messages;
    private final Messages english = new Messages();
    private final Overlay overlay;
    private final TextField query = new TextField();
    private final ListView<Command> list = new ListView<>();
    private final VBox card = new VBox(query, list);

    public CommandPalette(Commands commands, Messages messages, Overlay overlay) {
        this.commands = commands;
        this.messages = messages;
        this.overlay = overlay;
        english.languageProperty().set(Language.ENGLISH);
        card.getStyleClass().addAll("card", "palette");
        card.setMaxHeight(Region.USE_PREF_SIZE);
        query.setId("paletteQuery");
        query.promptTextProperty().bind(messages.text("palette.prompt"));
        query.accessibleTextProperty().bind(messages.text("palette.prompt"));
        query.textProperty().addListener(changed -> find());
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        list.setId("paletteList");
        list.accessibleTextProperty().bind(messages.text("palette.list"));
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.setCellFactory(shown -> new Row());
        list.setPlaceholder(Parts.label(messages.text("palette.none"), "hint"));
        list.setOnMouseClicked(event -> run());
    }

    /** Opens the palette, empty; closes it when it is open. */
    public void toggle() {
        if (card.getScene() != null) {
            overlay.hide();
            return;
        }
        query.clear();
        find();
        overlay.show(card, Pos.TOP_CENTER, query);
    }

    private void onKey(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> move(1, event);
            case UP -> move(-1, event);
            case ENTER -> {
                run();
                event.consume();
            }
            default -> {
                if (event.getCode() == KeyCode.K && event.isShortcutDown()) {
                    overlay.hide();
                    event.consume();
                }
            }
        }
    }

    private void move(int step, KeyEvent event) {
        int size = list.getItems().size();
        if (size > 0) {
            int next = Math.floorMod(list.getSelectionModel().getSelectedIndex() + step, size);
            list.getSelectionModel().select(next);
            list.scrollTo(Math.max(0, next - MOST_ROWS + 2));
        }
        event.consume();
    }

    /** What cannot be done now stays where it is, with its reason. */
    private void run() {
        Command chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null && chosen.hindrance().get().isEmpty()) {
            overlay.hide();
            commands.run(chosen);
        }
    }

    private void find() {
        List<Command> found =
                commands.all().stream()
                        .filter(command -> score(command).isPresent())
                        .sorted(Comparator.comparingInt(one -> -score(one).orElseThrow()))
                        .toList();
        list.getItems().setAll(found);
        list.setPrefHeight(ROW * Math.max(1, Math.min(MOST_ROWS, found.size())) + 2);
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    private OptionalInt score(Command command) {
        OptionalInt own = Fuzzy.score(query.getText(), command.title().apply(messages));
        OptionalInt other = Fuzzy.score(query.getText(), command.title().apply(english));
        if (own.isPresent() && other.isPresent()) {
            return own.getAsInt() >= other.getAsInt() ? own : other;
        }
        return own.isPresent() ? own : other;
    }

    /** A command's name, why it cannot be done now, and its keys. */
    private final class Row extends ListCell<Command> {

        private final Label title = Parts.label("", "palette-title");
        private final Label reason = Parts.label("", "hint");
        private final StackPane keys = new StackPane();
        private final HBox row = new HBox(12, title, reason, Parts.filler(), keys);

        Row() {
            row.setAlignment(Pos.CENTER_LEFT);
            title.setMinWidth(Label.USE_PREF_SIZE);
            keys.setMinWidth(Label.USE_PREF_SIZE);
            reason.setMinWidth(0);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Command command, boolean empty) {
            super.updateItem(command, empty);
            setGraphic(empty ? null : row);
            if (!empty) {
                Optional<String> why = command.hindrance().get().map(messages::get);
                title.setText(command.title().apply(messages));
                title.setDisable(why.isPresent());
                reason.setText(why.orElse(""));
                keys.getChildren().setAll(command.keys().stream().limit(1).map(Keys::of).toList());
                setAccessibleText(title.getText() + " " + reason.getText());
            }
        }
    }
}
