package org.amalgam.model.gan;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What validation says of generated rows: how well held-out items are found by them, and how far
 * new items' scores may be raised.
 */
final class ColdValidation implements AutoCloseable {

    private static final int CUT = 20;
    private static final int BLOCK = 64;
    private static final int MOST_HELD_CASES = 1_500;
    private static final int MOST_WARM_CASES = 10_000;

    private final ColdSplit split;
    private final RowStates heldCases;
    private final RowStates warmCases;
    private final int[] known;
    private final float[] knownRows;
    private final int[] placeInHeld;
    private final int[] placeInKnown;
    private final RowProducts products;
    private final int width;

    ColdValidation(ColdStartData data, ColdSplit split, long seed) {
        this.split = split;
        this.width = data.width();
        this.products = new RowProducts(width);
        boolean[] held = ColdSplit.mark(split.held(), data.items());
        boolean[] cold = ColdSplit.mark(split.cold(), data.items());
        this.known = IntStream.range(0, data.items()).filter(item -> !cold[item]).toArray();
        this.knownRows = data.rowsOf(known);
        this.placeInHeld = places(split.held(), data.items());
        this.placeInKnown = places(known, data.items());
        SplittableRandom random = new SplittableRandom(seed);
        this.heldCases = sample(data.validation(), held, MOST_HELD_CASES, random);
        boolean[] warm = ColdSplit.mark(known, data.items());
        this.warmCases = sample(data.validation(), warm, MOST_WARM_CASES, random);
    }

    private static int[] places(int[] list, int items) {
        int[] places = new int[items];
        Arrays.fill(places, -1);
        for (int i = 0; i < list.length; i++) {
            places[list[i]] = i;
        }
        return places;
    }

    private RowStates sample(RowStates all, boolean[] wanted, int most, SplittableRandom random) {
        int[] fitting =
                IntStream.range(0, all.count()).filter(i -> wanted[all.targets()[i]]).toArray();
        ColdSplit.shuffle(fitting, random);
        int n = Math.min(most, fitting.length);
        float[] queries = new float[n * width];
        int[] targets = new int[n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(all.queries(), fitting[i] * width, queries, i * width, width);
            targets[i] = all.targets()[fitting[i]];
        }
        return new RowStates(queries, targets);
    }

    /** Cases whose target is a held-out item. */
    int heldCount() {
        return heldCases.count();
    }

    /**
     * NDCG@20 of held-out targets by these rows of theirs, among all but the cold items, plus that
     * among the held-out items alone.
     */
    double quality(float[] heldRows) {
        float[] rows = knownRows.clone();
        for (int item : split.held()) {
            int from = placeInHeld[item] * width;
            System.arraycopy(heldRows, from, rows, placeInKnown[item] * width, width);
        }
        double sum = 0;
        for (int from = 0; from < heldCases.count(); from += BLOCK) {
            int count = Math.min(BLOCK, heldCases.count() - from);
            float[] scores = products.scores(rows, known.length, heldCases.queries(), from, count);
            for (int i = 0; i < count; i++) {
                sum += gains(scores, count, i, heldCases.targets()[from + i]);
            }
        }
        return heldCases.count() == 0 ? 0 : sum / heldCases.count();
    }

    private double gains(float[] scores, int stride, int column, int target) {
        float own = scores[placeInKnown[target] * stride + column];
        double all = 1;
        double among = 1;
        for (int k = 0; k < known.length; k++) {
            float score = scores[k * stride + column];
            if (score >= own && known[k] != target) {
                double part = score > own ? 1 : 0.5;
                all += part;
                among += placeInHeld[known[k]] >= 0 ? part : 0;
            }
        }
        return gain(all) + gain(among);
    }

    private static double gain(double rank) {
        return rank > CUT ? 0 : Math.log(2) / Math.log(1 + rank);
    }

    /**
     * The largest shift of the cold items' scores at which they push no more than this share of the
     * validation cases' targets off the top 20.
     */
    float shift(float[] coldRows, double mostLost) {
        float[] critical = new float[warmCases.count()];
        Arrays.fill(critical, Float.POSITIVE_INFINITY);
        for (int from = 0; from < warmCases.count(); from += BLOCK) {
            int count = Math.min(BLOCK, warmCases.count() - from);
            float[] own = new float[count];
            int[] above = aboveTargets(from, count, own);
            float[] cold =
                    products.scores(
                            coldRows, split.cold().length, warmCases.queries(), from, count);
            for (int i = 0; i < count; i++) {
                int room = CUT - above[i];
                if (room > 0 && room <= split.cold().length) {
                    critical[from + i] = own[i] - nthLargest(cold, count, i, room);
                }
            }
        }
        Arrays.sort(critical);
        return largestAllowed(critical, (int) (mostLost * critical.length));
    }

    /** Below the first shift at which one case more than allowed is lost. */
    private static float largestAllowed(float[] sorted, int allowed) {
        for (int i = Math.min(allowed, sorted.length - 1); i >= 0; i--) {
            if (Float.isFinite(sorted[i])) {
                return Math.nextDown(sorted[i]);
            }
        }
        return 0;
    }

    private int[] aboveTargets(int from, int count, float[] own) {
        float[] scores = products.scores(knownRows, known.length, warmCases.queries(), from, count);
        int[] above = new int[count];
        for (int i = 0; i < count; i++) {
            own[i] = scores[placeInKnown[warmCases.targets()[from + i]] * count + i];
        }
        for (int k = 0; k < known.length; k++) {
            for (int i = 0; i < count; i++) {
                above[i] += scores[k * count + i] > own[i] ? 1 : 0;
            }
        }
        return above;
    }

    private float nthLargest(float[] scores, int stride, int column, int n) {
        float[] own = new float[split.cold().length];
        for (int k = 0; k < own.length; k++) {
            own[k] = scores[k * stride + column];
        }
        Arrays.sort(own);
        return own[own.length - n];
    }

    @Override
    public void close() {
        products.close();
    }
}
