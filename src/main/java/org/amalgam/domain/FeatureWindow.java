package org.amalgam.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known about a user just before an event.
 *
 * @param asOf time of the coming event; nothing in the window is later
 * @param session steps of the running session, oldest first; empty when the event opens one
 * @param history the user's latest steps before this session, oldest first, bounded
 * @param lastStepAt time of the last step of {@link #context}; empty where the log has no times
 */
public record FeatureWindow(
        int user,
        Instant asOf,
        ItemSequence session,
        ItemSequence history,
        Optional<Instant> lastStepAt) {

    public FeatureWindow {
        requireNonNull(asOf, "asOf");
        requireNonNull(session, "session");
        requireNonNull(history, "history");
        requireNonNull(lastStepAt, "lastStepAt");
    }

    /** A window whose last step has no known time. */
    public FeatureWindow(int user, Instant asOf, ItemSequence session, ItemSequence history) {
        this(user, asOf, session, history, Optional.empty());
    }

    /** The running session, or when it has not begun the steps before it. */
    public ItemSequence context() {
        return session.isEmpty() ? history : session;
    }

    /**
     * The window as it would be had the user never met this item in the {@link #context}.
     *
     * @throws IllegalArgumentException if that would leave no step: the context would then be
     *     another one
     */
    public FeatureWindow withoutItem(int item) {
        ItemSequence rest = context().withoutItem(item);
        if (rest.isEmpty()) {
            throw new IllegalArgumentException("the context has no item but " + item);
        }
        return session.isEmpty()
                ? new FeatureWindow(user, asOf, session, rest, lastStepWithout(item))
                : new FeatureWindow(user, asOf, rest, history, lastStepWithout(item));
    }

    private Optional<Instant> lastStepWithout(int item) {
        ItemSequence steps = context();
        float back = 0;
        for (int i = steps.length() - 1; steps.item(i) == item; i--) {
            back = ItemSequence.joined(back, steps.gapSeconds(i));
        }
        long millis = Math.round(1000.0 * back);
        return back < 0 ? Optional.empty() : lastStepAt.map(time -> time.minusMillis(millis));
    }
}
