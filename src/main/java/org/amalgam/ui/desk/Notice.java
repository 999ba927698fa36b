package org.amalgam.ui.desk;

import static java.util.Objects.requireNonNull;

/** One line for the banner. */
public record Notice(Kind kind, String text) {

    /** How it is meant. */
    public enum Kind {
        INFO,
        ERROR
    }

    public Notice {
        requireNonNull(kind, "kind");
        requireNonNull(text, "text");
    }
}
