package org.amalgam.ui.chart;

/** A closed interval of an axis, low ≤ high, both finite. */
public record Span(double low, double high) {

    public Span {
        if (!(low <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException("span from " + low + " to " + high);
        }
    }

    public double length() {
        return high - low;
    }

    /** The smallest span that holds both. */
    public Span union(Span other) {
        return new Span(Math.min(low, other.low), Math.max(high, other.high));
    }

    public boolean contains(Span other) {
        return low <= other.low && high >= other.high;
    }
}
