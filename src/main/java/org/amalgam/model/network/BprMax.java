package org.amalgam.model.network;

import java.util.Arrays;

/**
 * BPR-max with score regularisation (Hidasi and Karatzoglou 2018): −ln Σ s_j·σ(r_y − r_j) + λ·Σ
 * s_j·r_j², where r is the ELU of the score, y the target, j the other columns, and s_j the softmax
 * of their r weighted by how often each stands in the batch.
 */
final class BprMax implements ColumnLoss {

    /** λ, at which peers reached their figures. */
    private static final float REGULARISATION = 0.9f;

    private float[] shares = new float[0];
    private float[] own = new float[0];
    private float[] max = new float[0];
    private float[] sum = new float[0];
    private float[] wins = new float[0];
    private float[] squares = new float[0];
    private float[] ownGradient = new float[0];

    @Override
    public double gradient(Columns columns, float[] scores, int targets, float scale) {
        reserve(columns, targets);
        for (int c = 0; c < columns.size(); c++) {
            activate(scores, c * targets, targets);
        }
        for (int i = 0; i < targets; i++) {
            own[i] = scores[columns.ofTarget(i) * targets + i];
        }
        weigh(columns, scores, targets);
        for (int c = 0; c < columns.size(); c++) {
            accumulate(scores, c * targets, targets);
        }
        double loss = 0;
        for (int i = 0; i < targets; i++) {
            wins[i] = wins[i] / sum[i] + 1e-12f;
            squares[i] /= sum[i];
            loss += REGULARISATION * squares[i] - Math.log(wins[i]);
            sum[i] = scale / sum[i];
        }
        for (int c = 0; c < columns.size(); c++) {
            differentiate(scores, c * targets, targets);
        }
        for (int i = 0; i < targets; i++) {
            scores[columns.ofTarget(i) * targets + i] = -ownGradient[i] * slope(own[i]);
        }
        return loss;
    }

    private void reserve(Columns columns, int targets) {
        shares = FastMath.atLeast(shares, columns.size() * targets);
        own = FastMath.atLeast(own, targets);
        max = FastMath.atLeast(max, targets);
        sum = FastMath.atLeast(sum, targets);
        wins = FastMath.atLeast(wins, targets);
        squares = FastMath.atLeast(squares, targets);
        ownGradient = FastMath.atLeast(ownGradient, targets);
        Arrays.fill(max, -Float.MAX_VALUE);
        // Not zero, so that a target without any other column has a loss all the same.
        Arrays.fill(sum, Float.MIN_NORMAL);
        Arrays.fill(wins, 0f);
        Arrays.fill(squares, 0f);
        Arrays.fill(ownGradient, 0f);
    }

    /** ELU: x above 0, e^x − 1 below. */
    private void activate(float[] scores, int at, int targets) {
        for (int i = 0; i < targets; i++) {
            float score = scores[at + i];
            float activated = Math.max(score, 0f) + FastMath.exp(Math.min(score, 0f)) - 1f;
            scores[at + i] = activated;
            max[i] = Math.max(max[i], activated);
        }
    }

    /** d ELU(x) / dx, from ELU(x). */
    private static float slope(float activated) {
        return Math.min(activated, 0f) + 1f;
    }

    private void weigh(Columns columns, float[] scores, int targets) {
        for (int c = 0; c < columns.size(); c++) {
            float times = columns.timesTarget(c) + columns.timesDrawn(c);
            int at = c * targets;
            for (int i = 0; i < targets; i++) {
                shares[at + i] = times * FastMath.exp(scores[at + i] - max[i]);
            }
        }
        for (int i = 0; i < targets; i++) {
            shares[columns.ofTarget(i) * targets + i] = 0;
        }
    }

    private void accumulate(float[] scores, int at, int targets) {
        for (int i = 0; i < targets; i++) {
            float r = scores[at + i];
            float share = shares[at + i];
            sum[i] += share;
            wins[i] += share / (1f + FastMath.exp(r - own[i]));
            squares[i] += share * r * r;
        }
    }

    private void differentiate(float[] scores, int at, int targets) {
        for (int i = 0; i < targets; i++) {
            float r = scores[at + i];
            float win = 1f / (1f + FastMath.exp(r - own[i]));
            float share = shares[at + i] * sum[i];
            float steep = win * (1f - win) / wins[i];
            float pull = REGULARISATION * (r * r - squares[i]) + 1f - win / wins[i];
            ownGradient[i] += share * steep;
            scores[at + i] = share * (pull + steep + 2 * REGULARISATION * r) * slope(r);
        }
    }
}
