package org.amalgam.drift;

import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;

/**
 * Watches a stream of values for a change of their mean. The same values give the same changes. Not
 * thread-safe.
 */
public interface DriftDetector {

    /** Short name, such as {@code ADWIN}. */
    String name();

    /**
     * Takes the next value.
     *
     * @return the change that it gives away, if it does; the detector has then forgotten the values
     *     before it
     * @throws IllegalArgumentException if the value is not finite
     */
    Optional<Change> add(double value);

    /** Writes all that answers depend on: equal bytes for detectors that go on alike. */
    void writeState(DataOutput out) throws IOException;

    /**
     * A change of the mean.
     *
     * @param before mean of the values before it, as far as they were remembered
     * @param after mean of the values since
     * @param since how many of the latest values are taken to come after the change; at least 1
     */
    record Change(double before, double after, long since) {

        /** Whether the mean fell. */
        public boolean isFall() {
            return after < before;
        }
    }

    /** Refuses what no detector takes. */
    static void requireFinite(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a value of " + value + " to watch");
        }
    }
}
