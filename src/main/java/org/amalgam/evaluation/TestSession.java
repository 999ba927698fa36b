package org.amalgam.evaluation;

import static java.util.Objects.requireNonNull;

import org.amalgam.domain.ItemSequence;

/**
 * A session to test on.
 *
 * @param id the source's own session id, or the session's number where the source has none
 * @param steps over the catalogue that the members were trained on
 */
public record TestSession(String id, ItemSequence steps) {

    public TestSession {
        requireNonNull(id, "id");
        requireNonNull(steps, "steps");
    }
}
