package org.amalgam.pipeline.bench;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.MemberOutput.Scored;
import org.amalgam.evaluation.TargetRanks;
import org.amalgam.evaluation.TopK;
import org.amalgam.pipeline.engine.StepScorer;

/** Lists and target ranks as a replay's step takes them, all items being candidates. */
final class MeasuredRanking {

    /** Between two targets; prime, so that all items have their turn. */
    private static final int APART = 7_919;

    private final BitSet candidates = new BitSet();
    private final TopK topTwenty = new TopK(StepScorer.K);
    private final TargetRanks ranks = new TargetRanks(candidates);
    private final int items;
    private int target;

    MeasuredRanking(int items) {
        this.items = items;
        candidates.set(0, items);
    }

    /** The best twenty of each. */
    List<int[]> tops(List<MemberOutput> outputs) {
        List<int[]> tops = new ArrayList<>(outputs.size());
        for (MemberOutput output : outputs) {
            tops.add(topTwenty.select(((Scored) output).scores(), candidates));
        }
        return tops;
    }

    /** Finds where each had put the item that came; returns how many items tied with it. */
    int tied(List<MemberOutput> outputs) {
        target = (target + APART) % items;
        int tied = 0;
        for (MemberOutput output : outputs) {
            tied += ranks.rank(((Scored) output).scores(), target).tied();
        }
        return tied;
    }
}
