package org.amalgam.ui.control;

import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/** Small bars without axes, one a part of time; the tallest fills the height. */
public final class Sparkline extends Region {

    private static final double GAP = 1;
    private static final double LEAST = 1.5;

    private final Path bars = new Path();
    private int[] counts = {};

    /** An empty one of this size, in pixels. */
    public Sparkline(double width, double height) {
        getStyleClass().add("sparkline");
        bars.getStyleClass().add("sparkline-bars");
        bars.setStrokeWidth(0);
        bars.setManaged(false);
        setMinSize(width, height);
        setPrefSize(width, height);
        setMaxSize(width, height);
        getChildren().add(bars);
    }

    /** Shows these counts, from left to right. */
    public void show(int[] shown) {
        counts = shown.clone();
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        bars.getElements().clear();
        int most = 1;
        for (int count : counts) {
            most = Math.max(most, count);
        }
        double each = getWidth() / Math.max(1, counts.length);
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                double height = Math.max(LEAST, getHeight() * counts[i] / most);
                bar(i * each, Math.max(1, each - GAP), height);
            }
        }
    }

    private void bar(double x, double width, double height) {
        double bottom = getHeight();
        bars.getElements()
                .addAll(
                        new MoveTo(x, bottom),
                        new LineTo(x, bottom - height),
                        new LineTo(x + width, bottom - height),
                        new LineTo(x + width, bottom),
                        new ClosePath());
    }
}
