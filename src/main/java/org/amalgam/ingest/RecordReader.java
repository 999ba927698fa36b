package org.amalgam.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The records of a growing file: mostly a line each, and more where a field in quotation marks goes
 * over several. Not thread-safe.
 */
final class RecordReader {

    private final GrowingFile file;
    private final Deque<byte[]> waiting = new ArrayDeque<>();

    RecordReader(GrowingFile file) {
        this.file = file;
    }

    /** A record whose lines, the first of those that wait, are all there. */
    record Whole(int lines, String text) {}

    /** The record that comes next, which is yet to be taken; empty when it is not whole. */
    Optional<Whole> next() throws IOException {
        Quotes quotes = new Quotes();
        StringBuilder text = new StringBuilder();
        int lines = 0;
        for (byte[] known : waiting) {
            lines++;
            if (closed(known, text, quotes)) {
                return Optional.of(new Whole(lines, text.toString()));
            }
        }
        while (lines <= Csv.MOST_LINE_BREAKS) {
            Optional<byte[]> more = file.next();
            if (more.isEmpty()) {
                return Optional.empty();
            }
            waiting.add(more.get());
            lines++;
            if (closed(more.get(), text, quotes)) {
                return Optional.of(new Whole(lines, text.toString()));
            }
        }
        return Optional.empty();
    }

    private static boolean closed(byte[] line, StringBuilder text, Quotes quotes) {
        String decoded = new String(line, StandardCharsets.UTF_8);
        text.append(decoded);
        quotes.pass(decoded);
        return !quotes.open();
    }

    /** Takes so many lines of those that wait. */
    List<byte[]> take(int lines) {
        List<byte[]> taken = new ArrayList<>(lines);
        for (int i = 0; i < lines; i++) {
            taken.add(waiting.remove());
        }
        return taken;
    }

    /** Whether so many lines wait for a quotation mark that it will not come any more. */
    boolean unclosed() {
        return waiting.size() > Csv.MOST_LINE_BREAKS;
    }

    /** Whether something was read that is no whole record yet. */
    boolean unfinished() {
        return file.unfinished() || !waiting.isEmpty();
    }

    /** Forgets what waits. */
    void forget() {
        waiting.clear();
    }
}
