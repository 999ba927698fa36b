package org.amalgam.evaluation;

import java.util.Optional;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.TargetRank;

/**
 * What one ranker said in one case.
 *
 * @param nanos time the ranker took
 * @param rank where it had put the target; empty when it abstained or nobody could know the target
 * @param top dense numbers of its best 20, best first; empty when it abstained
 */
@SuppressWarnings("ArrayRecordComponent") // neither compared nor written to
record Answer(MemberOutput output, long nanos, Optional<TargetRank> rank, int[] top) {}
