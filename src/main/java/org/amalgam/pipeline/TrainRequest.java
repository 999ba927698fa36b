package org.amalgam.pipeline;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.amalgam.config.MemberSettings;
import org.amalgam.model.Members;

/**
 * What to train.
 *
 * @param members names; see {@link #ALL}
 * @param until events from here on stay unseen
 * @param brief whether networks get two epochs at most
 * @param settings of the members
 * @param resume whether members that are there already, trained just so, are left as they are
 */
public record TrainRequest(
        List<String> members,
        Instant until,
        long seed,
        boolean brief,
        MemberSettings settings,
        boolean resume) {

    /** Members and baselines that there are, in the order of reports. */
    public static final List<String> ALL = Members.names();

    public TrainRequest {
        members = List.copyOf(members);
        requireNonNull(settings, "settings");
    }

    /** All members anew, with the settings that they ship with. */
    public TrainRequest(List<String> members, Instant until, long seed, boolean brief) {
        this(members, until, seed, brief, Members.shippedSettings(), false);
    }
}
