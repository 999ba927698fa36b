package org.amalgam.fusion;

import it.unimi.dsi.fastutil.floats.FloatArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;

/**
 * The quality of weights on some cases, made to be asked hundreds of times: only items that some
 * member has among its first 60 are compared, and a case is given up once 20 items are above its
 * target. So figures may differ from {@link KeptMix} in a case now and then; what is reported is
 * measured there.
 */
final class MixObjective {

    private static final int DEPTH = 60;

    private final int members;
    private final int cases;
    private final IntArrayList starts = new IntArrayList(new int[] {0});
    private final IntArrayList targets = new IntArrayList();
    private final float[] values;
    private final MixQuality reference;

    /**
     * @param reference quality that both figures are put in proportion to
     */
    MixObjective(KeptMix mix, int[] indices, MixQuality reference) {
        this.members = mix.cases().members().size();
        this.cases = indices.length;
        this.reference = reference;
        CaseRows rows = mix.cases().rows();
        FloatArrayList flat = new FloatArrayList();
        for (int index : indices) {
            if (!rows.within(DEPTH, rows.targetRow(index), index)) {
                continue; // a miss with any weights
            }
            for (int row = rows.start(index); row < rows.end(index); row++) {
                if (!rows.within(DEPTH, row, index)) {
                    continue;
                }
                if (row == rows.targetRow(index)) {
                    targets.add(flat.size());
                }
                for (int m = 0; m < members; m++) {
                    flat.add((float) mix.value(m, index, row));
                }
            }
            starts.add(flat.size());
        }
        this.values = flat.toFloatArray();
    }

    int members() {
        return members;
    }

    /** HR@20 and MRR@20 together, in proportion to the reference's. */
    double value(double[] weights) {
        int hits = 0;
        double reciprocal = 0;
        for (int i = 0; i < targets.size(); i++) {
            double rank = rank(i, weights);
            if (rank <= MixQuality.CUT) {
                hits++;
                reciprocal += 1 / rank;
            }
        }
        double n = Math.max(1, cases);
        return new MixQuality(cases, hits / n, reciprocal / n).relativeTo(reference);
    }

    private double rank(int i, double[] weights) {
        float own = fused(targets.getInt(i), weights);
        int above = 0;
        int tied = -1;
        int end = starts.getInt(i + 1);
        for (int at = starts.getInt(i); at < end && above < MixQuality.CUT; at += members) {
            float score = fused(at, weights);
            if (score >= own) {
                above += score > own ? 1 : 0;
                tied += score == own ? 1 : 0;
            }
        }
        return above >= MixQuality.CUT ? Integer.MAX_VALUE : 1 + above + tied / 2.0;
    }

    private float fused(int at, double[] weights) {
        double sum = 0;
        for (int m = 0; m < members; m++) {
            sum += weights[m] * values[at + m];
        }
        return (float) sum;
    }
}
