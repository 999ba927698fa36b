package org.amalgam.evaluation;

import java.util.List;
import java.util.Optional;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.TargetRank;

/** Is told what every ranker said in every case. */
@FunctionalInterface
public interface CaseSink extends AutoCloseable {

    /**
     * One ranker's answer to one case.
     *
     * @param caseId session id, a colon, and how many items of the session were given
     * @param target dense number of the item that came next
     * @param rank where the ranker had put it; empty when it abstained, or when nobody could know
     *     the target: a miss
     * @param top dense numbers of the best 20, best first; empty when it abstained
     */
    void ranked(String caseId, String ranker, int target, Optional<TargetRank> rank, int[] top);

    /**
     * The members' whole outputs in one case, before they are {@link #ranked}.
     *
     * @param outputs valid until this returns
     */
    default void answered(TestCase asked, List<MemberOutput> outputs) {}

    /** Ends what it writes. */
    @Override
    default void close() {}

    /** Keeps nothing. */
    static CaseSink none() {
        return (caseId, ranker, target, rank, top) -> {};
    }
}
