package org.amalgam.model.network;

/**
 * A copy of a {@link SessionEncoder}'s parameters that answers for one session at a time, on plain
 * arrays. The encoder may learn meanwhile, on another thread. Not thread-safe itself.
 */
public interface QueryEncoder {

    /**
     * Computes the query after a session's last step.
     *
     * @param inputs [steps × d]
     * @param steps at least 1
     * @param query filled, [d]
     */
    void encode(float[] inputs, int steps, float[] query);

    /** Takes over the encoder's parameters as they are now; never while the encoder learns. */
    void refresh();
}
