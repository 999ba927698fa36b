package org.amalgam.ui.control;

import java.util.Arrays;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Puts panels of different heights into equally wide columns, each where there is room highest up,
 * as on a notice board. A panel too wide for one column takes as many as it needs.
 */
public final class Columns extends Pane {

    private static final double GAP = 12;
    private static final double LEAST_WIDTH = 280;

    public Columns() {
        setMinWidth(LEAST_WIDTH);
    }

    @Override
    public javafx.geometry.Orientation getContentBias() {
        return javafx.geometry.Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return place(width < 0 ? LEAST_WIDTH * 2 : width, false);
    }

    @Override
    protected void layoutChildren() {
        place(getWidth(), true);
    }

    private double place(double width, boolean move) {
        Insets insets = getInsets();
        List<Node> panels = getManagedChildren();
        int columns = Math.max(1, (int) ((width + GAP) / (LEAST_WIDTH + GAP)));
        columns = Math.max(1, Math.min(columns, panels.size()));
        double each = Math.floor((width - GAP * (columns - 1)) / columns);
        double[] filled = new double[columns];
        for (Node panel : panels) {
            int span = (int) Math.ceil((panel.prefWidth(-1) + GAP) / (each + GAP));
            span = Math.max(1, Math.min(span, columns));
            int column = highest(filled, span);
            double y = lowest(filled, column, span);
            double breadth = span * (each + GAP) - GAP;
            double height = Math.ceil(panel.prefHeight(breadth));
            if (move) {
                double x = insets.getLeft() + column * (each + GAP);
                panel.resizeRelocate(x, insets.getTop() + y, breadth, height);
            }
            Arrays.fill(filled, column, column + span, y + height + GAP);
        }
        double tallest = lowest(filled, 0, columns);
        return insets.getTop() + Math.max(0, tallest - GAP) + insets.getBottom();
    }

    /** First of the columns where a panel of this breadth can stand highest up. */
    private static int highest(double[] filled, int span) {
        int best = 0;
        for (int i = 1; i + span <= filled.length; i++) {
            if (lowest(filled, i, span) < lowest(filled, best, span)) {
                best = i;
            }
        }
        return best;
    }

    private static double lowest(double[] filled, int from, int span) {
        return Arrays.stream(filled, from, from + span).max().orElse(0);
    }
}
