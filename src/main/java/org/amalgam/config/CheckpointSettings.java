package org.amalgam.config;

/**
 * How often a replay sets its members' state aside.
 *
 * @param every so many events all members take over what they have learned, in every run, whether
 *     or not states are kept, so that runs agree; at least 1
 * @param most how many states are kept; when there are more, every other one is dropped. At least 2
 */
public record CheckpointSettings(int every, int most) {

    public CheckpointSettings {
        if (every < 1 || most < 2) {
            throw new IllegalArgumentException(
                    "every " + every + " must be ≥ 1 and most " + most + " ≥ 2");
        }
    }

    /**
     * Two seconds of going on from a state at the most, and a few gigabytes on disk for a large
     * catalogue.
     */
    public static CheckpointSettings defaults() {
        return new CheckpointSettings(4_096, 32);
    }
}
