package org.amalgam.ui.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;

/** All commands there are. For the FX thread. */
public final class Commands {

    private final List<Supplier<List<Command>>> sources = new ArrayList<>();
    private final Consumer<String> sayWhyNot;

    /**
     * @param sayWhyNot gets the key of the reason when keys ask for what cannot be done now
     */
    public Commands(Consumer<String> sayWhyNot) {
        this.sayWhyNot = sayWhyNot;
    }

    public void add(Command command) {
        sources.add(() -> List.of(command));
    }

    /** Adds commands that come and go, such as one for every store used lately. */
    public void addAll(Supplier<List<Command>> source) {
        sources.add(source);
    }

    /** Those there are now, in the order in which they were added. */
    public List<Command> all() {
        return sources.stream().flatMap(source -> source.get().stream()).toList();
    }

    /** Does it, or says why not. */
    public void run(Command command) {
        Optional<String> reason = command.hindrance().get();
        reason.ifPresentOrElse(sayWhyNot, command.action());
    }

    /**
     * Makes the keys work in a window. Keys that also type something, such as a letter alone, are
     * left to the screens, which know when the user is typing.
     */
    public void install(Scene scene) {
        scene.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event ->
                        all().stream()
                                .filter(command -> asksFor(event, command))
                                .findFirst()
                                .ifPresent(
                                        command -> {
                                            event.consume();
                                            run(command);
                                        }));
    }

    private static boolean asksFor(KeyEvent event, Command command) {
        return command.keys().stream()
                .filter(keys -> !types(keys, event))
                .anyMatch(keys -> keys.match(event));
    }

    private static boolean types(KeyCombination keys, KeyEvent event) {
        return keys.getShortcut() != ModifierValue.DOWN && !event.getCode().isFunctionKey();
    }
}
