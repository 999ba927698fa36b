package org.amalgam.config;

import java.time.Duration;

/**
 * When a user counts as a bot. Only distinct event times are counted, so that a basket of a hundred
 * lines, all written at the moment of checkout, counts as one.
 *
 * <p>Fast: more than {@code timesPerMinute} distinct event times in each of {@code fastMinutes}
 * consecutive minutes. Regular: {@code equalGaps} gaps in a row that differ by nothing, each below
 * {@code longestGap} and not a multiple of a minute (in a log kept to the minute every busy hour of
 * a person looks regular).
 *
 * @param timesPerMinute a person opens fewer pages than this, minute after minute
 * @param fastMinutes how long the pace must be held
 * @param equalGaps how many equal gaps in a row no person produces
 * @param longestGap longer gaps are pauses between visits and say nothing
 */
public record BotSettings(int timesPerMinute, int fastMinutes, int equalGaps, Duration longestGap) {

    public BotSettings {
        if (timesPerMinute < 1 || fastMinutes < 1 || equalGaps < 2) {
            throw new IllegalArgumentException(
                    "bots: "
                            + timesPerMinute
                            + " times a minute, "
                            + fastMinutes
                            + " minutes, "
                            + equalGaps
                            + " equal gaps");
        }
        if (longestGap.isNegative() || longestGap.isZero()) {
            throw new IllegalArgumentException("longest gap " + longestGap + " must be above 0");
        }
    }

    public static BotSettings defaults() {
        return new BotSettings(30, 5, 50, Duration.ofMinutes(30));
    }
}
