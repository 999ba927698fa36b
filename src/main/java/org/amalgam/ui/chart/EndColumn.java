package org.amalgam.ui.chart;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The labels beside the ends of lines. Where not all fit one above the other, those of the widest
 * lines stay, for they are the important ones; the rest is counted below.
 *
 * @param leftOut lines without a label, those that are hidden included
 * @param moreY centre of the line that says how many are left out
 */
record EndColumn(List<EndLabel> labels, int leftOut, double moreY) {

    static final double HEIGHT = 13;

    EndColumn {
        labels = List.copyOf(labels);
    }

    /**
     * One label.
     *
     * @param end where the line ends
     * @param y the label's centre
     */
    record EndLabel(ChartReading.Row row, double end, double y) {}

    /**
     * Places labels.
     *
     * @param ends newest values, highest first
     * @param hidden lines that are not shown
     * @param yOf where a line ends
     * @param top upper end of the room
     * @param bottom lower end of the room
     */
    static EndColumn of(
            List<ChartReading.Row> ends,
            int hidden,
            ToDoubleFunction<ChartReading.Row> yOf,
            double top,
            double bottom) {
        int room = Math.max(1, (int) ((bottom - top) / HEIGHT));
        boolean all = hidden == 0 && ends.size() <= room;
        List<ChartReading.Row> shown = all ? ends : widest(ends, room - 1);
        double lowest = all ? bottom : bottom - HEIGHT;
        double[] wanted = shown.stream().mapToDouble(yOf).toArray();
        double[] places = EndLabels.place(wanted, HEIGHT, top, lowest);
        EndLabel[] labels = new EndLabel[places.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = new EndLabel(shown.get(i), wanted[i], places[i]);
        }
        int leftOut = hidden + ends.size() - shown.size();
        return new EndColumn(List.of(labels), leftOut, bottom - HEIGHT / 2);
    }

    private static List<ChartReading.Row> widest(List<ChartReading.Row> ends, int most) {
        List<ChartReading.Row> kept =
                ends.stream()
                        .sorted(Comparator.comparingDouble(end -> -end.style().width()))
                        .limit(most)
                        .toList();
        return ends.stream().filter(kept::contains).toList();
    }

    /** The label at this height. */
    Optional<EndLabel> at(double y) {
        return labels.stream().filter(label -> Math.abs(label.y() - y) <= HEIGHT / 2).findFirst();
    }

    /** Whether this is where it says how many are left out. */
    boolean isMoreAt(double y) {
        return leftOut > 0 && Math.abs(moreY - y) <= HEIGHT / 2;
    }
}
