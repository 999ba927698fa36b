package org.amalgam.pipeline;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;

/**
 * What to measure.
 *
 * @param items sizes of catalogues, at least 1,000 each
 * @param events replayed and measured for each size; as many warm up before
 * @param kernels whether kernels are measured too, a minute a size
 * @param directory for the report
 * @param command the command line, for the report
 */
public record BenchRequest(
        List<Integer> items, int events, boolean kernels, Path directory, String command) {

    /** Below it nothing is told of real catalogues. */
    private static final int FEWEST_ITEMS = 1_000;

    public BenchRequest {
        items = List.copyOf(items);
        requireNonNull(directory, "directory");
        requireNonNull(command, "command");
        if (items.isEmpty() || items.stream().anyMatch(size -> size < FEWEST_ITEMS)) {
            throw new IllegalArgumentException(
                    "--items " + items + "; sizes must be " + FEWEST_ITEMS + " or more");
        }
        if (events < 100) {
            throw new IllegalArgumentException("--events " + events + " must be 100 or more");
        }
    }
}
