package org.amalgam.ui.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The values of all series at one x.
 *
 * @param rows highest place first
 */
public record ChartReading(double x, List<Row> rows) {

    public ChartReading {
        rows = List.copyOf(rows);
    }

    /**
     * One series' value.
     *
     * @param place the y at which it is drawn: the value itself, or the middle of its area
     */
    public record Row(String name, double value, double place, int rgb) {}

    /** Reads a model at an x; series that begin later are left out. */
    public static ChartReading at(ChartModel model, double x) {
        List<Row> rows = new ArrayList<>();
        double floor = 0;
        for (String name : model.names()) {
            OptionalDouble value = model.series().get(name).valueAt(x);
            if (value.isPresent()) {
                double y = value.getAsDouble();
                boolean stacked = model.kind() == ChartModel.Kind.STACKED;
                rows.add(new Row(name, y, stacked ? floor + y / 2 : y, model.style(name).rgb()));
                floor += y;
            }
        }
        rows.sort(Comparator.comparingDouble(Row::place).reversed());
        return new ChartReading(x, rows);
    }
}
