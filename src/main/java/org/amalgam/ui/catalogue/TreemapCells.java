package org.amalgam.ui.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.amalgam.ui.catalogue.Squarified.Rect;

/**
 * Where the groups of a treemap stand: those of one level, and inside each, below its name, its
 * parts. Immutable.
 */
record TreemapCells(List<Cell> cells) {

    /** Room for a group's name above its parts, in pixels. */
    static final double HEAD = 19;

    private static final double GAP = 1;
    private static final double LEAST = 34;

    /**
     * A group's place.
     *
     * @param parts where its parts stand; none where there is no room, or there are none
     */
    record Cell(ExposureGroup group, Rect place, List<Rect> parts) {}

    TreemapCells {
        cells = List.copyOf(cells);
    }

    static TreemapCells of(List<ExposureGroup> groups, Rect whole) {
        List<Rect> places = Squarified.cut(whole, ExposureGroup.weights(groups));
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            Rect place = places.get(i).inset(GAP);
            cells.add(new Cell(groups.get(i), place, parts(groups.get(i), place)));
        }
        return new TreemapCells(cells);
    }

    private static List<Rect> parts(ExposureGroup group, Rect place) {
        Rect inside = place.below(HEAD);
        boolean room = inside.height() >= LEAST && inside.width() >= LEAST;
        return room && group.parts().size() > 1
                ? Squarified.cut(inside, ExposureGroup.weights(group.parts()))
                : List.of();
    }

    /** Number of the cell at a point. */
    Optional<Integer> at(double x, double y) {
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).place().contains(x, y)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** The group at a point of a cell: one of its parts, or else itself. */
    static ExposureGroup groupAt(Cell cell, double x, double y) {
        for (int i = 0; i < cell.parts().size(); i++) {
            if (cell.parts().get(i).contains(x, y)) {
                return cell.group().parts().get(i);
            }
        }
        return cell.group();
    }
}
