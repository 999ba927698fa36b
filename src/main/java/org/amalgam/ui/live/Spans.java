package org.amalgam.ui.live;

import java.time.Duration;
import java.util.Locale;

/** Writes spans of real time. */
final class Spans {

    private static final double MILLIS = 1_000;
    private static final double MINUTE = 60;

    private Spans() {}

    /** In the unit that suits: {@code 12 ms}, {@code 3.4 s}, {@code 5 min}. */
    static String brief(Duration span) {
        double millis = span.toNanos() / 1e6;
        if (millis < MILLIS) {
            return String.format(Locale.ROOT, "%.0f ms", millis);
        }
        double seconds = millis / MILLIS;
        return seconds < 2 * MINUTE
                ? String.format(Locale.ROOT, "%.1f s", seconds)
                : String.format(Locale.ROOT, "%,.0f min", seconds / MINUTE);
    }
}
