package org.amalgam.pipeline;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * How kept answers shall be fused anew.
 *
 * @param folder that an evaluation filled
 * @param members who is fused; empty for all members of that run
 * @param fusion how they are fused
 * @param seed of learning and of intervals; the run's own where absent
 */
public record KeptRequest(
        Path folder, List<String> members, FusionRequest fusion, OptionalLong seed) {

    public KeptRequest {
        requireNonNull(folder, "folder");
        requireNonNull(fusion, "fusion");
        requireNonNull(seed, "seed");
        members = List.copyOf(members);
    }
}
