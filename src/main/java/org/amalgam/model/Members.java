package org.amalgam.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.amalgam.config.HiddenMarkovSettings;
import org.amalgam.config.MemberSettings;
import org.amalgam.config.NeighbourSettings;
import org.amalgam.config.NetworkRecipes;
import org.amalgam.config.NetworkSettings;
import org.amalgam.config.SessionNeighbourSettings;
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
                            (seed, settings) ->
                                    LstmMember.create(settings.recipes(LstmMember.NAME), seed)),
                    new Listing(
                            CnnMember.NAME,
                            RankerKind.MEMBER,
                            NetworkMember.class,
                            (seed, settings) ->
                                    CnnMember.create(settings.recipes(CnnMember.NAME), seed)),
                    new Listing(
                            GanMember.NAME,
                            RankerKind.MEMBER,
                            NetworkMember.class,
                            (seed, settings) ->
                                    GanMember.create(
                                            settings.of(GanMember.NAME, NetworkSettings.class),
                                            seed)),
                    new Listing(
                            SessionNeighbours.VSTAN,
                            RankerKind.MEMBER,
                            SessionNeighbours.class,
                            (seed, settings) -> vstan(settings)),
                    new Listing(
                            Popularity.NAME,
                            RankerKind.BASELINE,
                            Popularity.class,
                            (seed, settings) -> new Popularity()),
                    new Listing(
                            RecentPopularity.NAME,
                            RankerKind.BASELINE,
                            RecentPopularity.class,
                            (seed, settings) -> new RecentPopularity()),
                    new Listing(
                            MarkovChain.NAME,
                            RankerKind.BASELINE,
                            MarkovChain.class,
                            (seed, settings) -> new MarkovChain()),
                    new Listing(
                            SequentialRules.NAME,
                            RankerKind.BASELINE,
                            SequentialRules.class,
                            (seed, settings) -> new SequentialRules()),
                    new Listing(
                            ItemNeighbours.NAME,
                            RankerKind.BASELINE,
                            ItemNeighbours.class,
                            (seed, settings) ->
                                    new ItemNeighbours(
                                            settings.of(
                                                    ItemNeighbours.NAME, NeighbourSettings.class))),
                    new Listing(
                            SessionNeighbours.VSKNN,
                            RankerKind.BASELINE,
                            SessionNeighbours.class,
                            (seed, settings) -> SessionNeighbours.vsknn()),
                    new Listing(
                            HiddenMarkov.NAME,
                            RankerKind.BASELINE,
                            HiddenMarkov.class,
                            (seed, settings) ->
                                    new HiddenMarkov(
                                            settings.of(
                                                    HiddenMarkov.NAME, HiddenMarkovSettings.class),
                                            seed)));

    private static final MemberSettings SETTINGS =
            new MemberSettings(
                    MemberSettings.SHIPPED,
                    Map.of(
                            LstmMember.NAME,
                            NetworkRecipes.lstm(),
                            CnnMember.NAME,
                            NetworkRecipes.cnn(),
                            GanMember.NAME,
                            NetworkSettings.gan(),
                            ItemNeighbours.NAME,
                            NeighbourSettings.defaults(),
                            HiddenMarkov.NAME,
                            HiddenMarkovSettings.defaults()));

    private Members() {}

    private static SessionNeighbours vstan(MemberSettings settings) {
        return settings.fixed(SessionNeighbours.VSTAN)
                .map(SessionNeighbourSettings.class::cast)
                .map(fixed -> SessionNeighbours.fixed(SessionNeighbours.VSTAN, fixed))
                .orElseGet(SessionNeighbours::vstan);
    }

    /** Makes an untrained member. */
    @FunctionalInterface
    public interface Factory {

        /**
         * Makes one.
         *
         * @param seed of everything random in the member; methods that only count ignore it
         * @param settings of all members, of which this one takes its own
         */
        EnsembleMember create(long seed, MemberSettings settings);
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

    /** The settings that Amalgam ships; networks choose between several when they are trained. */
    public static MemberSettings shippedSettings() {
        return SETTINGS;
    }

    /**
     * Where settings by hand start from, for each member that takes any: the first of what it ships
     * with, or for one that searches its own, where that search starts. In the order of reports.
     */
    public static Map<String, Record> startingPoints() {
        Map<String, Record> starts = new LinkedHashMap<>();
        for (String name : names()) {
            if (name.equals(SessionNeighbours.VSTAN)) {
                starts.put(name, SessionNeighbourSettings.vstan());
            } else if (SETTINGS.members().get(name) instanceof NetworkRecipes recipes) {
                starts.put(name, recipes.tried().get(0));
            } else {
                SETTINGS.fixed(name).ifPresent(settings -> starts.put(name, settings));
            }
        }
        return starts;
    }

    /**
     * An untrained member with the settings that it ships with.
     *
     * @throws UnusableInput if there is none of this name
     */
    public static EnsembleMember create(String name, long seed) {
        return create(name, seed, SETTINGS);
    }

    /**
     * An untrained member with its part of these settings.
     *
     * @throws UnusableInput if there is none of this name
     */
    public static EnsembleMember create(String name, long seed, MemberSettings settings) {
        return listing(name).factory().create(seed, settings);
    }
}
