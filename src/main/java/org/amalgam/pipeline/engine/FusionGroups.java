package org.amalgam.pipeline.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.amalgam.config.FusionSettings;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.UnusableInput;
import org.amalgam.domain.stage.EnsembleMember;
import org.amalgam.evaluation.FusedRanker;
import org.amalgam.fusion.FusionMethod;
import org.amalgam.fusion.FusionMethods;
import org.amalgam.fusion.FusionRecipe;
import org.amalgam.fusion.StepScales;
import org.amalgam.fusion.WeightedFuser;
import org.amalgam.pipeline.FusionRequest;

/**
 * Which fused rankers a run has: {@code fused-nets}, the networks alone, and {@code fused}, which
 * has all members and those baselines that were asked for; the latter only where it differs.
 */
public final class FusionGroups {

    private static final Set<String> NETWORKS = Set.of("lstm", "cnn", "gan");

    private FusionGroups() {}

    /** Names of the members that are networks, which take long to train. */
    public static Set<String> networks() {
        return NETWORKS;
    }

    /**
     * Refuses what cannot be fused, so that nobody trains for minutes before hearing of it.
     *
     * @param members names of all that take part
     * @throws UnusableInput if somebody who takes no part is to be fused, or there is no such
     *     method
     */
    public static void requireUsable(List<String> members, FusionRequest request) {
        FusionMethods.requireKnown(request.method());
        for (String name : request.named()) {
            if (!members.contains(name)) {
                throw new UnusableInput(
                        (request.weights().containsKey(name) ? "weight for '" : "--fuse names '")
                                + name
                                + "', which takes no part; members here: "
                                + members);
            }
        }
    }

    /** The fused rankers of a replay; see {@link #rankers}. */
    public static List<FusionGroup> create(
            Ensemble ensemble,
            FusionRequest request,
            FusionSettings settings,
            Map<String, FusionRecipe> recipes,
            int[] itemCounts) {
        List<EnsembleMember> members = ensemble.hosts().stream().map(MemberHost::member).toList();
        StepScales shared = new StepScales();
        return rankers(members, request, settings, recipes, itemCounts, () -> shared).stream()
                .map(ranker -> new FusionGroup(ranker, itemCounts.length))
                .toList();
    }

    /**
     * The fused rankers over these members.
     *
     * @param request a method that needs a recipe falls back to equal weights where there is none
     * @param recipes by ranker, for methods that were learned
     * @param itemCounts how often each item occurred in training
     * @throws UnusableInput as {@link #requireUsable} says
     */
    public static List<FusedRanker> rankers(
            List<EnsembleMember> members,
            FusionRequest request,
            FusionSettings settings,
            Map<String, FusionRecipe> recipes,
            int[] itemCounts) {
        return rankers(members, request, settings, recipes, itemCounts, StepScales::new);
    }

    /**
     * The same.
     *
     * @param scales for each ranker; one for all if one thread fuses by all of them
     */
    private static List<FusedRanker> rankers(
            List<EnsembleMember> members,
            FusionRequest request,
            FusionSettings settings,
            Map<String, FusionRecipe> recipes,
            int[] itemCounts,
            Supplier<StepScales> scales) {
        requireUsable(members.stream().map(EnsembleMember::name).toList(), request);
        List<FusedRanker> rankers = new ArrayList<>();
        groups(members, request)
                .forEach(
                        (name, fused) -> {
                            FusionMethod made =
                                    method(
                                            request,
                                            fused,
                                            settings,
                                            Optional.ofNullable(recipes.get(name)),
                                            itemCounts,
                                            scales.get());
                            rankers.add(
                                    new FusedRanker(
                                            name,
                                            List.copyOf(fused),
                                            made.fuser(),
                                            made.learner()));
                        });
        return rankers;
    }

    /**
     * How one group is fused, as {@link #rankers} says.
     *
     * @param fused who is in it
     */
    public static FusionMethod method(
            FusionRequest request,
            Set<String> fused,
            FusionSettings settings,
            Optional<FusionRecipe> recipe,
            int[] itemCounts) {
        return method(request, fused, settings, recipe, itemCounts, new StepScales());
    }

    private static FusionMethod method(
            FusionRequest request,
            Set<String> fused,
            FusionSettings settings,
            Optional<FusionRecipe> recipe,
            int[] itemCounts,
            StepScales scales) {
        FusionMethod made =
                recipe.map(found -> found.toMethod(itemCounts, scales))
                        .orElseGet(() -> unlearned(request.method(), fused, settings, scales));
        byHand(fused, request.weights()).ifPresent(made.learner()::set);
        return made;
    }

    private static FusionMethod unlearned(
            String method, Set<String> members, FusionSettings settings, StepScales scales) {
        String possible = FusionMethods.needsRecipe(method) ? WeightedFuser.NAME : method;
        return FusionMethods.create(possible, FusionWeights.uniform(members), settings, scales);
    }

    /**
     * Who is fused in which ranker, the shown one first.
     *
     * @param request names the baselines that are fused
     */
    public static Map<String, Set<String>> groups(
            List<EnsembleMember> members, FusionRequest request) {
        return groups(
                members.stream()
                        .filter(member -> member.kind() == RankerKind.MEMBER)
                        .map(EnsembleMember::name)
                        .toList(),
                request.named());
    }

    /**
     * Who is fused in which ranker, by names.
     *
     * @param members those that are always fused
     * @param named others to be fused
     */
    public static Map<String, Set<String>> groups(
            Collection<String> members, Collection<String> named) {
        Set<String> all = new LinkedHashSet<>(members);
        Set<String> networks = new LinkedHashSet<>(all);
        networks.retainAll(NETWORKS);
        all.addAll(named);
        Map<String, Set<String>> groups = new LinkedHashMap<>();
        if (!all.equals(networks)) {
            groups.put("fused", all);
        }
        if (!networks.isEmpty()) {
            groups.put("fused-nets", networks);
        }
        return groups;
    }

    /** Those of the members whom some group fuses. */
    public static List<EnsembleMember> fused(
            Map<String, Set<String>> groups, List<EnsembleMember> members) {
        return members.stream()
                .filter(m -> groups.values().stream().anyMatch(g -> g.contains(m.name())))
                .toList();
    }

    /** The weights given to these members; empty when none of them was given any. */
    private static Optional<FusionWeights> byHand(
            Set<String> members, Map<String, Double> weights) {
        Map<String, Double> mine = new LinkedHashMap<>();
        members.forEach(member -> mine.put(member, weights.getOrDefault(member, 0.0)));
        boolean any = mine.values().stream().anyMatch(weight -> weight != 0);
        return any ? Optional.of(FusionWeights.of(mine)) : Optional.empty();
    }
}
