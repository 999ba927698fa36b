package org.amalgam.domain;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Training data in two parts: one to learn from, and a later one to choose on.
 *
 * @param early what is learned from while choosing
 * @param late what is never learned from while choosing, in order of time; may be empty
 */
public record Holdout(TrainingSet early, List<HeldOut> late) {

    public Holdout {
        requireNonNull(early, "early");
        late = List.copyOf(late);
    }

    /**
     * Holds out the last sessions.
     *
     * @param share of the sessions, in [0, 1)
     */
    public static Holdout lastSessions(TrainingSet data, double share) {
        int all = data.sessions().size();
        int cut = all - (int) Math.round(all * share);
        return new Holdout(
                new TrainingSet(data.catalogue(), data.sessions().subList(0, cut)),
                data.sessions().subList(cut, all).stream().map(HeldOut::of).toList());
    }

    /** Whether there is anything to learn from and any case to choose on. */
    public boolean usable() {
        return !early.sessions().isEmpty() && late.stream().anyMatch(held -> held.cases() > 0);
    }
}
