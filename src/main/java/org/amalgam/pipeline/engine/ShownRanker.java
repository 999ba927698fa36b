package org.amalgam.pipeline.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amalgam.domain.FusedRanking;
import org.amalgam.domain.RankedItem;
import org.amalgam.domain.TargetRank;
import org.amalgam.evaluation.TargetRanks;
import org.amalgam.evaluation.TopK;
import org.amalgam.merchandise.CompiledRules;
import org.amalgam.merchandise.RuledRanking;

/** What shoppers see: the ranking of the first fused ranker after the rules. One thread's. */
final class ShownRanker {

    /** As it stands in reports, beside {@code fused}, which stays as it is. */
    static final String NAME = "shown";

    private final RuledRanking ruled;
    private final TargetRanks ranks;
    private final TopK topK;
    private final int k;

    /**
     * @param k length of the lists
     */
    ShownRanker(CompiledRules rules, int k) {
        this.ruled = new RuledRanking(rules);
        this.ranks = new TargetRanks(ruled.free());
        this.topK = new TopK(k);
        this.k = k;
    }

    /**
     * The list that is shown at this time.
     *
     * @param fused scores by item
     */
    List<RuledRanking.Place> list(Instant time, float[] fused, BitSet candidates) {
        ruled.apply(time, fused, candidates);
        return ruled.list(topK.select(ruled.scores(), ruled.free()), k);
    }

    /** That list with what each member and each rule added. */
    static FusedRanking explained(List<RuledRanking.Place> list, FusionGroup group) {
        List<Map<String, Double>> shares = group.shares(items(list));
        List<RankedItem> top = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            RuledRanking.Place place = list.get(i);
            top.add(new RankedItem(place.item(), place.score(), place.shares(shares.get(i))));
        }
        return new FusedRanking(NAME, top);
    }

    static int[] items(List<RuledRanking.Place> list) {
        return list.stream().mapToInt(RuledRanking.Place::item).toArray();
    }

    /** Where an item stands in the ranking of the list made last; empty when rules take it out. */
    Optional<TargetRank> rank(int item) {
        return ruled.rank(item, free -> ranks.rank(ruled.scores(), free));
    }
}
