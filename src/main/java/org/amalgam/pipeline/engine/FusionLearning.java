package org.amalgam.pipeline.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.amalgam.config.FusionSettings;
import org.amalgam.domain.Holdout;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.stage.EnsembleMember;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.evaluation.OfflineProtocol;
import org.amalgam.evaluation.Panel;
import org.amalgam.evaluation.TestCase;
import org.amalgam.evaluation.TestCases;
import org.amalgam.fusion.CaseLabel;
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
     * Recipes by fused ranker; none when nobody is fused, or there are too few cases to learn from.
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
        List<EnsembleMember> asked = FusionGroups.fused(groups, members);
        if (asked.isEmpty() || validation.cases().size() < KeptCases.LEAST_CASES) {
            return Map.of();
        }
        return recipes(groups, keep(asked, early, validation, monitor), monitor);
    }

    /**
     * Recipes by fused ranker for a replay, from held-out sessions that the members answer as in
     * one, learning as they go; none when nobody is fused, or there are too few cases.
     *
     * @param members as they are after choosing on this holdout; they are to be trained again
     */
    public Map<String, FusionRecipe> rehearsed(
            Map<String, Set<String>> groups,
            List<EnsembleMember> members,
            Holdout holdout,
            TaskMonitor monitor) {
        List<EnsembleMember> asked = FusionGroups.fused(groups, members);
        if (asked.isEmpty() || !holdout.usable()) {
            return Map.of();
        }
        return recipes(groups, new Rehearsal(holdout).keep(asked, MOST_CASES, monitor), monitor);
    }

    /**
     * Recipes by fused ranker from kept answers; none when there are too few of them.
     *
     * @param cases of all members of the groups at least
     */
    public Map<String, FusionRecipe> recipes(
            Map<String, Set<String>> groups, KeptCases cases, TaskMonitor monitor) {
        Map<String, FusionRecipe> recipes = new LinkedHashMap<>();
        if (cases.size() >= KeptCases.LEAST_CASES) {
            groups.forEach((name, fused) -> recipes.put(name, learn(cases.only(fused), monitor)));
        }
        return recipes;
    }

    /** Lets members answer the validation cases, or so many of them as are worth the time. */
    public static KeptCases keep(
            List<EnsembleMember> members,
            TrainingSet early,
            TestCases validation,
            TaskMonitor monitor) {
        List<TestCase> cases = validation.thinned(MOST_CASES).cases();
        BitSet candidates = OfflineProtocol.candidates(early);
        KeptCasesBuilder builder =
                new KeptCasesBuilder(
                        members.stream().map(EnsembleMember::name).toList(),
                        early.itemCounts(),
                        candidates,
                        KeptCases.DEFAULT_TOP);
        try (Panel panel = new Panel(members, List.of(), candidates, early.itemCount())) {
            for (int i = 0; i < cases.size(); i++) {
                if (i % PROGRESS_EVERY == 0) {
                    monitor.checkCancelled();
                    monitor.progress("asking members for fusion", i, cases.size());
                }
                TestCase next = cases.get(i);
                keep(next, panel.outputs(next), candidates, builder);
            }
            return builder.build();
        }
    }

    private FusionRecipe learn(KeptCases cases, TaskMonitor monitor) {
        return method.equals(StackingFuser.NAME)
                ? new StackingLearner(settings, seed).learn(cases, monitor)
                : new OfflineLearner(settings, seed).learn(cases, monitor);
    }

    /**
     * Keeps one case, its excluded items being no candidates.
     *
     * @param candidates those of the builder
     */
    static void keep(
            TestCase asked,
            List<MemberOutput> outputs,
            BitSet candidates,
            KeptCasesBuilder builder) {
        int[] removed = IntStream.of(asked.excluded()).filter(candidates::get).toArray();
        IntStream.of(removed).forEach(candidates::clear);
        builder.add(
                new CaseLabel(asked.id(), asked.group(), asked.target(), asked.targetKnown()),
                asked.window(),
                outputs);
        IntStream.of(removed).forEach(candidates::set);
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
