package org.amalgam.pipeline;

/**
 * What {@code evaluate cold} shall do.
 *
 * @param testShare share of the events, the latest, that are predicted
 * @param skippedShare share of the events after those that are left out, so that settings can be
 *     chosen without a look at them
 * @param seed of the recommender and, counted on from there, of the rows for new items
 * @param repeats seeds of those rows
 */
public record ColdStartRequest(double testShare, double skippedShare, long seed, int repeats) {

    public ColdStartRequest {
        if (!(testShare > 0) || !(skippedShare >= 0) || !(testShare + skippedShare < 1)) {
            throw new IllegalArgumentException(
                    "the test share "
                            + testShare
                            + " must be above 0, and with the skipped share "
                            + skippedShare
                            + " below 1");
        }
        if (repeats < 1) {
            throw new IllegalArgumentException(repeats + " repeats; at least 1 is needed");
        }
    }
}
