package org.amalgam.evaluation;

import static java.util.Objects.requireNonNull;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.zip.GZIPOutputStream;
import org.amalgam.domain.TargetRank;
import org.amalgam.domain.UnusableInput;

/**
 * Writes {@code --lists}: a line per case and ranker, tab-separated, without a header: case id,
 * ranker, target, its mean rank, then the top 20, a column each, by original ids. A ranker that
 * abstained has the rank {@code Infinity}, a miss at any depth, and no items; a target that nobody
 * could know has that rank too, after which the items follow as always. Compressed when the file's
 * name ends in {@code .gz}. One thread makes all calls.
 */
public final class ListsWriter implements CaseSink {

    private final Path file;
    private final IntFunction<String> originalId;
    private final BufferedWriter out;
    private final StringBuilder line = new StringBuilder();

    /**
     * Creates the file, replacing an old one.
     *
     * @param originalId the source's id of an item by its dense number
     * @throws UnusableInput if the file cannot be written
     */
    public ListsWriter(Path file, IntFunction<String> originalId) {
        this.file = requireNonNull(file, "file");
        this.originalId = requireNonNull(originalId, "originalId");
        try {
            this.out = new BufferedWriter(new OutputStreamWriter(open(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UnusableInput(
                    file + ": cannot be written (" + e.getMessage() + "); give another --lists", e);
        }
    }

    private OutputStream open() throws IOException {
        OutputStream plain = Files.newOutputStream(file);
        boolean compressed = file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
        return compressed ? new GZIPOutputStream(plain, 1 << 16) : plain;
    }

    /**
     * Writes one line.
     *
     * @throws UncheckedIOException if writing fails
     */
    @Override
    public void ranked(
            String caseId, String ranker, int target, Optional<TargetRank> rank, int[] top) {
        line.setLength(0);
        line.append(caseId).append('\t').append(ranker).append('\t');
        line.append(originalId.apply(target)).append('\t');
        line.append(rank.map(TargetRank::meanRank).orElse(Double.POSITIVE_INFINITY));
        for (int item : top) {
            line.append('\t').append(originalId.apply(item));
        }
        try {
            out.append(line.append('\n'));
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + file, e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + file, e);
        }
    }
}
