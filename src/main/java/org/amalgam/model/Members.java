package org.amalgam.model;

import java.util.List;
import java.util.function.UnaryOperator;
import org.amalgam.config.HiddenMarkovSettings;
import org.amalgam.config.NeighbourSettings;
import org.amalgam.config.NetworkSettings;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.UnusableInput;
import org.amalgam.domain.stage.EnsembleMember;
import org.amalgam.model.baseline.HiddenMarkov;
import org.amalgam.model.baseline.ItemNeighbours;
import org.amalgam.model.baseline.MarkovChain;
import org.amalgam.model.baseline.Popularity;
import org.amalgam.model.baseline.RecentPopularity;
import org.amalgam.model.baseline.SequentialRules;
import org.amalgam.model.cnn.CnnMember;
import org.amalgam.model.gan.GanMember;
import org.amalgam.model.lstm.LstmMember;
import org.amalgam.model.neighbour.SessionNeighbours;
import org.amalgam.model.network.NetworkMember;

/**
 * The one list of members and baselines, in the order of reports. A new one is one line here; the
 * contract test then runs over it. Thread-safe.
 */
public final class Members {

    private static final List<Listing> ALL =
            List.of(
                    new Listing(
                            LstmMember.NAME,
                            RankerKind.MEMBER,
                            NetworkMember.class,
                            (seed, change) ->
                                    LstmMember.create(
                                            changed(NetworkSettings.lstmRecipes(), change),
                                            change.apply(NetworkSettings.lstmForActions()),
                                            seed)),
                    new Listing(
                            CnnMember.NAME,
                            RankerKind.MEMBER,
                            NetworkMember.class,
                            (seed, change) ->
                                    CnnMember.create(
                                            changed(NetworkSettings.cnnRecipes(), change),
                                            change.apply(NetworkSettings.cnnForActions()),
                                            seed)),
                    new Listing(
                            GanMember.NAME,
                            RankerKind.MEMBER,
                            NetworkMember.class,
                            (seed, change) ->
                                    GanMember.create(change.apply(NetworkSettings.gan()), seed)),
                    new Listing(
                            SessionNeighbours.VSTAN,
                            RankerKind.MEMBER,
                            SessionNeighbours.class,
                            (seed, change) -> SessionNeighbours.vstan()),
                    new Listing(
                            Popularity.NAME,
                            RankerKind.BASELINE,
                            Popularity.class,
                            (seed, change) -> new Popularity()),
                    new Listing(
                            RecentPopularity.NAME,
                            RankerKind.BASELINE,
                            RecentPopularity.class,
                            (seed, change) -> new RecentPopularity()),
                    new Listing(
                            MarkovChain.NAME,
                            RankerKind.BASELINE,
                            MarkovChain.class,
                            (seed, change) -> new MarkovChain()),
                    new Listing(
                            SequentialRules.NAME,
                            RankerKind.BASELINE,
                            SequentialRules.class,
                            (seed, change) -> new SequentialRules()),
                    new Listing(
                            ItemNeighbours.NAME,
                            RankerKind.BASELINE,
                            ItemNeighbours.class,
                            (seed, change) -> new ItemNeighbours(NeighbourSettings.defaults())),
                    new Listing(
                            SessionNeighbours.VSKNN,
                            RankerKind.BASELINE,
                            SessionNeighbours.class,
                            (seed, change) -> SessionNeighbours.vsknn()),
                    new Listing(
                            HiddenMarkov.NAME,
                            RankerKind.BASELINE,
                            HiddenMarkov.class,
                            (seed, change) ->
                                    new HiddenMarkov(HiddenMarkovSettings.defaults(), seed)));

    private Members() {}

    private static List<NetworkSettings> changed(
            List<NetworkSettings> recipes, UnaryOperator<NetworkSettings> change) {
        return recipes.stream().map(change).toList();
    }

    /** Makes an untrained member. */
    @FunctionalInterface
    public interface Factory {

        /**
         * Makes one.
         *
         * @param seed of everything random in the member; methods that only count ignore it
         * @param change applied to a network's own default settings; other members ignore it
         */
        EnsembleMember create(long seed, UnaryOperator<NetworkSettings> change);
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
        return listing(name).factory().create(seed, UnaryOperator.identity());
    }

    /**
     * An untrained member; a network changes its default settings so.
     *
     * @throws UnusableInput if there is none of this name
     */
    public static EnsembleMember create(
            String name, long seed, UnaryOperator<NetworkSettings> change) {
        return listing(name).factory().create(seed, change);
    }
}
