package org.amalgam.ui.catalogue;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a rectangle into parts that are as nearly square as may be: the squarified treemap of Bruls,
 * Huizing and van Wijk (2000). Pure functions.
 */
final class Squarified {

    private Squarified() {}

    /** A rectangle, in any unit; sides are not negative. */
    record Rect(double x, double y, double width, double height) {

        double area() {
            return width * height;
        }

        boolean contains(double atX, double atY) {
            return atX >= x && atX < x + width && atY >= y && atY < y + height;
        }

        /** Without an edge so wide on all sides; empty where there is no room. */
        Rect inset(double edge) {
            return new Rect(
                    x + edge,
                    y + edge,
                    Math.max(0, width - 2 * edge),
                    Math.max(0, height - 2 * edge));
        }

        /** Without so much at the top. */
        Rect below(double height) {
            return new Rect(x, y + height, width, Math.max(0, this.height - height));
        }
    }

    /**
     * A part for each weight, in the same order, of an area in proportion.
     *
     * @param weights above 0, largest first
     */
    static List<Rect> cut(Rect whole, double[] weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        List<Rect> parts = new ArrayList<>(weights.length);
        Rect rest = whole;
        int from = 0;
        while (from < weights.length) {
            double scale = whole.area() / total;
            double side = Math.min(rest.width(), rest.height());
            int to = from + 1;
            double sum = weights[from];
            while (to < weights.length
                    && worst(weights[from], weights[to], (sum + weights[to]), scale, side)
                            <= worst(weights[from], weights[to - 1], sum, scale, side)) {
                sum += weights[to++];
            }
            rest = row(rest, weights, from, to, sum * scale, parts);
            from = to;
        }
        return parts;
    }

    /** The worst ratio of sides in a row of these weights: that of its largest or its smallest. */
    private static double worst(
            double largest, double smallest, double sum, double scale, double side) {
        double thick = sum * scale / side;
        double longest = largest * scale / thick;
        double shortest = smallest * scale / thick;
        return Math.max(
                Math.max(longest / thick, thick / longest),
                Math.max(shortest / thick, thick / shortest));
    }

    /** Lays a row along the shorter side; returns what is left. */
    private static Rect row(
            Rect rest, double[] weights, int from, int to, double area, List<Rect> parts) {
        boolean upright = rest.width() >= rest.height();
        double side = upright ? rest.height() : rest.width();
        double thick = side == 0 ? 0 : area / side;
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += weights[i];
        }
        double at = 0;
        for (int i = from; i < to; i++) {
            double length = side * weights[i] / sum;
            parts.add(
                    upright
                            ? new Rect(rest.x(), rest.y() + at, thick, length)
                            : new Rect(rest.x() + at, rest.y(), length, thick));
            at += length;
        }
        return upright
                ? new Rect(
                        rest.x() + thick,
                        rest.y(),
                        Math.max(0, rest.width() - thick),
                        rest.height())
                : new Rect(
                        rest.x(),
                        rest.y() + thick,
                        rest.width(),
                        Math.max(0, rest.height() - thick));
    }
}
