package org.amalgam.model.baseline;

import org.amalgam.domain.ItemSequence;

/**
 * Sequential rules (Kamehkhosh, Jannach &amp; Ludewig 2017, "SR"): whenever j follows i in a
 * session within {@value #STEPS} steps, the rule i → j gains 1 / steps between them. Items are
 * scored by the rules of the last item, w(i→j) + μ·p(j), over their sum; p is the items' share of
 * all events, and μ is so small that popularity only orders what rules leave equal.
 */
public final class SequentialRules extends LastItemRules {

    /** As in {@code --members}. */
    public static final String NAME = "rules";

    private static final int STEPS = 10;

    /** Divisible by every number of steps, so that weights are whole numbers and sums exact. */
    private static final int ONE = 2520;

    /** The weight of the weakest rule. */
    private static final double MU = ONE / STEPS;

    public SequentialRules() {
        super(NAME, MU);
    }

    @Override
    void learnRules(ItemSequence before, int item, PairCounts rules) {
        for (int steps = 1; steps <= Math.min(STEPS, before.length()); steps++) {
            rules.add(before.item(before.length() - steps), item, ONE / steps);
        }
    }
}
