package org.amalgam.ui.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import org.amalgam.ui.i18n.Messages;

/** Combo boxes whose words follow the language. */
final class Choices {

    private Choices() {}

    /** Ties a box to what is chosen. */
    static <T> void bind(
            ComboBox<T> box, Property<T> chosen, Function<T, String> words, Messages messages) {
        box.setCellFactory(list -> cell(words));
        box.setButtonCell(cell(words));
        box.setValue(chosen.getValue());
        chosen.addListener((seen, was, now) -> box.setValue(now));
        box.valueProperty()
                .addListener(
                        (seen, was, now) -> {
                            // A box whose items are exchanged has no value for a moment.
                            if (now != null) {
                                chosen.setValue(now);
                            }
                        });
        messages.languageProperty()
                .addListener(
                        changed -> {
                            box.setCellFactory(list -> cell(words));
                            box.setButtonCell(cell(words));
                        });
    }

    /** Any, and then these; what is chosen stays. */
    static <T> void fill(ComboBox<Optional<T>> box, List<T> values) {
        List<Optional<T>> choices = new ArrayList<>();
        choices.add(Optional.empty());
        values.forEach(value -> choices.add(Optional.of(value)));
        if (!choices.equals(box.getItems())) {
            Optional<T> before = box.getValue();
            box.getItems().setAll(choices);
            box.setValue(before);
        }
    }

    private static <T> ListCell<T> cell(Function<T, String> words) {
        return new ListCell<>() {
            @Override
            protected void updateItem(T value, boolean empty) {
                super.updateItem(value, empty);
                setText(empty || value == null ? null : words.apply(value));
            }
        };
    }
}
