package org.amalgam.domain;

/**
 * Where a ranker put the item that came next.
 *
 * @param meanRank mean rank, from 1, of the block of items that share the target's score, so that a
 *     scorer that says the same of all items gets no credit
 * @param tied how many other items share the target's score
 */
public record TargetRank(double meanRank, int tied) {

    public TargetRank {
        if (!(meanRank >= 1) || tied < 0) {
            throw new IllegalArgumentException("rank " + meanRank + ", tied " + tied);
        }
    }
}
