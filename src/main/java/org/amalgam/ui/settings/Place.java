package org.amalgam.ui.settings;

import java.util.List;
import javafx.geometry.Rectangle2D;

/** Where a window stands and how large it is, in pixels of the desktop. */
public record Place(double x, double y, double width, double height) {

    /** So much of a window must be on a screen for people to take hold of it. */
    private static final double GRIP_WIDTH = 120;

    private static final double GRIP_HEIGHT = 40;

    /**
     * Whether the window's upper edge can be reached on one of these screens; one of them may be
     * gone since the window stood there.
     */
    public boolean reachable(List<Rectangle2D> screens) {
        return screens.stream().anyMatch(this::canBeGrippedOn);
    }

    private boolean canBeGrippedOn(Rectangle2D screen) {
        double across = Math.min(x + width, screen.getMaxX()) - Math.max(x, screen.getMinX());
        boolean edge = y >= screen.getMinY() - 1 && y + GRIP_HEIGHT <= screen.getMaxY();
        return edge && across >= GRIP_WIDTH;
    }
}
