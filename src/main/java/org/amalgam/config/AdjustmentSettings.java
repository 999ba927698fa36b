package org.amalgam.config;

/**
 * When a replay adjusts itself, and how much. Lengths are numbers of scored cases, never time.
 *
 * @param delta δ of ADWIN, above 0 and below 1
 * @param tolerance δ of Page–Hinkley, ≥ 0
 * @param threshold λ of Page–Hinkley, above 0
 * @param fewest so many cases Page–Hinkley takes for a mean to compare with, ≥ 1
 * @param fusionRate how many times as fast fusion weights learn right after a fall, ≥ 1
 * @param memberRate how many times their rate members fine-tune at right after a fall, ≥ 1
 * @param evenShare part of all fusion weight that a fall hands out evenly, in [0, 1]
 * @param cases within so many cases both rates are back to what they were, evenly; ≥ 1
 * @param leastWindow sliding figures go on from at least so many cases, ≥ 1
 */
public record AdjustmentSettings(
        double delta,
        double tolerance,
        double threshold,
        int fewest,
        double fusionRate,
        double memberRate,
        double evenShare,
        int cases,
        int leastWindow) {

    public AdjustmentSettings {
        require(delta > 0 && delta < 1, "delta must be in (0, 1)");
        require(tolerance >= 0, "tolerance must be ≥ 0");
        require(threshold > 0, "threshold must be above 0");
        require(fusionRate >= 1 && memberRate >= 1, "rates must be ≥ 1");
        require(evenShare >= 0 && evenShare <= 1, "even share must be in [0, 1]");
        require(
                fewest >= 1 && cases >= 1 && leastWindow >= 1,
                "fewest, cases and least window must be ≥ 1");
    }

    /**
     * Detectors that find a jump of .2 within 600 cases nineteen times in twenty, and hardly ever
     * one that is not there; weights that learn twice as fast, for four times and a share of .2
     * lost more hits on RetailRocket than they gained; members that fine-tune at four times their
     * rate, which on a shop that turns at once gained twice what two times did.
     */
    public static AdjustmentSettings defaults() {
        return new AdjustmentSettings(.002, .02, 50, 200, 2, 4, .1, 500, 100);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what);
        }
    }
}
