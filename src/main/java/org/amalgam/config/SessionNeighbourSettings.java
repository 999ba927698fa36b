package org.amalgam.config;

import static java.util.Objects.requireNonNull;

/**
 * Session neighbours: past sessions like the running one vote for their items.
 *
 * @param weighting how what is further back in the running session loses weight
 * @param neighbours how many of the most similar sessions vote; ≥ 1
 * @param sample how many of the most recent sessions that share an item are compared; ≥ 1
 * @param querySteps steps back after which an item of the running session counts 1/e in the
 *     similarity; infinite for no decay; only with {@link Weighting#EXPONENTIAL}
 * @param overlapSteps steps back of the latest shared item after which a neighbour's votes count
 *     1/e; infinite for no decay; only with {@link Weighting#EXPONENTIAL}
 * @param itemSteps distance inside the neighbour, from its last shared item, after which a vote
 *     counts 1/e; infinite for no decay
 * @param earlier what a vote counts for an item before the neighbour's last shared item, when one
 *     for an item as far behind it counts 1; above 0, 1 for no difference
 * @param ageDays age of a neighbour at which it counts 1/e; infinite for no decay
 * @param idf how much rare items are lifted: votes are multiplied by 1 + idf · log(sessions /
 *     events of the item); ≥ 0
 */
public record SessionNeighbourSettings(
        Weighting weighting,
        int neighbours,
        int sample,
        double querySteps,
        double overlapSteps,
        double itemSteps,
        double earlier,
        double ageDays,
        double idf) {

    /** How weight falls from the last of n steps (back = 0) to the first (back = n − 1). */
    public enum Weighting {
        /** exp(−back / steps), as in STAN. */
        EXPONENTIAL,
        /** (n − back) / n in the similarity, 1 / (back + 1) for votes, as in V-SKNN ("div"). */
        HARMONIC
    }

    public SessionNeighbourSettings {
        requireNonNull(weighting, "weighting");
        if (neighbours < 1 || sample < 1) {
            throw new IllegalArgumentException(
                    "neighbours " + neighbours + " and sample " + sample + " must be ≥ 1");
        }
        if (!(querySteps > 0 && overlapSteps > 0 && itemSteps > 0 && ageDays > 0)) {
            throw new IllegalArgumentException(
                    "query steps "
                            + querySteps
                            + ", overlap steps "
                            + overlapSteps
                            + ", item steps "
                            + itemSteps
                            + " and age "
                            + ageDays
                            + " must be above 0");
        }
        if (!(earlier > 0) || Double.isInfinite(earlier)) {
            throw new IllegalArgumentException("earlier " + earlier + " must be above 0");
        }
        if (!(idf >= 0) || Double.isInfinite(idf)) {
            throw new IllegalArgumentException("idf " + idf + " must be ≥ 0");
        }
    }

    /** VSTAN with settings near those that others found best on Diginetica. */
    public static SessionNeighbourSettings vstan() {
        return new SessionNeighbourSettings(
                Weighting.EXPONENTIAL, 1500, 10_000, 7.24, 3.62, 3.62, 1, 80, 10);
    }

    /** V-SKNN with the settings that others found best on Diginetica. */
    public static SessionNeighbourSettings vsknn() {
        return new SessionNeighbourSettings(
                Weighting.HARMONIC,
                500,
                5000,
                Double.POSITIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                1,
                Double.POSITIVE_INFINITY,
                10);
    }

    public SessionNeighbourSettings withNeighbours(int number) {
        return new SessionNeighbourSettings(
                weighting,
                number,
                sample,
                querySteps,
                overlapSteps,
                itemSteps,
                earlier,
                ageDays,
                idf);
    }

    public SessionNeighbourSettings withQuerySteps(double steps) {
        return new SessionNeighbourSettings(
                weighting,
                neighbours,
                sample,
                steps,
                overlapSteps,
                itemSteps,
                earlier,
                ageDays,
                idf);
    }

    public SessionNeighbourSettings withOverlapSteps(double steps) {
        return new SessionNeighbourSettings(
                weighting, neighbours, sample, querySteps, steps, itemSteps, earlier, ageDays, idf);
    }

    public SessionNeighbourSettings withItemSteps(double steps) {
        return new SessionNeighbourSettings(
                weighting,
                neighbours,
                sample,
                querySteps,
                overlapSteps,
                steps,
                earlier,
                ageDays,
                idf);
    }

    public SessionNeighbourSettings withEarlier(double weight) {
        return new SessionNeighbourSettings(
                weighting,
                neighbours,
                sample,
                querySteps,
                overlapSteps,
                itemSteps,
                weight,
                ageDays,
                idf);
    }

    public SessionNeighbourSettings withAgeDays(double days) {
        return new SessionNeighbourSettings(
                weighting,
                neighbours,
                sample,
                querySteps,
                overlapSteps,
                itemSteps,
                earlier,
                days,
                idf);
    }

    public SessionNeighbourSettings withIdf(double lift) {
        return new SessionNeighbourSettings(
                weighting,
                neighbours,
                sample,
                querySteps,
                overlapSteps,
                itemSteps,
                earlier,
                ageDays,
                lift);
    }
}
