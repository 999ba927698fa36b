package org.amalgam.model.cnn;

import org.amalgam.config.NetworkRecipes;
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

    /** An untrained member that settles on one of these when it is trained. */
    public static NetworkMember create(NetworkRecipes recipes, long seed) {
        return create(recipes.tried().get(0), seed).settlingOn(recipes);
    }
}
