package org.amalgam.pipeline;

import java.time.Instant;
import java.util.List;
import org.amalgam.model.Members;

/**
 * What to train.
 *
 * @param members names; see {@link #ALL}
 * @param until events from here on stay unseen
 */
public record TrainRequest(List<String> members, Instant until, long seed, boolean brief) {

    /** Members and baselines that there are, in the order of reports. */
    public static final List<String> ALL = Members.names();

    public TrainRequest {
        members = List.copyOf(members);
    }
}
