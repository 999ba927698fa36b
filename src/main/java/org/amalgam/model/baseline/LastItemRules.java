package org.amalgam.model.baseline;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.ItemSequence;

/**
 * What rankers by the last item share: a weight w(i→j) for what follows what, and the score (w(i→j)
 * + μ·p(j)) / (w(i→·) + μ) of item j after item i, p the items' share of all events.
 */
abstract class LastItemRules extends CountingMember {

    private final double mu;
    private ItemCounts counts = new ItemCounts(0);
    private PairCounts rules = new PairCounts(0);

    /**
     * @param mu how much popularity weighs, in the unit of the rules' weights; above 0
     */
    LastItemRules(String name, double mu) {
        super(name);
        this.mu = mu;
    }

    /** Adds to the rules what this event tells, given the earlier steps of its session. */
    abstract void learnRules(ItemSequence before, int item, PairCounts rules);

    @Override
    final void reset(int items) {
        counts = new ItemCounts(items);
        rules = new PairCounts(items);
    }

    @Override
    final void count(ItemSequence before, int item) {
        counts.add(item);
        learnRules(before, item, rules);
    }

    @Override
    final boolean fillFrom(FeatureWindow window, float[] scores) {
        ItemSequence context = window.context();
        if (context.isEmpty()) {
            return false;
        }
        int last = context.lastItem();
        double unit = 1 / (rules.sum(last) + mu);
        counts.fillShares(scores, mu * unit);
        rules.forEach(last, (item, weight) -> scores[item] += (float) (weight * unit));
        return true;
    }

    @Override
    protected final void write(DataOutputStream out) throws IOException {
        counts.write(out);
        rules.write(out);
    }

    @Override
    final void read(DataInputStream in) throws IOException {
        counts.read(in);
        rules.read(in);
    }
}
