package org.amalgam.model.baseline;

import org.amalgam.domain.ItemSequence;

/**
 * First-order Markov chain over the items of a session: P(j | i) = (n(i→j) + μ·p(j)) / (n(i→·) +
 * μ), i the last item, p the items' share of all events (Dirichlet smoothing). μ is one event, so
 * that a single transition outweighs any popularity, which only orders what is otherwise equal.
 */
public final class MarkovChain extends LastItemRules {

    /** As in {@code --members}. */
    public static final String NAME = "markov";

    private static final double MU = 1;

    public MarkovChain() {
        super(NAME, MU);
    }

    @Override
    void learnRules(ItemSequence before, int item, PairCounts transitions) {
        if (!before.isEmpty()) {
            transitions.add(before.lastItem(), item);
        }
    }
}
