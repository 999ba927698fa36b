package org.amalgam.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.Region;
import org.amalgam.ui.chart.Palette;

/** A thin bar cut into the members' shares, each in its member's colour. */
public final class ShareBar extends Region {

    private static final double GAP = 1.5;

    private final List<Double> lengths = new ArrayList<>();

    public ShareBar() {
        getStyleClass().add("share-bar");
        setMinHeight(6);
        setPrefHeight(6);
        setMaxHeight(6);
    }

    /**
     * Shows shares; negative ones, which pull an item down, take no room.
     *
     * @param filled length of the whole bar, 0 to 1
     */
    public void show(Map<String, Double> shares, double filled) {
        double sum = shares.values().stream().mapToDouble(share -> Math.max(0, share)).sum();
        while (getChildren().size() < shares.size()) {
            getChildren().add(new Region());
        }
        lengths.clear();
        int at = 0;
        for (var share : shares.entrySet()) {
            double length = sum > 0 ? Math.max(0, share.getValue()) / sum * filled : 0;
            lengths.add(length);
            String colour = Palette.css(Palette.colour(share.getKey()));
            getChildren().get(at++).setStyle("-fx-background-color: " + colour);
        }
        for (int i = 0; i < getChildren().size(); i++) {
            getChildren().get(i).setVisible(i < lengths.size() && lengths.get(i) > 0);
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double x = 0;
        for (int i = 0; i < lengths.size(); i++) {
            double width = lengths.get(i) * getWidth();
            getChildren().get(i).resizeRelocate(x, 0, Math.max(0, width - GAP), getHeight());
            x += width;
        }
    }
}
