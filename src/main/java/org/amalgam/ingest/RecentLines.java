package org.amalgam.ingest;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The latest distinct lines of a file, to tell exact repeats. Not thread-safe. */
final class RecentLines {

    private final int span;
    private final Set<List<String>> known;
    private final ArrayDeque<List<String>> inOrder;

    /**
     * @param span how many lines are remembered
     */
    RecentLines(int span) {
        this.span = span;
        this.known = new HashSet<>();
        this.inOrder = new ArrayDeque<>();
    }

    /** Whether this line, field by field, is among the latest; if not, it now is. */
    boolean repeats(List<String> fields) {
        if (span == 0 || !known.add(fields)) {
            return span > 0;
        }
        inOrder.addLast(fields);
        if (inOrder.size() > span) {
            known.remove(inOrder.removeFirst());
        }
        return false;
    }
}
