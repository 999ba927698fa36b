package org.amalgam.ui.chart;

import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * How a chart writes its numbers and names.
 *
 * @param decimals digits after the point of values at line ends and under the pointer
 * @param unit written behind values, with its own blank; may be empty
 * @param xName the name of x before its value under the pointer
 * @param names a series' name as people read it
 */
public record ChartFormat(int decimals, String unit, String xName, UnaryOperator<String> names) {

    String value(double value) {
        return number(value, decimals) + unit;
    }

    static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    /** Event counts: 12,000 as 12k. */
    static String count(double value, double step) {
        if (step >= 1_000_000) {
            return number(value / 1e6, 0) + "M";
        }
        return step >= 1_000 ? number(value / 1_000, 0) + "k" : number(value, 0);
    }
}
