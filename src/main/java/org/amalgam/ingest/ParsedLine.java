package org.amalgam.ingest;

import java.util.Optional;
import java.util.OptionalDouble;
import org.amalgam.domain.CampaignLine;
import org.amalgam.domain.CatalogueLine;
import org.amalgam.domain.LogLine;
import org.amalgam.domain.RejectedLine;

/** What became of one line of a file. */
public sealed interface ParsedLine {

    /** Line number in the file, from 1, the header counted. */
    long line();

    /**
     * A line of a behaviour log.
     *
     * @param rating the stars or points given, on the log's own scale
     * @param about what the line says of its item, where it says so for the first time
     * @param repaired whether an id, a time or an action had to be mended
     */
    record Kept(LogLine log, OptionalDouble rating, Optional<CatalogueLine> about, boolean repaired)
            implements ParsedLine {

        /** A line that says nothing of its item. */
        Kept(LogLine log, OptionalDouble rating, boolean repaired) {
            this(log, rating, Optional.empty(), repaired);
        }

        @Override
        public long line() {
            return log.line();
        }
    }

    /** A line of a catalogue. */
    record Described(CatalogueLine entry, boolean repaired) implements ParsedLine {
        @Override
        public long line() {
            return entry.line();
        }
    }

    /** A line of a file of campaigns. */
    record Advertised(CampaignLine entry, boolean repaired) implements ParsedLine {
        @Override
        public long line() {
            return entry.line();
        }
    }

    /** A line that cannot be used. */
    record Rejected(RejectedLine rejected) implements ParsedLine {
        @Override
        public long line() {
            return rejected.line();
        }
    }

    /**
     * A line that repeats one shortly before it in every field, or one anywhere before it in all
     * that its format tells lines apart by.
     */
    record Duplicate(long line) implements ParsedLine {}
}
