package org.amalgam.ui.command;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.input.KeyCombination;
import org.amalgam.ui.i18n.Messages;

/**
 * Something the user can do, by its name in the palette or by keys.
 *
 * @param id such as {@code go.live}; unique
 * @param title its name in a language
 * @param keys each does the same
 * @param hindrance key of the reason why it cannot be done now; empty when it can
 */
public record Command(
        String id,
        Function<Messages, String> title,
        List<KeyCombination> keys,
        Supplier<Optional<String>> hindrance,
        Runnable action) {

    public Command {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        keys = List.copyOf(keys);
        requireNonNull(hindrance, "hindrance");
        requireNonNull(action, "action");
    }

    /** A command that can always be done. */
    public static Command of(String id, String titleKey, Runnable action) {
        return new Command(id, words -> words.get(titleKey), List.of(), Optional::empty, action);
    }

    public Command titled(Function<Messages, String> words) {
        return new Command(id, words, keys, hindrance, action);
    }

    /** The first of the keys is the one shown where there is room for one. */
    public Command on(KeyCombination... combinations) {
        return new Command(id, title, List.of(combinations), hindrance, action);
    }

    /** With what holds it up, apart from what did so far. */
    public Command unless(Supplier<Optional<String>> reason) {
        return new Command(id, title, keys, () -> hindrance.get().or(reason), action);
    }
}
