package org.amalgam.config;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * How log lines are judged on their way into the store. The bounds of plausible time are fixed, not
 * taken from today's date, so that one file gives one result for ever.
 *
 * @param earliest events before this are rejected
 * @param latest events from here on are rejected
 * @param duplicateSpan a line is compared with this many lines before it
 * @param longestId ids of more characters are rejected
 * @param longestText fields of more characters are rejected
 * @param rejectedShare a file of which a larger share is rejected is refused as a whole, (0, 1]
 */
public record CleaningSettings(
        Instant earliest,
        Instant latest,
        int duplicateSpan,
        int longestId,
        int longestText,
        double rejectedShare,
        BotSettings bots) {

    public CleaningSettings {
        requireNonNull(bots, "bots");
        if (!earliest.isBefore(latest)) {
            throw new IllegalArgumentException("plausible time from " + earliest + " to " + latest);
        }
        if (duplicateSpan < 0 || longestId < 1 || longestText < 1) {
            throw new IllegalArgumentException(
                    "duplicate span " + duplicateSpan + ", id " + longestId + ", " + longestText);
        }
        if (!(rejectedShare > 0 && rejectedShare <= 1)) {
            throw new IllegalArgumentException("rejected share " + rejectedShare);
        }
    }

    public static CleaningSettings defaults() {
        return new CleaningSettings(
                Instant.parse("1995-01-01T00:00:00Z"),
                Instant.parse("2100-01-01T00:00:00Z"),
                10_000,
                256,
                10_000,
                0.9,
                BotSettings.defaults());
    }
}
