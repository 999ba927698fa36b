package org.amalgam.model.neighbour;

import java.util.Arrays;
import org.amalgam.config.SessionNeighbourSettings;
import org.amalgam.config.SessionNeighbourSettings.Weighting;
import org.amalgam.domain.ItemSequence;

/** The running session as neighbours are sought for it: its items with position and weight. */
final class QuerySteps {

    private final SessionNeighbourSettings settings;

    /** Last position of each item, from 1; 0 for items that are not in the session. */
    private final int[] positions;

    private int[] items = new int[64];
    private double[] weights = new double[64];
    private int distinct;
    private int length;
    private double norm;

    QuerySteps(int itemCount, SessionNeighbourSettings settings) {
        this.positions = new int[itemCount];
        this.settings = settings;
    }

    /** Takes these steps, T ≥ 1, in place of those before. An item counts where it stands last. */
    void set(ItemSequence steps) {
        for (int i = 0; i < distinct; i++) {
            positions[items[i]] = 0;
        }
        length = steps.length();
        distinct = 0;
        if (items.length < length) {
            items = new int[2 * length];
            weights = Arrays.copyOf(weights, items.length);
        }
        double squares = 0;
        for (int back = 0; back < length; back++) {
            int item = steps.item(length - 1 - back);
            double weight = weightAt(back);
            // A weight of nothing would let a session be found twice; it is beyond any precision.
            if (positions[item] == 0 && weight > 0) {
                positions[item] = length - back;
                items[distinct] = item;
                weights[distinct++] = weight;
                squares += weight * weight;
            }
        }
        norm = Math.sqrt(squares);
    }

    private double weightAt(int back) {
        return settings.weighting() == Weighting.EXPONENTIAL
                ? Math.exp(-back / settings.querySteps())
                : (length - back) / (double) length;
    }

    /** How much a neighbour's votes count whose latest shared item stands at this position. */
    double voteWeight(int position) {
        int back = length - position;
        return settings.weighting() == Weighting.EXPONENTIAL
                ? Math.exp(-back / settings.overlapSteps())
                : 1.0 / (back + 1);
    }

    int distinct() {
        return distinct;
    }

    /** The i-th distinct item, latest first. */
    int item(int i) {
        return items[i];
    }

    double weight(int i) {
        return weights[i];
    }

    /** Euclidean length of the weights. */
    double norm() {
        return norm;
    }

    /** By item: last position in the session, from 1; 0 when it is not there. */
    int[] positions() {
        return positions;
    }
}
