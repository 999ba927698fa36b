package org.amalgam.evaluation;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.Session;

/**
 * A session to test on.
 *
 * @param id the source's own session id, or the session's number where the source has none
 * @param session over the catalogue that the members were trained on; its user is not looked at
 */
public record TestSession(String id, Session session) {

    public TestSession {
        requireNonNull(id, "id");
        requireNonNull(session, "session");
    }

    ItemSequence steps() {
        return session.steps();
    }

    /**
     * What is known once {@code given} ≥ 1 steps are: as of the last of them, for when the next
     * step comes is as unknown as what it is.
     *
     * @param user number that no session learned from has: who is tested is new to the members
     */
    FeatureWindow windowAfter(int given, int user) {
        Instant lastStep = session.timeOf(given - 1);
        return new FeatureWindow(
                user,
                lastStep,
                steps().prefix(given),
                ItemSequence.empty(),
                knowsTimes() ? Optional.of(lastStep) : Optional.empty());
    }

    private boolean knowsTimes() {
        return steps().length() > 1 && steps().gapSeconds(1) != ItemSequence.UNKNOWN_GAP;
    }
}
