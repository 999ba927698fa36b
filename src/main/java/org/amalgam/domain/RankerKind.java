package org.amalgam.domain;

import java.util.Locale;

/** What a ranker is in the comparison. */
public enum RankerKind {
    /** Fused. */
    MEMBER,
    /** A yardstick: always scored, fused only when asked for. */
    BASELINE,
    /** The result of fusion. */
    FUSED;

    /** As it stands in reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
