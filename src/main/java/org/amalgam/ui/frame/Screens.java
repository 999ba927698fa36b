package org.amalgam.ui.frame;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;

/** The screens there are, each made when it is first shown. For the FX thread. */
public final class Screens {

    private final Node start;
    private final Map<Screen, Supplier<Parent>> makers = new EnumMap<>(Screen.class);
    private final Map<Screen, Parent> made = new EnumMap<>(Screen.class);

    /**
     * @param start what stands in the middle while there is nothing to look at
     */
    public Screens(Node start) {
        this.start = start;
    }

    /** Puts a screen on the rail. */
    public void add(Screen screen, Supplier<Parent> maker) {
        makers.put(screen, maker);
    }

    Node start() {
        return start;
    }

    /** In the order of the rail. */
    List<Screen> all() {
        return List.copyOf(makers.keySet());
    }

    Parent of(Screen screen) {
        return made.computeIfAbsent(screen, first -> makers.get(first).get());
    }
}
