package org.amalgam.pipeline;

import java.time.Instant;
import java.util.List;

/**
 * What to train.
 *
 * @param members names; see {@link #ALL}
 * @param until events from here on stay unseen
 */
public record TrainRequest(List<String> members, Instant until, long seed, boolean brief) {

    /** Members and baselines that there are, in the order of reports. */
    public static final List<String> ALL =
            List.of("lstm", "cnn", "gan", "pop", "markov", "itemknn");

    public TrainRequest {
        members = List.copyOf(members);
    }
}
