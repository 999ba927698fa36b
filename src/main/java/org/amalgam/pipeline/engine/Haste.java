package org.amalgam.pipeline.engine;

/** A factor that jumps to its peak and comes back to 1 evenly, case by case. */
final class Haste {

    private final double peak;
    private final int cases;
    private int left;

    /**
     * As usual at first.
     *
     * @param peak ≥ 1
     * @param cases how many it takes to come back, ≥ 1
     */
    Haste(double peak, int cases) {
        this.peak = peak;
        this.cases = cases;
    }

    void begin() {
        left = cases;
    }

    /** One more case has passed. */
    void pass() {
        left = Math.max(0, left - 1);
    }

    /** From the peak to 1. */
    double now() {
        return 1 + (peak - 1) * left / cases;
    }

    /** Cases until it is back to 1. */
    int left() {
        return left;
    }
}
