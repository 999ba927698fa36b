package org.amalgam.pipeline.engine;

import java.util.List;
import java.util.Optional;
import org.amalgam.pipeline.FusionRequest;
import org.amalgam.pipeline.ReplayRequest;

/** Requests of tests that bring their own members. */
final class Requests {

    private Requests() {}

    /** Everything after training at this speed, fused by Hedge, learning. */
    static ReplayRequest at(double speed) {
        return at(speed, FusionRequest.by("hedge"));
    }

    /** The same, fused so. */
    static ReplayRequest at(double speed, FusionRequest fusion) {
        return new ReplayRequest(
                List.of(), fusion, speed, Optional.empty(), Optional.empty(), true, false, 1);
    }
}
