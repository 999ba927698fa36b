package org.amalgam.model.network;

import java.util.Arrays;

/**
 * Cross-entropy of the target among the columns, with sampled softmax's logQ correction as in
 * GRU4Rec: the target's own logit gets −ln pop; any other column ln of its multiplicity, in which a
 * sampled negative counts 1/pop^α and another target of the batch 1/pop.
 */
final class CrossEntropy implements ColumnLoss {

    private final NegativeSampler sampler;
    private float[] max = new float[0];
    private float[] sum = new float[0];

    /** One column's scores, from index 0 on as all else here, for vector code. */
    private float[] row = new float[0];

    CrossEntropy(NegativeSampler sampler) {
        this.sampler = sampler;
    }

    @Override
    public double gradient(Columns columns, float[] scores, int targets, float scale) {
        max = FastMath.atLeast(max, targets);
        sum = FastMath.atLeast(sum, targets);
        row = FastMath.atLeast(row, targets);
        Arrays.fill(max, 0, targets, -Float.MAX_VALUE);
        Arrays.fill(sum, 0, targets, 0f);
        correct(columns, scores, targets);
        for (int c = 0; c < columns.size(); c++) {
            exponentiate(scores, c * targets, targets);
        }
        double loss = 0;
        for (int i = 0; i < targets; i++) {
            float p = scores[columns.ofTarget(i) * targets + i] / sum[i];
            loss -= Math.log(Math.max(p, Float.MIN_NORMAL));
            sum[i] = scale / sum[i];
        }
        for (int c = 0; c < columns.size(); c++) {
            normalise(scores, c * targets, targets);
        }
        for (int i = 0; i < targets; i++) {
            scores[columns.ofTarget(i) * targets + i] -= scale;
        }
        return loss;
    }

    private void correct(Columns columns, float[] scores, int targets) {
        for (int c = 0; c < columns.size(); c++) {
            add(scores, c * targets, targets, correction(columns, c));
        }
        for (int i = 0; i < targets; i++) {
            int c = columns.ofTarget(i);
            int at = c * targets + i;
            float own = (float) -sampler.logPopularity(columns.item(c));
            scores[at] += own - correction(columns, c);
            max[i] = Math.max(max[i], scores[at]);
        }
    }

    private float correction(Columns columns, int column) {
        double log = sampler.logPopularity(columns.item(column));
        double weight =
                columns.timesTarget(column) * StrictMath.exp(-log)
                        + columns.timesDrawn(column) * StrictMath.exp(-log * sampler.power());
        return (float) StrictMath.log(weight);
    }

    private void add(float[] scores, int at, int targets, float correction) {
        System.arraycopy(scores, at, row, 0, targets);
        for (int i = 0; i < targets; i++) {
            row[i] += correction;
        }
        for (int i = 0; i < targets; i++) {
            max[i] = Math.max(max[i], row[i]);
        }
        System.arraycopy(row, 0, scores, at, targets);
    }

    private void exponentiate(float[] scores, int at, int targets) {
        System.arraycopy(scores, at, row, 0, targets);
        for (int i = 0; i < targets; i++) {
            row[i] -= max[i];
        }
        FastMath.exp(row, 0, targets);
        for (int i = 0; i < targets; i++) {
            sum[i] += row[i];
        }
        System.arraycopy(row, 0, scores, at, targets);
    }

    private void normalise(float[] scores, int at, int targets) {
        System.arraycopy(scores, at, row, 0, targets);
        for (int i = 0; i < targets; i++) {
            row[i] *= sum[i];
        }
        System.arraycopy(row, 0, scores, at, targets);
    }
}
