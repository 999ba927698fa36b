package org.amalgam.model.cnn;

import java.util.List;
import org.amalgam.config.NetworkSettings;
import org.amalgam.model.network.NetworkMember;

/** Makes the member {@code cnn}: dilated causal convolutions over the steps of a session. */
public final class CnnMember {

    public static final String NAME = "cnn";

    private CnnMember() {}

    /** An untrained member. */
    public static NetworkMember create(NetworkSettings settings, long seed) {
        return new NetworkMember(NAME, settings, seed, CnnEncoder::new);
    }

    /**
     * An untrained member that settles its settings when it is trained.
     *
     * @param recipes from which it chooses, for logs of one action
     * @param forActions for logs of several actions
     */
    public static NetworkMember create(
            List<NetworkSettings> recipes, NetworkSettings forActions, long seed) {
        return create(recipes.get(0), seed)
                .orOneOf(recipes.subList(1, recipes.size()))
                .withActions(forActions);
    }
}
