package org.amalgam.ui.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Round places for grid lines: multiples of 1, 2 or 5 times a power of ten.
 *
 * @param step distance between two ticks, above 0
 * @param values ticks inside the span, ascending
 */
public record NiceTicks(double step, List<Double> values) {

    public NiceTicks {
        values = List.copyOf(values);
    }

    /**
     * Ticks for a span.
     *
     * @param most steps wanted at most, ≥ 1
     */
    public static NiceTicks of(Span span, int most) {
        double step = RoundNumber.atLeast((span.length() <= 0 ? 1 : span.length()) / most);
        List<Double> values = new ArrayList<>();
        double slack = step * 1e-9;
        for (long i = (long) Math.ceil((span.low() - slack) / step);
                i * step <= span.high() + slack;
                i++) {
            values.add(i * step);
        }
        return new NiceTicks(step, values);
    }

    /** The span widened to whole steps of its own ticks. */
    public static Span widen(Span span, int most) {
        double length = span.length() <= 0 ? Math.max(Math.abs(span.high()) * 0.1, 1e-3) : 0;
        Span wide = new Span(span.low() - length / 2, span.high() + length / 2);
        double step = RoundNumber.atLeast(wide.length() / most);
        double low = Math.floor(wide.low() / step + 1e-9) * step;
        double high = Math.ceil(wide.high() / step - 1e-9) * step;
        return new Span(low, high);
    }

    /** Digits after the point that tell two ticks apart. */
    public int decimals() {
        return RoundNumber.decimals(step);
    }
}
