package org.amalgam.evaluation;

import java.util.OptionalDouble;

/** How much the share of hits varies from one window of cases to the next. */
final class WindowSpread {

    private final int length;
    private int cases;
    private long hits;
    private long windows;
    private long sum;
    private long squares;

    /**
     * @param length cases a window, ≥ 1
     */
    WindowSpread(int length) {
        this.length = length;
    }

    WindowSpread copy() {
        WindowSpread other = new WindowSpread(length);
        other.cases = cases;
        other.hits = hits;
        other.windows = windows;
        other.sum = sum;
        other.squares = squares;
        return other;
    }

    void add(boolean hit) {
        hits += hit ? 1 : 0;
        if (++cases == length) {
            windows++;
            sum += hits;
            squares += hits * hits;
            cases = 0;
            hits = 0;
        }
    }

    /** Sample standard deviation over full windows; empty for fewer than two. */
    OptionalDouble deviation() {
        if (windows < 2) {
            return OptionalDouble.empty();
        }
        // Of whole numbers, so nothing is lost in the difference.
        double variance = (squares - (double) sum / windows * sum) / (windows - 1);
        return OptionalDouble.of(Math.sqrt(Math.max(0, variance)) / length);
    }
}
