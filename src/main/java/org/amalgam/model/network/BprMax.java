package org.amalgam.model.network;

import java.util.Arrays;

/**
 * BPR-max with score regularisation (Hidasi and Karatzoglou 2018): −ln Σ s_j·σ(r_y − r_j) + λ·Σ
 * s_j·r_j², where r is the ELU of the score, y the target, j the other columns, and s_j the softmax
 * of their r weighted by how often each stands in the batch, but for targets of the same sequence.
 */
final class BprMax implements ColumnLoss {

    /** λ, at which peers reached their figures. */
    private static final float REGULARISATION = 0.9f;

    private final Half first = new Half();
    private final Half second = new Half();
    private float[] shares = new float[0];
    private float[] own = new float[0];

    @Override
    public double gradient(Columns columns, float[] scores, int targets, float scale) {
        int size = columns.size();
        shares = FastMath.atLeast(shares, size * targets);
        own = FastMath.atLeast(own, targets);
        first.start(targets);
        second.start(targets);
        Halves.of(size, first, second, (half, from, to) -> half.activate(scores, from, to));
        for (int i = 0; i < targets; i++) {
            own[i] = scores[columns.ofTarget(i) * targets + i];
            first.max[i] = Math.max(first.max[i], second.max[i]);
            second.max[i] = first.max[i];
        }
        Halves.of(size, first, second, (half, from, to) -> half.weigh(columns, scores, from, to));
        for (int i = 0; i < targets; i++) {
            shares[columns.ofTarget(i) * targets + i] = 0;
        }
        takeOutCompanions(columns, targets);
        Halves.of(size, first, second, (half, from, to) -> half.accumulate(scores, from, to));
        double loss = 0;
        for (int i = 0; i < targets; i++) {
            loss += settle(i, scale);
        }
        Halves.of(size, first, second, (half, from, to) -> half.differentiate(scores, from, to));
        for (int i = 0; i < targets; i++) {
            float pull = first.ownGradient[i] + second.ownGradient[i];
            scores[columns.ofTarget(i) * targets + i] = -pull * slope(own[i]);
        }
        return loss;
    }

    private void takeOutCompanions(Columns columns, int targets) {
        Companions companions = columns.companions();
        for (int p = 0; p < companions.size(); p++) {
            int c = companions.column(p);
            float times = columns.timesTarget(c) + columns.timesDrawn(c);
            float others = times - companions.times(p);
            shares[c * targets + companions.target(p)] *= others / times;
        }
    }

    /** Puts a target's two sums together, for both halves; returns its loss. */
    private double settle(int i, float scale) {
        // Not zero, so that a target without any other column has a loss all the same.
        float sum = Float.MIN_NORMAL + first.sum[i] + second.sum[i];
        float wins = (first.wins[i] + second.wins[i]) / sum + 1e-12f;
        float squares = (first.squares[i] + second.squares[i]) / sum;
        first.settle(i, scale / sum, wins, squares);
        second.settle(i, scale / sum, wins, squares);
        return REGULARISATION * squares - Math.log(wins);
    }

    /** d ELU(x) / dx, from ELU(x). */
    private static float slope(float activated) {
        return Math.min(activated, 0f) + 1f;
    }

    /** One half of the columns. */
    private final class Half {

        private int targets;
        private float[] max = new float[0];
        private float[] sum = new float[0];
        private float[] wins = new float[0];
        private float[] squares = new float[0];
        private float[] ownGradient = new float[0];

        // One column's activated scores, its shares and a power of e, from index 0 on as all else
        // here, for vector code.
        private float[] row = new float[0];
        private float[] share = new float[0];
        private float[] power = new float[0];

        void start(int count) {
            targets = count;
            max = FastMath.atLeast(max, count);
            sum = FastMath.atLeast(sum, count);
            wins = FastMath.atLeast(wins, count);
            squares = FastMath.atLeast(squares, count);
            ownGradient = FastMath.atLeast(ownGradient, count);
            row = FastMath.atLeast(row, count);
            share = FastMath.atLeast(share, count);
            power = FastMath.atLeast(power, count);
            Arrays.fill(max, -Float.MAX_VALUE);
            Arrays.fill(sum, 0f);
            Arrays.fill(wins, 0f);
            Arrays.fill(squares, 0f);
            Arrays.fill(ownGradient, 0f);
        }

        void settle(int i, float scale, float win, float square) {
            sum[i] = scale;
            wins[i] = win;
            squares[i] = square;
        }

        /** ELU: x above 0, e^x − 1 below. */
        void activate(float[] scores, int from, int to) {
            for (int c = from; c < to; c++) {
                System.arraycopy(scores, c * targets, row, 0, targets);
                for (int i = 0; i < targets; i++) {
                    power[i] = Math.min(row[i], 0f);
                }
                FastMath.exp(power, 0, targets);
                for (int i = 0; i < targets; i++) {
                    row[i] = Math.max(row[i], 0f) + power[i] - 1f;
                }
                for (int i = 0; i < targets; i++) {
                    max[i] = Math.max(max[i], row[i]);
                }
                System.arraycopy(row, 0, scores, c * targets, targets);
            }
        }

        void weigh(Columns columns, float[] scores, int from, int to) {
            for (int c = from; c < to; c++) {
                float times = columns.timesTarget(c) + columns.timesDrawn(c);
                System.arraycopy(scores, c * targets, row, 0, targets);
                for (int i = 0; i < targets; i++) {
                    row[i] -= max[i];
                }
                FastMath.exp(row, 0, targets);
                for (int i = 0; i < targets; i++) {
                    row[i] *= times;
                }
                System.arraycopy(row, 0, shares, c * targets, targets);
            }
        }

        void accumulate(float[] scores, int from, int to) {
            for (int c = from; c < to; c++) {
                load(scores, c * targets);
                for (int i = 0; i < targets; i++) {
                    sum[i] += share[i];
                }
                for (int i = 0; i < targets; i++) {
                    wins[i] += share[i] / power[i];
                }
                for (int i = 0; i < targets; i++) {
                    squares[i] += share[i] * row[i] * row[i];
                }
            }
        }

        /** Takes a column's scores and shares, and 1 / σ(r_y − r_j) for each target. */
        private void load(float[] scores, int at) {
            System.arraycopy(scores, at, row, 0, targets);
            System.arraycopy(shares, at, share, 0, targets);
            for (int i = 0; i < targets; i++) {
                power[i] = row[i] - own[i];
            }
            FastMath.exp(power, 0, targets);
            for (int i = 0; i < targets; i++) {
                power[i] += 1f;
            }
        }

        void differentiate(float[] scores, int from, int to) {
            for (int c = from; c < to; c++) {
                load(scores, c * targets);
                for (int i = 0; i < targets; i++) {
                    share[i] *= sum[i];
                }
                for (int i = 0; i < targets; i++) {
                    float win = 1f / power[i];
                    float pull =
                            REGULARISATION * (row[i] * row[i] - squares[i]) + 1f - win / wins[i];
                    power[i] = win * (1f - win) / wins[i];
                    row[i] =
                            share[i]
                                    * (pull + power[i] + 2 * REGULARISATION * row[i])
                                    * slope(row[i]);
                }
                for (int i = 0; i < targets; i++) {
                    ownGradient[i] += share[i] * power[i];
                }
                System.arraycopy(row, 0, scores, c * targets, targets);
            }
        }
    }
}
