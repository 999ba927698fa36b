package org.amalgam.model.lstm;

import java.util.List;
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
        List<NetworkSettings> tried = recipes.tried();
        NetworkMember member = create(tried.get(0), seed).orOneOf(tried.subList(1, tried.size()));
        recipes.forActions().ifPresent(member::withActions);
        return member;
    }
}
