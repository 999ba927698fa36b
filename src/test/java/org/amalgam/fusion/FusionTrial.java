package org.amalgam.fusion;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.amalgam.config.FusionSettings;
import org.amalgam.config.FusionSettings.Normalization;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.evaluation.Metric;
import org.amalgam.evaluation.PairedBootstrap;

/**
 * Compares ways of fusing on kept cases (see {@link KeepCasesTrial}) by cross-validation over
 * sessions: whatever learns does so on two thirds of them and is judged on the rest.
 *
 * <p>Arguments: kept file, seed.
 */
final class FusionTrial {

    private final KeptCases cases;
    private final long seed;
    private final int[] all;
    private final Map<String, double[]> ranks = new LinkedHashMap<>();

    private FusionTrial(KeptCases cases, long seed) {
        this.cases = cases;
        this.seed = seed;
        this.all = Folds.all(cases);
    }

    public static void main(String[] arguments) throws IOException {
        KeptCases cases = KeptCasesFile.read(Path.of(arguments[0]));
        new FusionTrial(cases, Long.parseLong(arguments[1])).run();
    }

    private void run() {
        print("%d cases of %s", cases.size(), cases.members());
        for (int m = 0; m < cases.members().size(); m++) {
            int member = m;
            add(cases.members().get(m), index -> cases.alone(index, member).meanRank());
        }
        for (Normalization normalization : Normalization.values()) {
            FusionSettings settings = FusionSettings.defaults().with(normalization);
            if (normalization == Normalization.SOFTMAX) {
                settings = settings.withTemperature(1);
            }
            KeptMix mix = new KeptMix(cases, settings);
            double[] even = new double[cases.members().size()];
            Arrays.fill(even, 1.0 / even.length);
            add("equal " + normalization.label(), index -> mix.rank(index, even).meanRank());
            long exact = Arrays.stream(all).filter(index -> mix.isExact(index, even)).count();
            print("equal %s: %d ranks proven exact", normalization.label(), exact);
        }
        learned();
        stacking();
        report();
    }

    /** The whole choice, of normalisation too, is made anew in each fold. */
    private void learned() {
        double[] found = new double[cases.size()];
        OfflineLearner learner = new OfflineLearner(FusionSettings.defaults(), seed);
        for (Folds.Split split : Folds.of(cases, all, 3, seed + 1)) {
            long start = System.nanoTime();
            FusionRecipe recipe = learner.learn(cases, split.learn(), TaskMonitor.silent());
            print(
                    "learned %s %s in %.1f s",
                    OfflineLearner.label(recipe.settings()),
                    recipe.weights(),
                    (System.nanoTime() - start) / 1e9);
            KeptMix mix = new KeptMix(cases, recipe.settings());
            double[] weights = mix.weights(recipe.weights());
            for (int index : split.judge()) {
                found[index] = mix.rank(index, weights).meanRank();
            }
        }
        add("learned", index -> found[index]);
    }

    private void stacking() {
        double[] found = new double[cases.size()];
        StackingLearner learner = new StackingLearner(FusionSettings.defaults(), seed);
        for (Folds.Split split : Folds.of(cases, all, 3, seed + 1)) {
            long start = System.nanoTime();
            FusionRecipe recipe = learner.learn(cases, split.learn(), TaskMonitor.silent());
            print("stacking %s in %.1f s", recipe.chosen(), (System.nanoTime() - start) / 1e9);
            StackingMix mix = new StackingMix(cases, recipe.stacking().orElseThrow());
            for (int index : split.judge()) {
                found[index] = mix.rank(index).meanRank();
            }
        }
        add("stacking", index -> found[index]);
    }

    private void add(String name, IntToDoubleFunction rank) {
        ranks.put(name, Arrays.stream(all).mapToDouble(rank).toArray());
    }

    private void report() {
        String best =
                cases.members().stream()
                        .max(
                                java.util.Comparator.comparingDouble(
                                        m -> mean(values(m, Metric.Kind.MRR))))
                        .orElseThrow();
        int[] groups = Arrays.stream(all).map(cases::group).toArray();
        for (String name : ranks.keySet()) {
            StringBuilder line = new StringBuilder();
            for (Metric.Kind kind : List.of(Metric.Kind.HR, Metric.Kind.MRR)) {
                var difference =
                        PairedBootstrap.seeded(seed)
                                .compare(
                                        values(name, kind),
                                        values(best, kind),
                                        groups,
                                        groupCount());
                line.append(
                        String.format(
                                Locale.ROOT,
                                "  %.4f (%+.4f, %+.4f to %+.4f)",
                                mean(values(name, kind)),
                                difference.mean(),
                                difference.interval().low(),
                                difference.interval().high()));
            }
            print("%-24s%s", name, line);
        }
    }

    private int groupCount() {
        return 1 + Arrays.stream(all).map(cases::group).max().orElse(0);
    }

    private double[] values(String name, Metric.Kind kind) {
        Metric metric = new Metric(kind, 20);
        return Arrays.stream(ranks.get(name)).map(metric::of).toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
