package org.amalgam.simulate;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * How busy the shop is, hour by hour: quiet nights, a small peak at noon, a large one in the
 * evening, fuller weekends. Turns a share of all visits into a time.
 */
final class Rhythm {

    private static final double[] BY_HOUR = {
        0.35, 0.20, 0.12, 0.08, 0.08, 0.14, 0.30, 0.55, 0.80, 0.95, 1.05, 1.15,
        1.30, 1.15, 1.00, 1.00, 1.05, 1.15, 1.35, 1.65, 1.90, 1.85, 1.40, 0.80
    };
    private static final double[] BY_WEEKDAY = {0.92, 0.90, 0.92, 0.96, 1.00, 1.22, 1.30};
    private static final long HOUR = 3600;

    private final long start;
    private final double[] sums;

    /** For visits that begin in this many hours from the start. */
    Rhythm(Instant start, int hours) {
        this.start = start.getEpochSecond();
        double[] weights = new double[hours];
        for (int h = 0; h < hours; h++) {
            ZonedDateTime at = start.plusSeconds(h * HOUR).atZone(ZoneOffset.UTC);
            weights[h] = BY_HOUR[at.getHour()] * BY_WEEKDAY[at.getDayOfWeek().getValue() - 1];
        }
        sums = Draws.runningSums(weights);
    }

    double total() {
        return sums[sums.length - 1];
    }

    /** The second by which this much of {@link #total} is over. */
    long timeOf(double weight) {
        int hour = 0;
        int high = sums.length - 1;
        while (hour < high) {
            int middle = (hour + high) >>> 1;
            if (sums[middle] > weight) {
                high = middle;
            } else {
                hour = middle + 1;
            }
        }
        double before = hour == 0 ? 0 : sums[hour - 1];
        double share = Math.min(1, (weight - before) / (sums[hour] - before));
        return start + hour * HOUR + (long) (share * (HOUR - 1));
    }
}
