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
    public record Row(String name, double value, double place, LineStyle style) {

        int rgb() {
            return style.rgb();
        }
    }

    /** Reads some of a model's series at an x; those that begin later are left out. */
    static ChartReading at(ChartModel model, List<String> names, double x) {
        List<Row> rows = new ArrayList<>();
        double floor = 0;
        for (String name : names) {
            OptionalDouble value = model.series().get(name).valueAt(x);
            if (value.isPresent()) {
                double y = value.getAsDouble();
                boolean stacked = model.kind() == ChartModel.Kind.STACKED;
                rows.add(new Row(name, y, stacked ? floor + y / 2 : y, model.style(name)));
                floor += y;
            }
        }
        rows.sort(Comparator.comparingDouble(Row::place).reversed());
        return new ChartReading(x, rows);
    }
}
