package org.amalgam.fusion;

import java.util.Optional;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.TargetRank;

/**
 * Kept cases fused by stacking, as {@link StackingFuser} would. Ranks are among the kept items: an
 * item that no member has within its first N can pass the target by popularity alone, so that a
 * rank is a lower bound of the one among all candidates.
 */
final class StackingMix implements KeptScores {

    private final KeptCases cases;
    private final CaseRows rows;
    private final StackingModel model;

    StackingMix(KeptCases cases, StackingModel model) {
        this.cases = cases;
        this.rows = cases.rows();
        this.model = model;
    }

    /** Where the target stands among the kept items when all weights are equal. */
    TargetRank rank(int index) {
        float[] fused = new float[cases.kept(index)];
        of(index, FusionWeights.uniform(cases.members()), fused);
        return cases.rank(index, fused);
    }

    @Override
    public void of(int index, FusionWeights weights, float[] fused) {
        double[] context = StackingTerms.context(cases.context(index), model.warmth());
        double[][] members = new double[rows.members()][];
        double[] factors = new double[rows.members()];
        for (int m = 0; m < members.length; m++) {
            members[m] = model.in(context, cases.members().get(m));
            factors[m] = StackingFuser.factor(weights, cases.members().get(m));
        }
        double[] item = model.in(context, StackingModel.CONTEXT);
        for (int row = rows.start(index); row < rows.end(index); row++) {
            fused[row - rows.start(index)] = score(index, row, members, factors, item);
        }
    }

    /** What comes again has terms of its own. */
    @Override
    public boolean raises(int row) {
        return rows.recency(row) > 0;
    }

    private float score(int index, int row, double[][] members, double[] factors, double[] item) {
        int recency = rows.recency(row);
        double sum = 0;
        for (int m = 0; m < members.length; m++) {
            Optional<ScoreFacts> facts = rows.facts(m, index);
            if (facts.isPresent() && factors[m] > 0) {
                double rank = rows.effectiveRank(m, row, index);
                double own = StackingTerms.ofMember(members[m], rank, model.depth(), recency);
                sum +=
                        StackingFuser.share(
                                factors[m], facts.get().standard(), rows.score(m, row), own);
            }
        }
        double place = recency > 0 ? item[StackingTerms.place(recency)] : 0;
        return (float)
                (sum
                        + (item[StackingTerms.POPULARITY]
                                        * StackingTerms.logPopularity(rows.count(row))
                                + place));
    }
}
