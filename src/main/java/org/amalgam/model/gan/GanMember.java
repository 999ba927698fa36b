package org.amalgam.model.gan;

import org.amalgam.config.NetworkSettings;
import org.amalgam.model.network.NetworkMember;

/**
 * Makes the member {@code gan}: a generator trained by the ranking loss and by an adversary. On
 * known items it adds little to the other networks (see the design's measurements). Items without
 * history get a row by their content, from a second generator; learning in the stream moves those
 * rows like any other once there are events.
 */
public final class GanMember {

    public static final String NAME = "gan";

    private GanMember() {}

    /** An untrained member. */
    public static NetworkMember create(NetworkSettings settings, long seed) {
        double fullRate = settings.learningRate() * settings.encoderRate();
        return new NetworkMember(
                        NAME,
                        settings,
                        seed,
                        (width, encoderSeed) ->
                                new GanEncoder(
                                        width, encoderSeed, fullRate, 1f / settings.batchTargets()),
                        ColdRows::complete)
                .takingLonger();
    }
}
