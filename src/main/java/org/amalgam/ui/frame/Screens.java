package org.amalgam.ui.frame;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.layout.Region;

/** The screens there are, each made when it is first shown. For the FX thread. */
public final class Screens {

    private static final double LEAST_WIDTH = 1_080;
    private static final double LEAST_HEIGHT = 590;

    private final Region start;
    private final Map<Screen, Supplier<Parent>> makers = new EnumMap<>(Screen.class);
    private final Map<Screen, Region> made = new EnumMap<>(Screen.class);

    /**
     * @param start what stands in the middle while there is nothing to look at
     */
    public Screens(Region start) {
        this.start = start;
    }

    /** Puts a screen on the rail. */
    public void add(Screen screen, Supplier<Parent> maker) {
        makers.put(screen, maker);
    }

    Region start() {
        return start;
    }

    /** In the order of the rail. */
    public List<Screen> all() {
        return List.copyOf(makers.keySet());
    }

    Region of(Screen screen) {
        return made.computeIfAbsent(screen, first -> sized((Region) makers.get(first).get()));
    }

    /** A screen that does not say itself how small it can get gets its least size here. */
    private static Region sized(Region screen) {
        if (screen.getMinWidth() == Region.USE_COMPUTED_SIZE) {
            screen.setMinWidth(LEAST_WIDTH);
        }
        if (screen.getMinHeight() == Region.USE_COMPUTED_SIZE) {
            screen.setMinHeight(LEAST_HEIGHT);
        }
        return screen;
    }
}
