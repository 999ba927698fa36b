package org.amalgam.domain;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What became of a growing log while it was followed. Every kept line is in the store, and is a
 * search without an item, of a bot, late, replayed or after the end: {@code kept = searches + bots
 * + late + replayed + afterEnd}.
 *
 * @param file its name without folders
 * @param lines what cleaning made of the lines; its bots are lines that were not replayed because
 *     their user had turned out to be one
 * @param searches without an item, which no member sees
 * @param late came after their place in the order had passed
 * @param reordered came after a later event, and were put in their place; these are replayed
 * @param replayed predicted, revealed and scored
 * @param newItems replayed with an item that the members have no place for
 * @param afterEnd of a time from which on nothing was to be replayed
 * @param startedAnew how often the file was replaced or cut short and read from its start again
 * @param unfinished whether its last line had no end yet, and was left in the file
 * @param traffic between the thread that reads and the one that replays
 */
public record SourceReport(
        String file,
        Duration lateness,
        ImportReport lines,
        long searches,
        long late,
        long reordered,
        long replayed,
        long newItems,
        long afterEnd,
        long startedAnew,
        boolean unfinished,
        Traffic traffic) {

    public SourceReport {
        requireNonNull(file, "file");
        requireNonNull(lateness, "lateness");
        requireNonNull(traffic, "traffic");
        long told = searches + lines.bots() + late + replayed + afterEnd;
        if (told != lines.kept()) {
            throw new IllegalArgumentException("kept " + lines.kept() + " ≠ told of " + told);
        }
    }

    /**
     * What went through the queue between two threads, counted at both ends. How full it was and
     * how long events waited depends on the machine and on how the file grew.
     *
     * @param capacity of the queue, in events
     * @param handedOver by the thread that reads, late events included
     * @param taken by the thread that replays
     * @param mostWaiting at one time
     * @param readerWaits how often the reader found it full and waited
     * @param longestWait of an event, from being read to being taken
     */
    public record Traffic(
            int capacity,
            long handedOver,
            long taken,
            int mostWaiting,
            long readerWaits,
            Duration longestWait) {}
}
