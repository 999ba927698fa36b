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

    private static final LinearScale NO_ANSWER = new LinearScale(0, 0);

    private final KeptCases cases;
    private final CaseRows rows;

    /** By member and row; what the scale of its case is over. */
    private final float[][] values;

    /** By member and case; leaves nothing of members without an answer. */
    private final LinearScale[][] scales;

    /** By member and case; the value that an item which was not kept has at best. */
    private final float[][] bounds;

    /**
     * Normalises all kept scores.
     *
     * @throws IllegalArgumentException for a softmax at a temperature other than those that cases
     *     are kept for (32, 16, … down to 1/4)
     */
    public KeptMix(KeptCases cases, FusionSettings settings) {
        this.cases = cases;
        this.rows = cases.rows();
        this.values = new float[rows.members()][rows.rows()];
        this.scales = new LinearScale[rows.members()][rows.cases()];
        this.bounds = new float[rows.members()][rows.cases()];
        for (int m = 0; m < rows.members(); m++) {
            for (int index = 0; index < rows.cases(); index++) {
                normalise(m, index, settings);
            }
        }
    }

    private void normalise(int member, int index, FusionSettings settings) {
        Optional<ScoreFacts> found = rows.facts(member, index);
        if (found.isEmpty()) {
            scales[member][index] = NO_ANSWER;
            return;
        }
        ScoreFacts facts = found.get();
        switch (settings.normalization()) {
            case MINMAX -> linear(member, index, LinearScale.minmax(facts.low(), facts.high()));
            case ZSCORE -> linear(member, index, facts.standard());
            case SOFTMAX -> softmax(member, index, facts, settings.temperature());
            case RANK, RECIPROCAL_RANK -> rank(member, index, facts, settings);
        }
    }

    private void linear(int member, int index, LinearScale scale) {
        scales[member][index] = scale;
        for (int row = rows.start(index); row < rows.end(index); row++) {
            values[member][row] = rows.score(member, row);
        }
        bounds[member][index] = (float) rows.threshold(member, index);
    }

    private void softmax(int member, int index, ScoreFacts facts, double temperature) {
        scales[member][index] = LinearScale.inUnits(0, facts.total(temperature));
        LinearScale exponent = Normalised.exponent(facts.high(), facts.deviation(), temperature);
        for (int row = rows.start(index); row < rows.end(index); row++) {
            values[member][row] = Normalised.term(exponent, rows.score(member, row));
        }
        bounds[member][index] = Normalised.term(exponent, (float) rows.threshold(member, index));
    }

    private void rank(int member, int index, ScoreFacts facts, FusionSettings settings) {
        scales[member][index] = Normalised.scaleOfRanks(facts.items(), settings);
        int above = 0;
        float best = Float.POSITIVE_INFINITY;
        for (int row = rows.start(index); row < rows.end(index); row++) {
            float rank = rows.rank(member, row);
            values[member][row] = Normalised.valueOfRank(rank, settings);
            if (rows.score(member, row) > rows.threshold(member, index)) {
                above++;
            } else {
                best = Math.min(best, rank);
            }
        }
        // An item that was not kept shares the rank of the last one kept, at best.
        float limit = Float.isInfinite(best) ? 1f + above : best;
        bounds[member][index] = Normalised.valueOfRank(limit, settings);
    }

    @Override
    public void of(int index, FusionWeights weights, float[] fused) {
        double[] own = weights(weights);
        for (int row = rows.start(index); row < rows.end(index); row++) {
            fused[row - rows.start(index)] = fused(index, row, own);
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
        float own = fused(index, rows.targetRow(index), weights);
        int above = 0;
        int tied = -1;
        for (int row = rows.start(index); row < rows.end(index); row++) {
            float score = fused(index, row, weights);
            if (score >= own) {
                above += score > own ? 1 : 0;
                tied += score == own ? 1 : 0;
            }
        }
        return new TargetRank(1 + above + tied / 2.0, tied);
    }

    private float fused(int index, int row, double[] weights) {
        double sum = 0;
        for (int m = 0; m < weights.length; m++) {
            sum += scales[m][index].weighed(weights[m], values[m][row]);
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
            sum += scales[m][index].weighed(weights[m], bounds[m][index]);
        }
        return sum;
    }

    /** Whether {@link #rank} is proven to be the rank among all candidates. */
    public boolean isExact(int index, double[] weights) {
        return fused(index, rows.targetRow(index), weights) > (float) bound(index, weights);
    }

    /** The normalised value of one row of a case; 0 of a member without an answer. */
    double value(int member, int index, int row) {
        return scales[member][index].of(values[member][row]);
    }
}
