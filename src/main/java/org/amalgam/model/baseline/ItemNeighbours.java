package org.amalgam.model.baseline;

import static java.util.Objects.requireNonNull;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.amalgam.config.NeighbourSettings;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.ItemSequence;

/**
 * Item neighbours by the cosine of co-occurrence in sessions, kept up to date event by event: s(i,
 * j) = n(i, j) / (√(n(i)·n(j)) + shrinkage), n counting sessions. An item is scored by the sum of
 * its similarities to the session's latest distinct items, older ones decayed. That an item comes
 * back in its session counts as a pair of it with itself. Popularity, far below any pair, orders
 * the rest.
 */
public final class ItemNeighbours extends CountingMember {

    /** As in {@code --members}. */
    public static final String NAME = "itemknn";

    private static final double POPULARITY_WEIGHT = 1e-5;

    private final NeighbourSettings settings;
    private final IntOpenHashSet seen = new IntOpenHashSet();
    private ItemCounts counts = new ItemCounts(0);
    private int[] sessions = new int[0];
    private PairCounts pairs = new PairCounts(0);

    public ItemNeighbours(NeighbourSettings settings) {
        super(NAME);
        this.settings = requireNonNull(settings, "settings");
    }

    @Override
    void reset(int items) {
        counts = new ItemCounts(items);
        sessions = new int[items];
        pairs = new PairCounts(items);
    }

    @Override
    void count(ItemSequence before, int item) {
        counts.add(item);
        ItemSequence paired = before.tail(settings.pairSteps());
        if (occursIn(paired, item)) {
            pairs.add(item, item);
            return;
        }
        sessions[item]++;
        seen.clear();
        for (int i = paired.length() - 1; i >= 0; i--) {
            int earlier = paired.item(i);
            if (seen.add(earlier)) {
                pairs.add(earlier, item);
                pairs.add(item, earlier);
            }
        }
    }

    private static boolean occursIn(ItemSequence steps, int item) {
        for (int i = 0; i < steps.length(); i++) {
            if (steps.item(i) == item) {
                return true;
            }
        }
        return false;
    }

    @Override
    boolean fillFrom(FeatureWindow window, float[] scores) {
        ItemSequence context = window.context();
        if (context.isEmpty()) {
            return false;
        }
        counts.fillShares(scores, POPULARITY_WEIGHT);
        seen.clear();
        double weight = 1;
        for (int i = context.length() - 1; i >= 0 && seen.size() < settings.lastItems(); i--) {
            if (seen.add(context.item(i))) {
                addNeighbours(context.item(i), weight, scores);
                weight *= settings.decay();
            }
        }
        return true;
    }

    /**
     * Fills in how similar each item is to this one, as in this class's formula; 0 for those that
     * never shared a session with it.
     *
     * @param similarities as many as items
     */
    public void similarities(int item, float[] similarities) {
        Arrays.fill(similarities, 0);
        addNeighbours(item, 1, similarities);
    }

    private void addNeighbours(int item, double weight, float[] scores) {
        double shrinkage = settings.shrinkage();
        double occurrences = Math.max(1, sessions[item]);
        pairs.forEach(
                item,
                (other, count) -> {
                    double others = Math.max(1, sessions[other]);
                    double norm = Math.sqrt(occurrences * others) + shrinkage;
                    scores[other] += (float) (weight * count / norm);
                });
    }

    @Override
    protected void write(DataOutputStream out) throws IOException {
        counts.write(out);
        for (int count : sessions) {
            out.writeInt(count);
        }
        pairs.write(out);
    }

    @Override
    void read(DataInputStream in) throws IOException {
        counts.read(in);
        for (int item = 0; item < sessions.length; item++) {
            sessions[item] = in.readInt();
        }
        pairs.read(in);
    }
}
