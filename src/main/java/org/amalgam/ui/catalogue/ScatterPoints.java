package org.amalgam.ui.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * Where items stand by how often they are asked for and how often they are shown. Immutable.
 *
 * @param x events' axis
 * @param y shown's axis, upwards
 */
record ScatterPoints(List<CatalogueRow> rows, LogAxis x, LogAxis y) {

    /** Farther from the pointer than this many pixels is not meant. */
    private static final double NEAR = 14;

    static ScatterPoints of(List<CatalogueRow> rows, double width, double height) {
        return new ScatterPoints(
                List.copyOf(rows),
                LogAxis.around(rows.stream().mapToDouble(CatalogueRow::events).toArray(), width),
                LogAxis.around(rows.stream().mapToDouble(CatalogueRow::shown).toArray(), height));
    }

    double xOf(CatalogueRow row) {
        return x.at((double) row.events());
    }

    /** From the top. */
    double yOf(CatalogueRow row) {
        return y.length() - y.at(row.shown());
    }

    /** The item nearest to a point, if it is near. */
    Optional<CatalogueRow> nearest(double atX, double atY) {
        double least = NEAR * NEAR;
        CatalogueRow found = null;
        for (CatalogueRow row : rows) {
            double away = square(xOf(row) - atX) + square(yOf(row) - atY);
            if (away < least) {
                least = away;
                found = row;
            }
        }
        return Optional.ofNullable(found);
    }

    private static double square(double value) {
        return value * value;
    }
}
