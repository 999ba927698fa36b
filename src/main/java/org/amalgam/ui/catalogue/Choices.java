package org.amalgam.ui.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.amalgam.ui.i18n.Messages;

/** Combo boxes whose words follow the language. */
final class Choices {

    private Choices() {}

    /** Ties a box to what is chosen. */
    static <T> void bind(
            ComboBox<T> box, Property<T> chosen, Function<T, String> words, Messages messages) {
        box.setConverter(converter(words));
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
                            box.setConverter(converter(words));
                            T now = box.getValue();
                            // Only another value makes a box write its words anew.
                            box.setValue(null);
                            box.setValue(now);
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

    private static <T> StringConverter<T> converter(Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("a value is chosen, never written");
            }
        };
    }
}
