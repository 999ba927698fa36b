package org.amalgam.model.network;

/**
 * A copy of a {@link SessionEncoder}'s parameters that answers for sessions as they are now. The
 * encoder may learn meanwhile, on another thread. Not thread-safe itself.
 */
public interface QueryEncoder {

    /**
     * Computes the query after each session's last step. A session's query is the same to the last
     * bit whichever others it is computed with.
     *
     * @param sessions rows of d, at least one a session; left as they are
     * @param queries filled, [d] by session
     */
    void encode(SessionRows sessions, float[][] queries);

    /** Takes over the encoder's parameters as they are now; never while the encoder learns. */
    void refresh();
}
