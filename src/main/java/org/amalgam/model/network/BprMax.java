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

    // One column's activated scores, its shares and a power of e, from index 0 on as all else here,
    // for vector code.
    private float[] row = new float[0];
    private float[] share = new float[0];
    private float[] power = new float[0];

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
        row = FastMath.atLeast(row, targets);
        share = FastMath.atLeast(share, targets);
        power = FastMath.atLeast(power, targets);
        Arrays.fill(max, -Float.MAX_VALUE);
        // Not zero, so that a target without any other column has a loss all the same.
        Arrays.fill(sum, Float.MIN_NORMAL);
        Arrays.fill(wins, 0f);
        Arrays.fill(squares, 0f);
        Arrays.fill(ownGradient, 0f);
    }

    /** ELU: x above 0, e^x − 1 below. */
    private void activate(float[] scores, int at, int targets) {
        System.arraycopy(scores, at, row, 0, targets);
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
        System.arraycopy(row, 0, scores, at, targets);
    }

    /** d ELU(x) / dx, from ELU(x). */
    private static float slope(float activated) {
        return Math.min(activated, 0f) + 1f;
    }

    private void weigh(Columns columns, float[] scores, int targets) {
        for (int c = 0; c < columns.size(); c++) {
            float times = columns.timesTarget(c) + columns.timesDrawn(c);
            int at = c * targets;
            System.arraycopy(scores, at, row, 0, targets);
            for (int i = 0; i < targets; i++) {
                row[i] -= max[i];
            }
            FastMath.exp(row, 0, targets);
            for (int i = 0; i < targets; i++) {
                row[i] *= times;
            }
            System.arraycopy(row, 0, shares, at, targets);
        }
        for (int i = 0; i < targets; i++) {
            shares[columns.ofTarget(i) * targets + i] = 0;
        }
    }

    private void accumulate(float[] scores, int at, int targets) {
        load(scores, at, targets);
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

    /** Takes a column's scores and shares, and 1 / σ(r_y − r_j) for each target. */
    private void load(float[] scores, int at, int targets) {
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

    private void differentiate(float[] scores, int at, int targets) {
        load(scores, at, targets);
        for (int i = 0; i < targets; i++) {
            share[i] *= sum[i];
        }
        for (int i = 0; i < targets; i++) {
            float win = 1f / power[i];
            float pull = REGULARISATION * (row[i] * row[i] - squares[i]) + 1f - win / wins[i];
            power[i] = win * (1f - win) / wins[i];
            row[i] = share[i] * (pull + power[i] + 2 * REGULARISATION * row[i]) * slope(row[i]);
        }
        for (int i = 0; i < targets; i++) {
            ownGradient[i] += share[i] * power[i];
        }
        System.arraycopy(row, 0, scores, at, targets);
    }
}
