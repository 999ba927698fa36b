package org.amalgam.domain;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What an import did. {@code read = kept + rejected + duplicates}; repaired and bot lines are among
 * the kept ones.
 *
 * @param read data lines read, headers not counted
 * @param kept lines now in the store because of this import
 * @param duplicates lines already in the store from the same source, or exact repeats of a line
 * @param repaired kept lines that needed a repair, such as a trimmed id or milliseconds for seconds
 * @param bots kept lines of users marked as bots
 * @param examples the first rejected lines, for the report
 * @param campaigns campaigns that are new, or have other times or items than before
 * @param seconds wall time
 */
public record ImportReport(
        long read,
        long kept,
        Map<RejectedLine.Reason, Long> rejected,
        long duplicates,
        long repaired,
        long bots,
        List<RejectedLine> examples,
        long campaigns,
        double seconds) {

    public ImportReport {
        EnumMap<RejectedLine.Reason, Long> copy = new EnumMap<>(RejectedLine.Reason.class);
        copy.putAll(rejected);
        rejected = Collections.unmodifiableMap(copy);
        examples = List.copyOf(examples);
        long sum = kept + duplicates;
        for (long count : rejected.values()) {
            sum += count;
        }
        if (sum != read) {
            throw new IllegalArgumentException(
                    "read " + read + " ≠ kept + rejected + duplicates = " + sum);
        }
    }

    public long rejectedTotal() {
        return rejected.values().stream().mapToLong(Long::longValue).sum();
    }
}
