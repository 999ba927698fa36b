package org.amalgam.pipeline.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.amalgam.domain.RankerKind;

/** The order in which rankers are shown and reported: members, fused ones, baselines. */
public final class Rankers {

    private Rankers() {}

    /** Kind by name, in order. */
    public static Map<String, RankerKind> of(Ensemble ensemble, List<FusionGroup> groups) {
        return of(ensemble, groups, false);
    }

    /**
     * Likewise.
     *
     * @param ruled whether rules act on the first group, which makes one more ranker
     */
    static Map<String, RankerKind> of(Ensemble ensemble, List<FusionGroup> groups, boolean ruled) {
        Map<String, RankerKind> rankers = new LinkedHashMap<>();
        ensemble.names(RankerKind.MEMBER).forEach(name -> rankers.put(name, RankerKind.MEMBER));
        groups.forEach(group -> rankers.put(group.name(), RankerKind.FUSED));
        if (ruled && !groups.isEmpty()) {
            rankers.put(ShownRanker.NAME, RankerKind.FUSED);
        }
        ensemble.names(RankerKind.BASELINE).forEach(name -> rankers.put(name, RankerKind.BASELINE));
        return rankers;
    }
}
