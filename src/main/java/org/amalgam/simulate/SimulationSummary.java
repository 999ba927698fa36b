package org.amalgam.simulate;

import java.util.Map;

/**
 * What a simulation wrote.
 *
 * @param events lines of the log, its header not counted
 * @param actions sound lines by lower-case action, copies not counted
 * @param duplicates lines that repeat another
 * @param digests SHA-256 by file name relative to the directory, the manifest not among them
 */
public record SimulationSummary(
        long events,
        int users,
        int items,
        int bots,
        Map<String, Long> actions,
        long duplicates,
        long malformed,
        int gaps,
        Map<String, String> digests) {}
