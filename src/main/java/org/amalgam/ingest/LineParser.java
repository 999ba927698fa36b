package org.amalgam.ingest;

import java.util.List;

/** Judges the lines of one file. May reuse buffers; not thread-safe. */
@FunctionalInterface
public interface LineParser {

    /**
     * Judges one line.
     *
     * @param line line number in the file, from 1, the header counted
     * @param fields as many as the header has
     * @return kept, described or rejected; never an exception for what stands in the file
     */
    ParsedLine parse(long line, List<String> fields);
}
