package org.amalgam.model;

import java.util.List;
import java.util.Optional;
import org.amalgam.config.NeighbourSettings;
import org.amalgam.config.NetworkSettings;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.UnusableInput;
import org.amalgam.domain.stage.EnsembleMember;
import org.amalgam.model.baseline.ItemNeighbours;
import org.amalgam.model.baseline.MarkovChain;
import org.amalgam.model.baseline.Popularity;

/**
 * The one list of members and baselines, in the order of reports. A new one is one line here; the
 * contract test then runs over it. Thread-safe.
 */
public final class Members {

    private static final List<Listing> ALL =
            List.of(
                    new Listing(
                            Popularity.NAME,
                            RankerKind.BASELINE,
                            Popularity.class,
                            (seed, network) -> new Popularity()),
                    new Listing(
                            MarkovChain.NAME,
                            RankerKind.BASELINE,
                            MarkovChain.class,
                            (seed, network) -> new MarkovChain()),
                    new Listing(
                            ItemNeighbours.NAME,
                            RankerKind.BASELINE,
                            ItemNeighbours.class,
                            (seed, network) -> new ItemNeighbours(NeighbourSettings.defaults())));

    private Members() {}

    /** Makes an untrained member. */
    @FunctionalInterface
    public interface Factory {

        /**
         * Makes one.
         *
         * @param seed of everything random in the member; methods that only count ignore it
         * @param network settings instead of the network's own defaults; others ignore them
         */
        EnsembleMember create(long seed, Optional<NetworkSettings> network);
    }

    /**
     * One entry of the list.
     *
     * @param name as in {@code --members}
     * @param type the class that {@code factory} makes
     */
    public record Listing(
            String name, RankerKind kind, Class<? extends EnsembleMember> type, Factory factory) {}

    /** All there are. */
    public static List<Listing> all() {
        return ALL;
    }

    /** Names of all there are. */
    public static List<String> names() {
        return ALL.stream().map(Listing::name).toList();
    }

    /**
     * The entry of this name.
     *
     * @throws UnusableInput if there is none
     */
    public static Listing listing(String name) {
        return ALL.stream()
                .filter(listing -> listing.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new UnusableInput(
                                        "unknown member '"
                                                + name
                                                + "'; there are "
                                                + String.join(", ", names())));
    }

    /**
     * An untrained member with its own default settings.
     *
     * @throws UnusableInput if there is none of this name
     */
    public static EnsembleMember create(String name, long seed) {
        return listing(name).factory().create(seed, Optional.empty());
    }

    /**
     * An untrained member; a network takes these settings instead of its defaults.
     *
     * @throws UnusableInput if there is none of this name
     */
    public static EnsembleMember create(String name, long seed, NetworkSettings network) {
        return listing(name).factory().create(seed, Optional.of(network));
    }
}
