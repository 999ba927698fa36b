package org.amalgam.fusion;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.TargetRank;
import org.amalgam.domain.stage.WeightLearner;

/**
 * Kept cases fused one after the other by one method, whose weights learn from each if it is one
 * that learns: what a run had found with this method, without asking the members again. Ranks are
 * among kept items, so that beyond the first N they are lower bounds; a target that no member has
 * among its first N counts as a miss. One thread makes all calls.
 */
public final class KeptFusion implements KeptRanker {

    private final KeptCases cases;
    private final KeptScores scores;
    private final WeightLearner learner;
    private float[] fused = new float[0];

    /**
     * @param cases of the fused members only, see {@link KeptCases#only}
     * @throws IllegalArgumentException for a method that cannot fuse kept cases
     */
    public KeptFusion(KeptCases cases, FusionMethod method) {
        this.cases = requireNonNull(cases, "cases");
        if (!(method.fuser() instanceof KeptFuser fuser)) {
            throw new IllegalArgumentException(method.name() + " does not fuse kept cases");
        }
        this.scores = fuser.on(cases);
        this.learner = method.learner();
    }

    @Override
    public Optional<Ranking> next(int index, int length) {
        FusionWeights weights = learner.weights();
        Optional<Ranking> ranking =
                answered(index, weights)
                        ? Optional.of(fuse(index, weights, length))
                        : Optional.empty();
        if (cases.label(index).targetKnown()) {
            learner.learn(ranks(index));
        }
        return ranking;
    }

    private boolean answered(int index, FusionWeights weights) {
        for (int m = 0; m < cases.members().size(); m++) {
            if (cases.answered(index, m) && weights.of(cases.members().get(m)) > 0) {
                return true;
            }
        }
        return false;
    }

    private Ranking fuse(int index, FusionWeights weights, int length) {
        int kept = cases.kept(index);
        if (fused.length < kept) {
            fused = new float[2 * kept];
        }
        scores.of(index, weights, fused);
        Optional<TargetRank> rank =
                cases.label(index).targetKnown() ? Optional.of(rank(index)) : Optional.empty();
        return new Ranking(rank, cases.best(index, fused, length));
    }

    private TargetRank rank(int index) {
        int target = cases.rows().targetRow(index);
        return cases.rows().within(cases.top(), target, index) || scores.raises(target)
                ? cases.rank(index, fused)
                : new TargetRank(Integer.MAX_VALUE, 0); // who knows how many are above it
    }

    private Map<String, TargetRank> ranks(int index) {
        Map<String, TargetRank> ranks = new LinkedHashMap<>();
        for (int m = 0; m < cases.members().size(); m++) {
            if (cases.answered(index, m)) {
                ranks.put(cases.members().get(m), cases.alone(index, m));
            }
        }
        return ranks;
    }
}
