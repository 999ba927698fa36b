package org.amalgam.pipeline.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.MemberOutput.Abstained;
import org.amalgam.domain.MemberOutput.Scored;
import org.amalgam.domain.TargetRank;
import org.amalgam.domain.stage.WeightLearner;
import org.amalgam.evaluation.FusedRanker;

/**
 * One fused ranker: some members, a way of fusing, and weights that may learn. Belongs to the
 * replay thread.
 */
public final class FusionGroup {

    private final FusedRanker ranker;
    private final Set<String> members;
    private final float[] fused;

    public FusionGroup(FusedRanker ranker, int itemCount) {
        this.ranker = ranker;
        this.members = Set.copyOf(ranker.members());
        this.fused = new float[itemCount];
    }

    public String name() {
        return ranker.name();
    }

    /** This one, which is not used any more, under another name. */
    FusionGroup renamed(String name) {
        return new FusionGroup(
                new FusedRanker(name, ranker.members(), ranker.fuser(), ranker.learner()),
                fused.length);
    }

    /** Names of those that are fused. */
    public Set<String> members() {
        return members;
    }

    public WeightLearner learner() {
        return ranker.learner();
    }

    /** The fused scores; valid until the next call. */
    public MemberOutput fuse(FeatureWindow window, List<MemberOutput> outputs) {
        boolean any = ranker.fuser().fuse(window, mine(outputs), learner().weights(), fused);
        return any ? new Scored(name(), fused) : new Abstained(name(), "no member had an answer");
    }

    /** What each member added to the scores of these items that were fused last. */
    public List<Map<String, Double>> shares(int[] items) {
        return ranker.fuser().shares(items);
    }

    /** Lets the weights learn from where the members had put the target. */
    public void learn(Map<String, TargetRank> ranks, double haste) {
        Map<String, TargetRank> mine = new java.util.HashMap<>(ranks);
        mine.keySet().retainAll(members);
        learner().learn(mine, haste);
    }

    private List<MemberOutput> mine(List<MemberOutput> outputs) {
        return outputs.stream().filter(output -> members.contains(output.member())).toList();
    }
}
