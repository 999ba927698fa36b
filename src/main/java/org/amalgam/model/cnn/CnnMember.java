package org.amalgam.model.cnn;

import java.util.List;
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
        List<NetworkSettings> tried = recipes.tried();
        NetworkMember member = create(tried.get(0), seed).orOneOf(tried.subList(1, tried.size()));
        recipes.forActions().ifPresent(member::withActions);
        return member;
    }
}
