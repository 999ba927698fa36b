package org.amalgam.pipeline.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.amalgam.config.FusionSettings;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.stage.EnsembleMember;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.evaluation.OfflineProtocol;
import org.amalgam.evaluation.Panel;
import org.amalgam.evaluation.TestCase;
import org.amalgam.evaluation.TestCases;
import org.amalgam.fusion.FusionMethods;
import org.amalgam.fusion.FusionRecipe;
import org.amalgam.fusion.KeptCases;
import org.amalgam.fusion.KeptCasesBuilder;
import org.amalgam.fusion.OfflineLearner;
import org.amalgam.fusion.StackingFuser;
import org.amalgam.fusion.StackingLearner;

/**
 * Learns how to fuse from validation cases: the members answer them once, their best items are
 * kept, and each fused ranker gets a recipe of its own.
 */
public final class FusionLearning {

    /** More cases than these would only cost time: weights are few. */
    private static final int MOST_CASES = 12_000;

    private static final int PROGRESS_EVERY = 64;

    private final String method;
    private final FusionSettings settings;
    private final long seed;

    /**
     * @param method one that {@link FusionMethods#needsRecipe}
     */
    public FusionLearning(String method, FusionSettings settings, long seed) {
        this.method = method;
        this.settings = settings;
        this.seed = seed;
    }

    /**
     * Recipes by fused ranker; none when there are too few cases to learn from.
     *
     * @param groups who is fused in which ranker
     * @param members as they are after choosing: they know {@code early} and nothing later
     * @param validation cases that none of them has learned from
     */
    public Map<String, FusionRecipe> recipes(
            Map<String, Set<String>> groups,
            List<EnsembleMember> members,
            TrainingSet early,
            TestCases validation,
            TaskMonitor monitor) {
        if (validation.cases().size() < KeptCases.LEAST_CASES) {
            return Map.of();
        }
        Map<String, FusionRecipe> recipes = new LinkedHashMap<>();
        keep(groups, members, early, validation, monitor)
                .forEach(
                        (name, cases) -> {
                            if (cases.size() >= KeptCases.LEAST_CASES) {
                                recipes.put(name, learn(cases, monitor));
                            }
                        });
        return recipes;
    }

    private FusionRecipe learn(KeptCases cases, TaskMonitor monitor) {
        return method.equals(StackingFuser.NAME)
                ? new StackingLearner(settings, seed).learn(cases, monitor)
                : new OfflineLearner(settings, seed).learn(cases, monitor);
    }

    /** Lets the members answer the validation cases once, and keeps their best items by group. */
    private Map<String, KeptCases> keep(
            Map<String, Set<String>> groups,
            List<EnsembleMember> members,
            TrainingSet early,
            TestCases validation,
            TaskMonitor monitor) {
        BitSet candidates = OfflineProtocol.candidates(early);
        Map<String, KeptCasesBuilder> builders = new LinkedHashMap<>();
        groups.forEach(
                (name, fused) ->
                        builders.put(
                                name,
                                new KeptCasesBuilder(
                                        List.copyOf(fused),
                                        early.itemCounts(),
                                        candidates,
                                        KeptCases.DEFAULT_TOP)));
        List<EnsembleMember> asked =
                members.stream()
                        .filter(m -> groups.values().stream().anyMatch(g -> g.contains(m.name())))
                        .toList();
        List<TestCase> cases = validation.thinned(MOST_CASES).cases();
        try (Panel panel = new Panel(asked, List.of(), candidates, early.itemCount())) {
            for (int i = 0; i < cases.size(); i++) {
                if (i % PROGRESS_EVERY == 0) {
                    monitor.checkCancelled();
                    monitor.progress("asking members for fusion", i, cases.size());
                }
                TestCase next = cases.get(i);
                List<MemberOutput> outputs = panel.outputs(next);
                builders.values().forEach(b -> b.add(next.window(), next.target(), outputs));
            }
        }
        Map<String, KeptCases> kept = new LinkedHashMap<>();
        builders.forEach((name, builder) -> kept.put(name, builder.build()));
        return kept;
    }

    /** What was learned, in a sentence for the report. */
    public static String sentence(String name, FusionRecipe recipe) {
        List<String> parts = new ArrayList<>();
        recipe.weights()
                .asMap()
                .forEach((m, w) -> parts.add(String.format(Locale.ROOT, "%s %.2f", m, w)));
        return String.format(
                Locale.ROOT,
                "%s: %s fusion from %d validation cases; cross-validated there HR@20 %.4f, MRR@20"
                        + " %.4f; weights %s.",
                name,
                recipe.method(),
                recipe.cases(),
                recipe.chosen().crossValidated().hr20(),
                recipe.chosen().crossValidated().mrr20(),
                String.join(", ", parts));
    }
}
