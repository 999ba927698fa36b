package org.amalgam.fusion;

import java.util.Optional;
import org.amalgam.domain.FusionWeights;

/** Kept cases fused by {@link MajorityFuser}. */
final class MajorityMix implements KeptScores {

    private final KeptCases cases;
    private final CaseRows rows;

    MajorityMix(KeptCases cases) {
        this.cases = cases;
        this.rows = cases.rows();
    }

    @Override
    public void of(int index, FusionWeights weights, float[] fused) {
        double tieBreak = tieBreak(index, weights);
        for (int row = rows.start(index); row < rows.end(index); row++) {
            double sum = 0;
            for (int m = 0; m < rows.members(); m++) {
                sum += weights.of(cases.members().get(m)) * vote(m, row, index, tieBreak);
            }
            fused[row - rows.start(index)] = (float) sum;
        }
    }

    private double vote(int member, int row, int index, double tieBreak) {
        Optional<ScoreFacts> facts = rows.facts(member, index);
        if (facts.isEmpty()) {
            return 0;
        }
        LinearScale scale = LinearScale.minmax(facts.get().low(), facts.get().high());
        boolean seat = rows.effectiveRank(member, row, index) <= MajorityFuser.SEATS;
        return (seat ? 1 : 0) + tieBreak * scale.of(rows.score(member, row));
    }

    private double tieBreak(int index, FusionWeights weights) {
        double least = 1;
        for (int m = 0; m < rows.members(); m++) {
            double weight = weights.of(cases.members().get(m));
            least = cases.answered(index, m) && weight > 0 ? Math.min(least, weight) : least;
        }
        return MajorityFuser.tieBreak(least);
    }
}
