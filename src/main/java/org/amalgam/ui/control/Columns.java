package org.amalgam.ui.control;

import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Puts panels of different heights into equally wide columns, each below the shortest so far, as on
 * a notice board.
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
            int column = shortest(filled);
            double height = Math.ceil(panel.prefHeight(each));
            if (move) {
                double x = insets.getLeft() + column * (each + GAP);
                panel.resizeRelocate(x, insets.getTop() + filled[column], each, height);
            }
            filled[column] += height + GAP;
        }
        double tallest = 0;
        for (double height : filled) {
            tallest = Math.max(tallest, height);
        }
        return insets.getTop() + Math.max(0, tallest - GAP) + insets.getBottom();
    }

    private static int shortest(double[] filled) {
        int best = 0;
        for (int i = 1; i < filled.length; i++) {
            if (filled[i] < filled[best]) {
                best = i;
            }
        }
        return best;
    }
}
