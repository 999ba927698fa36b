package org.amalgam.ui.control;

import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import org.amalgam.ui.i18n.Messages;

/** One of the values to choose from, in words that follow the language. */
public final class WordCell<T> extends ListCell<T> {

    private final Function<T, String> words;
    private final Messages messages;

    private WordCell(Function<T, String> words, Messages messages) {
        this.words = words;
        this.messages = messages;
    }

    /**
     * Writes all values of a box so.
     *
     * @param words of a value, in the language of now
     */
    public static <T> void in(ComboBox<T> box, Function<T, String> words, Messages messages) {
        box.setCellFactory(list -> new WordCell<>(words, messages));
        box.setButtonCell(new WordCell<>(words, messages));
    }

    @Override
    protected void updateItem(T value, boolean empty) {
        super.updateItem(value, empty);
        textProperty().unbind();
        if (empty || value == null) {
            setText(null);
        } else {
            textProperty()
                    .bind(Bindings.createStringBinding(() -> words.apply(value), messages.texts()));
        }
    }
}
