package org.amalgam.ingest;

import java.util.List;
import org.amalgam.config.CleaningSettings;

/** A layout of comma-separated files with a header. Immutable; thread-safe. */
public interface LogFormat {

    /** As in {@code --format}; lower case. */
    String name();

    /** Columns that must be there, in lower case. */
    List<String> required();

    /** Whether a file with this header is meant to be of this format. */
    default boolean recognises(Header header) {
        return header.missing(required()).isEmpty();
    }

    /** What the lines of a file tell of. */
    enum Content {
        EVENTS,
        ITEMS,
        CAMPAIGNS
    }

    /** What its lines tell of: mostly of what users did. */
    default Content content() {
        return Content.EVENTS;
    }

    /** A parser for one file; {@code header} has all required columns. */
    LineParser parser(Header header, CleaningSettings settings);
}
