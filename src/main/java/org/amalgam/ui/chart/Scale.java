package org.amalgam.ui.chart;

import java.util.ArrayList;
import java.util.List;

/** How values become places on an axis. */
enum Scale {
    /** Equal differences are equally far apart. */
    LINEAR {
        @Override
        double share(double value, Span span) {
            return span.length() <= 0 ? 0.5 : (value - span.low()) / span.length();
        }

        @Override
        double length(Span span) {
            return span.length();
        }

        @Override
        Span widen(Span span, int most) {
            return NiceTicks.widen(span, most);
        }

        @Override
        NiceTicks ticks(Span span, int most) {
            return NiceTicks.of(span, most);
        }

        @Override
        String label(double tick, NiceTicks ticks) {
            return ChartFormat.number(tick, ticks.decimals());
        }
    },

    /** Equal ratios are equally far apart; for values above 0, others lie at its foot. */
    LOGARITHMIC {
        @Override
        double share(double value, Span span) {
            double whole = length(span);
            return whole <= 0 ? 0.5 : Math.max(0, place(value) - place(span.low())) / whole;
        }

        @Override
        double length(Span span) {
            return place(span.high()) - place(span.low());
        }

        private double place(double value) {
            return Math.log10(Math.max(value, LEAST));
        }

        @Override
        Span widen(Span span, int most) {
            double low = RoundNumber.atMost(Math.max(span.low(), LEAST));
            double high = low;
            while (high < span.high() || high <= low) {
                high = RoundNumber.above(high);
            }
            return new Span(low, high);
        }

        @Override
        NiceTicks ticks(Span span, int most) {
            List<Double> values = new ArrayList<>();
            double first = RoundNumber.atMost(Math.max(span.low(), LEAST));
            for (double at = first; at <= span.high() * CLOSE; at = RoundNumber.above(at)) {
                if (at * CLOSE >= span.low()) {
                    values.add(at);
                }
            }
            List<Double> fives = values.stream().filter(at -> !begins(at, 2)).toList();
            List<Double> powers = fives.stream().filter(at -> begins(at, 1)).toList();
            List<Double> few = fives.size() <= most ? fives : powers;
            return new NiceTicks(first, values.size() <= most ? values : few);
        }

        @Override
        String label(double tick, NiceTicks ticks) {
            return ChartFormat.number(tick, RoundNumber.decimals(tick));
        }
    };

    /** Where a logarithmic axis begins at the lowest: below a microsecond nothing is measured. */
    private static final double LEAST = 1e-3;

    private static final double CLOSE = 1 + 1e-9;

    /** How far a value is from the foot of a span, 1 at its head. */
    abstract double share(double value, Span span);

    /** How long a span is on this axis. */
    abstract double length(Span span);

    /** The span widened to round places of its own ticks. */
    abstract Span widen(Span span, int most);

    /** Round places in a span, {@code most} or fewer wherever there are such. */
    abstract NiceTicks ticks(Span span, int most);

    /** How a tick is written. */
    abstract String label(double tick, NiceTicks ticks);

    /** Whether it is this digit times a power of ten. */
    private static boolean begins(double value, int digit) {
        double exponent = Math.log10(value / digit);
        return Math.abs(exponent - Math.rint(exponent)) < 1e-9;
    }
}
