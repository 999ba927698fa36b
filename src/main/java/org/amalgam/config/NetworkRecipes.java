package org.amalgam.config;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Settings of which a network settles on one when it is trained.
 *
 * @param tried for logs of one action, the one that is best on validation; at least one
 * @param forActions for logs of several actions; when empty, those are no special case
 */
public record NetworkRecipes(List<NetworkSettings> tried, Optional<NetworkSettings> forActions) {

    public NetworkRecipes {
        tried = List.copyOf(tried);
        requireNonNull(forActions, "forActions");
        if (tried.isEmpty()) {
            throw new IllegalArgumentException("no settings to choose from");
        }
    }

    /** What the recurrent network ships with. */
    public static NetworkRecipes lstm() {
        return new NetworkRecipes(
                NetworkSettings.lstmRecipes(), Optional.of(NetworkSettings.lstmForActions()));
    }

    /** What the convolutional network ships with. */
    public static NetworkRecipes cnn() {
        return new NetworkRecipes(
                NetworkSettings.cnnRecipes(), Optional.of(NetworkSettings.cnnForActions()));
    }

    /** These settings, whatever the data. */
    public static NetworkRecipes only(NetworkSettings settings) {
        return new NetworkRecipes(List.of(settings), Optional.empty());
    }

    /** Every one of them. */
    public List<NetworkSettings> all() {
        List<NetworkSettings> all = new ArrayList<>(tried);
        forActions.ifPresent(all::add);
        return all;
    }

    /** The same choice between settings changed so. */
    public NetworkRecipes map(UnaryOperator<NetworkSettings> change) {
        return new NetworkRecipes(tried.stream().map(change).toList(), forActions.map(change));
    }
}
