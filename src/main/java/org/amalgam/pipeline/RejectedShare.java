package org.amalgam.pipeline;

import java.nio.file.Path;
import java.util.Optional;
import org.amalgam.domain.RejectedLine;
import org.amalgam.domain.UnusableInput;
import org.amalgam.ingest.ParsedLine;

/**
 * Watches how many lines of a file can be used: columns whose contents were exchanged show in that
 * next to none can. Not thread-safe.
 */
final class RejectedShare {

    private final Path file;
    private final double most;
    private long read;
    private long rejected;
    private Optional<RejectedLine> first = Optional.empty();

    /**
     * @param most share of lines that may be rejected
     */
    RejectedShare(Path file, double most) {
        this.file = file;
        this.most = most;
    }

    void count(ParsedLine line) {
        read++;
        if (line instanceof ParsedLine.Rejected bad) {
            rejected++;
            first = first.or(() -> Optional.of(bad.rejected()));
        }
    }

    /**
     * @throws UnusableInput if more of the lines counted were rejected
     */
    void requireUsable() {
        if (rejected > most * read) {
            RejectedLine bad = first.orElseThrow();
            throw new UnusableInput(
                    file
                            + ", line "
                            + bad.line()
                            + ": "
                            + bad.detail()
                            + ", and in all "
                            + rejected
                            + " of "
                            + read
                            + " lines cannot be used; check that each column holds what the header"
                            + " says (nothing of this file was kept)");
        }
    }
}
