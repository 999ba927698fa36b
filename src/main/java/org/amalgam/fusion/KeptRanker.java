package org.amalgam.fusion;

import java.util.Optional;
import org.amalgam.domain.TargetRank;

/** Ranks the items of kept cases. */
public interface KeptRanker {

    /**
     * One ranking.
     *
     * @param rank of the target; empty if nobody could know it
     * @param top the best kept items, best first, equal scores by lower number
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Ranking(Optional<TargetRank> rank, int[] top) {}

    /**
     * The ranking of a case; cases are asked for in order.
     *
     * @param length of the list, at most
     * @return empty if nobody who is asked had an answer
     */
    Optional<Ranking> next(int index, int length);
}
