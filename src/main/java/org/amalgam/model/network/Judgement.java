package org.amalgam.model.network;

/**
 * How good a network was on the later part of a holdout, by which settings and the number of epochs
 * are chosen: every next step against the full catalogue, ties at their mean rank.
 *
 * @param epochs the best number of them
 * @param cases steps that were predicted
 * @param hitRate HR@20
 * @param reciprocalRank MRR@20
 */
public record Judgement(int epochs, int cases, double hitRate, double reciprocalRank) {

    /** The one figure that is compared: the mean of both. */
    public double mean() {
        return (hitRate + reciprocalRank) / 2;
    }
}
