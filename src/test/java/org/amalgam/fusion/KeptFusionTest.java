package org.amalgam.fusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.amalgam.config.FusionSettings;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.MemberOutput.Scored;
import org.amalgam.domain.TargetRank;
import org.amalgam.evaluation.TargetRanks;
import org.junit.jupiter.api.Test;

/** One member over 50 items, of which 5 are kept: item 0 is its best, item 49 its lowest. */
class KeptFusionTest {

    private static final int ITEMS = 50;
    private static final int TOP = 5;
    private static final FusionWeights WEIGHTS = FusionWeights.uniform(List.of("a"));

    private static float[] scores() {
        float[] scores = new float[ITEMS];
        for (int item = 0; item < ITEMS; item++) {
            scores[item] = ITEMS - item;
        }
        return scores;
    }

    private static FeatureWindow window() {
        return new FeatureWindow(
                1, Instant.EPOCH, ItemSequence.ofViews(30, 7), ItemSequence.empty());
    }

    private static KeptCases kept(int target, BitSet candidates) {
        KeptCasesBuilder builder =
                new KeptCasesBuilder(List.of("a"), new int[ITEMS], candidates, TOP);
        builder.add(window(), target, List.of(new Scored("a", scores())));
        return builder.build();
    }

    private static BitSet all() {
        BitSet all = new BitSet();
        all.set(0, ITEMS);
        return all;
    }

    /** Raises what was met before the last item above all else. */
    private static StackingModel repeats() {
        List<List<Double>> member = new ArrayList<>();
        StackingTerms.OF_MEMBER.forEach(term -> member.add(row(member.isEmpty() ? 1 : 0)));
        List<List<Double>> item = new ArrayList<>();
        StackingTerms.OF_ITEM.forEach(term -> item.add(row(item.size() == 1 ? 50 : 0)));
        return new StackingModel(
                TOP,
                new StackingModel.Warmth(1, 1),
                Map.of("a", member, StackingModel.CONTEXT, item));
    }

    private static List<Double> row(double constant) {
        List<Double> row = new ArrayList<>();
        StackingTerms.CONTEXT.forEach(context -> row.add(row.isEmpty() ? constant : 0.0));
        return row;
    }

    @Test
    void whatStackingRaisesFromBeyondEverybodysFirstNIsFound() {
        StackingFuser fuser = new StackingFuser(repeats(), new int[ITEMS]);
        float[] fused = new float[ITEMS];
        fuser.fuse(window(), List.of(new Scored("a", scores())), WEIGHTS, fused);
        FusionMethod method =
                new FusionMethod(StackingFuser.NAME, fuser, new FixedWeights(WEIGHTS));

        var ranking = new KeptFusion(kept(30, all()), method).next(0, 3).orElseThrow();

        assertThat(ranking.rank()).contains(TargetRanks.rank(fused, all(), 30));
        assertThat(ranking.rank()).contains(new TargetRank(1, 0));
        assertThat(ranking.top()).containsExactly(30, 0, 1);
    }

    @Test
    void byMethodsThatGoByMembersAloneATargetBeyondIsAMiss() {
        FusionMethod method =
                FusionMethods.create(WeightedFuser.NAME, WEIGHTS, FusionSettings.defaults());

        var ranking = new KeptFusion(kept(30, all()), method).next(0, 3).orElseThrow();

        assertThat(ranking.rank().orElseThrow().meanRank()).isGreaterThan(ITEMS);
        assertThat(ranking.top()).containsExactly(0, 1, 2);
    }

    @Test
    void anItemThatIsNoCandidateIsNeverRaised() {
        BitSet candidates = all();
        candidates.clear(30);
        StackingFuser fuser = new StackingFuser(repeats(), new int[ITEMS]);
        FusionMethod method =
                new FusionMethod(StackingFuser.NAME, fuser, new FixedWeights(WEIGHTS));

        var ranking = new KeptFusion(kept(2, candidates), method).next(0, 3).orElseThrow();

        assertThat(ranking.top()).containsExactly(0, 1, 2);
        assertThat(ranking.rank()).contains(new TargetRank(3, 0));
    }
}
