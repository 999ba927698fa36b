package org.amalgam.domain;

import static java.util.Objects.requireNonNull;

/**
 * A session that members must not learn from, on whose later steps choices are made.
 *
 * @param firstTarget index of the first step that is to be predicted from those before it, ≥ 1; a
 *     session with fewer steps holds no case
 */
public record HeldOut(Session session, int firstTarget) {

    public HeldOut {
        requireNonNull(session, "session");
        if (firstTarget < 1) {
            throw new IllegalArgumentException(
                    "first target " + firstTarget + " has no step before it");
        }
    }

    /** All steps but the first are to be predicted. */
    public static HeldOut of(Session session) {
        return new HeldOut(session, 1);
    }

    /** How many steps are to be predicted. */
    public int cases() {
        return Math.max(0, session.steps().length() - firstTarget);
    }
}
