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

    /** An untrained member that chooses one of these settings when it is trained. */
    public static NetworkMember create(List<NetworkSettings> recipes, long seed) {
        return create(recipes.get(0), seed).orOneOf(recipes.subList(1, recipes.size()));
    }
}
