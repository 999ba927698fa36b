package org.amalgam.model.baseline;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.ItemSequence;

/**
 * Sequential rules (Kamehkhosh, Jannach &amp; Ludewig 2017, "SR"): whenever j follows i in a
 * session within {@value #STEPS} steps, the rule i → j gains 1 / steps between them. Items are
 * scored by the rules of the last item, w(i→j) + μ·p(j), over their sum; p is the items' share of
 * all events, and μ is so small that popularity only orders what rules leave equal.
 */
public final class SequentialRules extends CountingMember {

    /** As in {@code --members}. */
    public static final String NAME = "rules";

    private static final int STEPS = 10;

    /** Divisible by every number of steps, so that weights are whole numbers and sums exact. */
    private static final int ONE = 2520;

    /** The weight of the weakest rule. */
    private static final double MU = ONE / STEPS;

    private ItemCounts counts = new ItemCounts(0);
    private PairCounts rules = new PairCounts(0);

    public SequentialRules() {
        super(NAME);
    }

    @Override
    void reset(int items) {
        counts = new ItemCounts(items);
        rules = new PairCounts(items);
    }

    @Override
    void count(ItemSequence before, int item) {
        counts.add(item);
        for (int steps = 1; steps <= Math.min(STEPS, before.length()); steps++) {
            rules.add(before.item(before.length() - steps), item, ONE / steps);
        }
    }

    @Override
    boolean fillFrom(FeatureWindow window, float[] scores) {
        ItemSequence context = window.context();
        if (context.isEmpty()) {
            return false;
        }
        int last = context.lastItem();
        double unit = 1 / (rules.sum(last) + MU);
        counts.fillShares(scores, MU * unit);
        rules.forEach(last, (item, weight) -> scores[item] += (float) (weight * unit));
        return true;
    }

    @Override
    protected void write(DataOutputStream out) throws IOException {
        counts.write(out);
        rules.write(out);
    }

    @Override
    void read(DataInputStream in) throws IOException {
        counts.read(in);
        rules.read(in);
    }
}
