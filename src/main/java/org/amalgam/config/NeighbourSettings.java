package org.amalgam.config;

/**
 * Item neighbours by co-occurrence in sessions.
 *
 * @param lastItems how many of a session's latest distinct items are asked for their neighbours
 * @param decay weight of an item against the one after it, in (0, 1]
 * @param shrinkage added to the cosine's denominator, so that rare pairs are not overrated; ≥ 0
 * @param pairSteps how far back in a session, in steps, two items still count as a pair
 */
public record NeighbourSettings(int lastItems, double decay, double shrinkage, int pairSteps) {

    public NeighbourSettings {
        if (lastItems < 1 || pairSteps < 1) {
            throw new IllegalArgumentException(
                    "last items " + lastItems + " and pair steps " + pairSteps + " must be ≥ 1");
        }
        if (!(decay > 0 && decay <= 1)) {
            throw new IllegalArgumentException("decay " + decay + " must be in (0, 1]");
        }
        if (!(shrinkage >= 0) || Double.isInfinite(shrinkage)) {
            throw new IllegalArgumentException("shrinkage " + shrinkage + " must be ≥ 0");
        }
    }

    /** Chosen on the RetailRocket log, 70 to 80 % of its events, trained on those before. */
    public static NeighbourSettings defaults() {
        return new NeighbourSettings(10, 0.7, 20, 50);
    }
}
