package org.amalgam.model.network;

import java.util.Arrays;

/**
 * Cross-entropy of the target among the columns, with sampled softmax's logQ correction as in
 * GRU4Rec: the target's own logit gets −ln pop; any other column ln of its multiplicity, in which a
 * sampled negative counts 1/pop^α, a target of another sequence 1/pop, and one of the same sequence
 * nothing.
 */
final class CrossEntropy implements ColumnLoss {

    /** Takes a column out of a sum of powers of e. */
    private static final float ABSENT = -1e6f;

    private final NegativeSampler sampler;
    private final Half first = new Half();
    private final Half second = new Half();

    CrossEntropy(NegativeSampler sampler) {
        this.sampler = sampler;
    }

    @Override
    public double gradient(Columns columns, float[] scores, int targets, float scale) {
        first.start(targets);
        second.start(targets);
        Halves.of(
                columns.size(),
                first,
                second,
                (half, from, to) -> half.correct(columns, scores, from, to));
        correctCompanions(columns, scores, targets);
        correctOwn(columns, scores, targets);
        Halves.of(
                columns.size(),
                first,
                second,
                (half, from, to) -> half.exponentiate(scores, from, to));
        double loss = 0;
        for (int i = 0; i < targets; i++) {
            float sum = first.sum[i] + second.sum[i];
            float p = scores[columns.ofTarget(i) * targets + i] / sum;
            loss -= Math.log(Math.max(p, Float.MIN_NORMAL));
            first.sum[i] = scale / sum;
            second.sum[i] = scale / sum;
        }
        Halves.of(
                columns.size(),
                first,
                second,
                (half, from, to) -> half.normalise(scores, from, to));
        for (int i = 0; i < targets; i++) {
            scores[columns.ofTarget(i) * targets + i] -= scale;
        }
        return loss;
    }

    private void correctCompanions(Columns columns, float[] scores, int targets) {
        Companions companions = columns.companions();
        for (int p = 0; p < companions.size(); p++) {
            int c = companions.column(p);
            int at = c * targets + companions.target(p);
            float without = correction(columns, c, companions.times(p));
            scores[at] += without - correction(columns, c, 0);
        }
    }

    private void correctOwn(Columns columns, float[] scores, int targets) {
        for (int i = 0; i < targets; i++) {
            int c = columns.ofTarget(i);
            int at = c * targets + i;
            float own = (float) -sampler.logPopularity(columns.item(c));
            scores[at] += own - correction(columns, c, 0);
            float max = Math.max(scores[at], Math.max(first.max[i], second.max[i]));
            first.max[i] = max;
            second.max[i] = max;
        }
    }

    /** For a target whose own sequence has the column's item {@code own} times. */
    private float correction(Columns columns, int column, int own) {
        int item = columns.item(column);
        int others = columns.timesTarget(column) - own;
        int drawn = columns.timesDrawn(column);
        if (others + drawn == 0) {
            return ABSENT;
        }
        double weight = others / sampler.popularity(item) + drawn / sampler.mass(item);
        return (float) StrictMath.log(weight);
    }

    /** One half of the columns. */
    private final class Half {

        private int targets;
        private float[] max = new float[0];
        private float[] sum = new float[0];

        /** One column's scores, from index 0 on as all else here, for vector code. */
        private float[] row = new float[0];

        void start(int count) {
            targets = count;
            max = FastMath.atLeast(max, count);
            sum = FastMath.atLeast(sum, count);
            row = FastMath.atLeast(row, count);
            Arrays.fill(max, 0, count, -Float.MAX_VALUE);
            Arrays.fill(sum, 0, count, 0f);
        }

        void correct(Columns columns, float[] scores, int from, int to) {
            for (int c = from; c < to; c++) {
                float correction = correction(columns, c, 0);
                System.arraycopy(scores, c * targets, row, 0, targets);
                for (int i = 0; i < targets; i++) {
                    row[i] += correction;
                }
                for (int i = 0; i < targets; i++) {
                    max[i] = Math.max(max[i], row[i]);
                }
                System.arraycopy(row, 0, scores, c * targets, targets);
            }
        }

        void exponentiate(float[] scores, int from, int to) {
            for (int c = from; c < to; c++) {
                System.arraycopy(scores, c * targets, row, 0, targets);
                for (int i = 0; i < targets; i++) {
                    row[i] -= max[i];
                }
                FastMath.exp(row, 0, targets);
                for (int i = 0; i < targets; i++) {
                    sum[i] += row[i];
                }
                System.arraycopy(row, 0, scores, c * targets, targets);
            }
        }

        void normalise(float[] scores, int from, int to) {
            for (int c = from; c < to; c++) {
                System.arraycopy(scores, c * targets, row, 0, targets);
                for (int i = 0; i < targets; i++) {
                    row[i] *= sum[i];
                }
                System.arraycopy(row, 0, scores, c * targets, targets);
            }
        }
    }
}
