package org.amalgam.model.baseline;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.ItemSequence;

/**
 * First-order Markov chain over the items of a session: P(j | i) = (n(i→j) + μ·p(j)) / (n(i→·) +
 * μ), i the last item, p the items' share of all events (Dirichlet smoothing). μ is one event, so
 * that a single transition outweighs any popularity, which only orders what is otherwise equal.
 */
public final class MarkovChain extends CountingMember {

    /** As in {@code --members}. */
    public static final String NAME = "markov";

    private static final double MU = 1;

    private ItemCounts counts = new ItemCounts(0);
    private PairCounts transitions = new PairCounts(0);

    public MarkovChain() {
        super(NAME);
    }

    @Override
    void reset(int items) {
        counts = new ItemCounts(items);
        transitions = new PairCounts(items);
    }

    @Override
    void count(ItemSequence before, int item) {
        counts.add(item);
        if (!before.isEmpty()) {
            transitions.add(before.lastItem(), item);
        }
    }

    @Override
    boolean fillFrom(FeatureWindow window, float[] scores) {
        ItemSequence context = window.context();
        if (context.isEmpty()) {
            return false;
        }
        int last = context.lastItem();
        double unit = 1 / (transitions.sum(last) + MU);
        counts.fillShares(scores, MU * unit);
        transitions.forEach(last, (item, count) -> scores[item] += (float) (count * unit));
        return true;
    }

    @Override
    protected void write(DataOutputStream out) throws IOException {
        counts.write(out);
        transitions.write(out);
    }

    @Override
    void read(DataInputStream in) throws IOException {
        counts.read(in);
        transitions.read(in);
    }
}
