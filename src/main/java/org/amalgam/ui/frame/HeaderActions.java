package org.amalgam.ui.frame;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.desk.UndoStack;
import org.amalgam.ui.i18n.Messages;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The header's buttons for what the palette does as well. */
final class HeaderActions {

    private static final double FACE = 280;

    /** Has room for all it says. */
    private static final double LEAST_FACE = 230;

    private final Messages messages;

    HeaderActions(Messages messages) {
        this.messages = messages;
    }

    /** Looks like a field to search in, for that is what it opens. */
    Button palette(Label keys, Runnable open) {
        Button button = new Button();
        button.setId("paletteButton");
        button.getStyleClass().add("palette-button");
        HBox face =
                new HBox(
                        8,
                        Parts.icon(Feather.SEARCH),
                        Parts.label(messages.text("palette.prompt")),
                        Parts.filler(),
                        keys);
        face.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        face.setPrefWidth(FACE);
        // The keys are listed elsewhere too; what the button is for is not.
        face.widthProperty()
                .addListener((seen, was, now) -> Parts.show(keys, now.doubleValue() >= LEAST_FACE));
        button.setMinWidth(150);
        button.setGraphic(face);
        button.accessibleTextProperty().bind(messages.text("palette.prompt"));
        button.setOnAction(event -> open.run());
        return button;
    }

    Node undoAndRedo(UndoStack stack) {
        Button undo =
                button(
                        "undoButton",
                        Feather.CORNER_UP_LEFT,
                        stack.nextUndoProperty(),
                        "command.undo",
                        "command.undo-that");
        undo.setOnAction(event -> stack.undo());
        Button redo =
                button(
                        "redoButton",
                        Feather.CORNER_UP_RIGHT,
                        stack.nextRedoProperty(),
                        "command.redo",
                        "command.redo-that");
        redo.setOnAction(event -> stack.redo());
        return new HBox(2, undo, redo);
    }

    private Button button(
            String id,
            Ikon picture,
            ReadOnlyObjectProperty<Optional<UndoStack.Change>> next,
            String key,
            String keyOfThat) {
        Button button = new Button();
        button.setId(id);
        button.getStyleClass().addAll("flat", "button-icon");
        button.setGraphic(Parts.icon(picture));
        button.disableProperty().bind(next.map(Optional::isEmpty));
        StringBinding words =
                Bindings.createStringBinding(
                        () ->
                                next.get()
                                        .map(change -> change.name().apply(messages))
                                        .map(name -> messages.get(keyOfThat, name))
                                        .orElseGet(() -> messages.get(key)),
                        next,
                        messages.texts());
        button.accessibleTextProperty().bind(words);
        button.setTooltip(Parts.tip(words));
        return button;
    }
}
