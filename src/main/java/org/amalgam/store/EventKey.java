package org.amalgam.store;

/**
 * The primary key of events and rejected lines: the source's number and the line number in one, so
 * that rows of a file are appended to one tree instead of two (a third of an import's time).
 */
final class EventKey {

    private static final int LINE_BITS = 40;
    private static final long MOST_LINES = 1L << LINE_BITS;

    private EventKey() {}

    /**
     * The key of a line.
     *
     * @param line from 0 to 2^40 − 1
     */
    static long of(int source, long line) {
        if (line < 0 || line >= MOST_LINES) {
            throw new IllegalArgumentException("line " + line + " of source " + source);
        }
        return ((long) source << LINE_BITS) | line;
    }

    /** The first key after all of a source's. */
    static long end(int source) {
        return of(source + 1, 0);
    }
}
