package org.amalgam.store;

/**
 * How far a source is imported.
 *
 * @param complete whether its last line was reached
 * @param lastLine line number up to which all lines are dealt with; 0 for none
 */
public record SourceCounts(
        boolean complete,
        long lastLine,
        long read,
        long kept,
        long rejected,
        long duplicates,
        long repaired) {

    static SourceCounts none() {
        return new SourceCounts(false, 0, 0, 0, 0, 0, 0);
    }
}
