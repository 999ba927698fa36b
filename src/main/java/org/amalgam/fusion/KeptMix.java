package org.amalgam.fusion;

import java.util.Optional;
import org.amalgam.config.FusionSettings;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.TargetRank;

/**
 * Kept cases under one normalisation, ready to be fused by any weights, as {@link WeightedFuser}
 * would: the same values, added in the same order, rounded to float, ties by their mean rank.
 * Immutable; thread-safe.
 */
public final class KeptMix implements KeptScores {

    private final KeptCases cases;
    private final CaseRows rows;
    private final double[][] values;
    private final double[][] bounds;

    /**
     * Normalises all kept scores.
     *
     * @throws IllegalArgumentException for a softmax at a temperature other than those that cases
     *     are kept for (32, 16, … down to 1/4)
     */
    public KeptMix(KeptCases cases, FusionSettings settings) {
        this.cases = cases;
        this.rows = cases.rows();
        this.values = new double[rows.members()][rows.rows()];
        this.bounds = new double[rows.members()][rows.cases()];
        for (int m = 0; m < rows.members(); m++) {
            for (int index = 0; index < rows.cases(); index++) {
                normalise(m, index, settings);
            }
        }
    }

    private void normalise(int member, int index, FusionSettings settings) {
        Optional<ScoreFacts> found = rows.facts(member, index);
        if (found.isEmpty()) {
            return; // adds 0 to all
        }
        ScoreFacts facts = found.get();
        ScoreScale scale =
                switch (settings.normalization()) {
                    case MINMAX -> ScoreScale.minmax(facts.low(), facts.high());
                    case ZSCORE -> facts.standard();
                    case SOFTMAX ->
                            new SoftmaxScale(
                                    facts.standard(),
                                    facts.standard().of((float) facts.high()),
                                    settings.temperature(),
                                    facts.total(settings.temperature()));
                    case RANK, RECIPROCAL_RANK -> null;
                };
        if (scale == null) {
            rank(member, index, facts, settings);
            return;
        }
        for (int row = rows.start(index); row < rows.end(index); row++) {
            values[member][row] = scale.of(rows.score(member, row));
        }
        bounds[member][index] = scale.of((float) rows.threshold(member, index));
    }

    private void rank(int member, int index, ScoreFacts facts, FusionSettings settings) {
        int above = 0;
        double best = Double.POSITIVE_INFINITY;
        for (int row = rows.start(index); row < rows.end(index); row++) {
            double rank = rows.rank(member, row);
            values[member][row] = ScoreScale.ofRank(rank, facts.items(), settings);
            if (rows.score(member, row) > rows.threshold(member, index)) {
                above++;
            } else {
                best = Math.min(best, rank);
            }
        }
        // An item that was not kept shares the rank of the last one kept, at best.
        double limit = Double.isInfinite(best) ? 1.0 + above : best;
        bounds[member][index] = ScoreScale.ofRank(limit, facts.items(), settings);
    }

    @Override
    public void of(int index, FusionWeights weights, float[] fused) {
        double[] own = weights(weights);
        for (int row = rows.start(index); row < rows.end(index); row++) {
            fused[row - rows.start(index)] = fused(row, own);
        }
    }

    /** The cases that are mixed. */
    public KeptCases cases() {
        return cases;
    }

    /** These weights by member, in the order of {@link KeptCases#members}. */
    public double[] weights(FusionWeights weights) {
        return cases.members().stream().mapToDouble(weights::of).toArray();
    }

    /**
     * Where fusion by these weights puts the target among the kept items.
     *
     * @param weights by member, ≥ 0
     */
    public TargetRank rank(int index, double[] weights) {
        float own = fused(rows.targetRow(index), weights);
        int above = 0;
        int tied = -1;
        for (int row = rows.start(index); row < rows.end(index); row++) {
            float score = fused(row, weights);
            if (score >= own) {
                above += score > own ? 1 : 0;
                tied += score == own ? 1 : 0;
            }
        }
        return new TargetRank(1 + above + tied / 2.0, tied);
    }

    private float fused(int row, double[] weights) {
        double sum = 0;
        for (int m = 0; m < weights.length; m++) {
            sum += weights[m] * values[m][row];
        }
        return (float) sum;
    }

    /**
     * The highest fused score that an item which was not kept could have. A target above it has its
     * rank among all candidates.
     */
    public double bound(int index, double[] weights) {
        double sum = 0;
        for (int m = 0; m < weights.length; m++) {
            sum += weights[m] * bounds[m][index];
        }
        return sum;
    }

    /** Whether {@link #rank} is proven to be the rank among all candidates. */
    public boolean isExact(int index, double[] weights) {
        return fused(rows.targetRow(index), weights) > (float) bound(index, weights);
    }

    /** The normalised value of one row; 0 of a member without an answer. */
    double value(int member, int row) {
        return values[member][row];
    }
}
