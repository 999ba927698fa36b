package org.amalgam.model.baseline;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.amalgam.domain.Session;

/**
 * Counts of items in which an event weighs 2^(time / half-life): against any later moment older
 * events have faded by the half-life, and no count need be touched as time goes on. The order in
 * which events come does not matter.
 */
final class FadingCounts {

    private static final int CUT = 20;

    /** Half-lives after which weights are scaled down, long before they are too large. */
    private static final int RESCALE_AFTER = 256;

    private final long halfLifeMillis;
    private final double[] weights;
    private long originMillis = Long.MIN_VALUE;

    FadingCounts(int items, Duration halfLife) {
        weights = new double[items];
        halfLifeMillis = halfLife.toMillis();
    }

    void add(int item, long millis) {
        if (originMillis == Long.MIN_VALUE) {
            originMillis = millis;
        }
        double halfLives = (millis - originMillis) / (double) halfLifeMillis;
        if (halfLives > RESCALE_AFTER) {
            moveOrigin((int) Math.min(Integer.MAX_VALUE, Math.floor(halfLives)));
            halfLives = (millis - originMillis) / (double) halfLifeMillis;
        }
        weights[item] += Math.pow(2, halfLives);
    }

    /** By whole half-lives, so that scaling rounds nothing but what has faded away. */
    private void moveOrigin(int halfLives) {
        originMillis += halfLives * halfLifeMillis;
        for (int item = 0; item < weights.length; item++) {
            weights[item] = Math.scalb(weights[item], -halfLives);
        }
    }

    /** Sets every score to the item's weight over the largest one; in [0, 1]. */
    void fill(float[] scores) {
        double largest = Double.MIN_NORMAL;
        for (double weight : weights) {
            largest = Math.max(largest, weight);
        }
        for (int item = 0; item < weights.length; item++) {
            scores[item] = (float) (weights[item] / largest);
        }
    }

    /** HR@20 + MRR@20 over all steps but the first of these sessions. */
    double quality(List<Session> sessions) {
        double[] gains = gains();
        double sum = 0;
        int cases = 0;
        for (Session session : sessions) {
            for (int i = 1; i < session.steps().length(); i++) {
                sum += gains[session.steps().item(i)];
                cases++;
            }
        }
        return sum / Math.max(1, cases);
    }

    /** By item, 1 + 1 / rank, or 0 beyond rank 20; ties share their mean rank. */
    private double[] gains() {
        int[] order = new int[weights.length];
        for (int item = 0; item < order.length; item++) {
            order[item] = item;
        }
        IntArrays.quickSort(order, (a, b) -> Double.compare(weights[b], weights[a]));
        double[] gains = new double[order.length];
        for (int from = 0; from < Math.min(CUT, order.length); ) {
            int until = from + 1;
            while (until < order.length && weights[order[until]] == weights[order[from]]) {
                until++;
            }
            double rank = (from + 1 + until) / 2.0;
            for (int i = from; i < until; i++) {
                gains[order[i]] = rank <= CUT ? 1 + 1 / rank : 0;
            }
            from = until;
        }
        return gains;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeLong(originMillis);
        for (double weight : weights) {
            out.writeDouble(weight);
        }
    }

    void read(DataInputStream in) throws IOException {
        originMillis = in.readLong();
        for (int item = 0; item < weights.length; item++) {
            weights[item] = in.readDouble();
        }
    }
}
