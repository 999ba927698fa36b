package org.amalgam.model.lstm;

import org.amalgam.config.NetworkRecipes;
import org.amalgam.config.NetworkSettings;
import org.amalgam.model.network.NetworkMember;

/** Makes the member {@code lstm}: GRU4Rec's recipe with an LSTM cell. */
public final class LstmMember {

    public static final String NAME = "lstm";

    private LstmMember() {}

    /** An untrained member. */
    public static NetworkMember create(NetworkSettings settings, long seed) {
        return new NetworkMember(NAME, settings, seed, LstmEncoder::new);
    }

    /** An untrained member that settles on one of these when it is trained. */
    public static NetworkMember create(NetworkRecipes recipes, long seed) {
        return create(recipes.tried().get(0), seed).settlingOn(recipes);
    }
}
