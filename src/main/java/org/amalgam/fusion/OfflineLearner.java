package org.amalgam.fusion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.amalgam.config.FusionSettings;
import org.amalgam.config.FusionSettings.Normalization;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.stage.TaskMonitor;

/**
 * Learns a weighted average from kept cases: the normalisation that does best across folds, then
 * weights from all cases. Judged by HR@20 and MRR@20 in proportion to the best member's, so that
 * neither is bought with the other. Deterministic by seed. Thread-safe.
 */
public final class OfflineLearner {

    /** As in {@code --fusion}. */
    public static final String NAME = "learned";

    private static final int FOLDS = 3;

    private final FusionSettings base;
    private final long seed;

    /**
     * @param base what the recipe leaves as it is
     */
    public OfflineLearner(FusionSettings base, long seed) {
        this.base = base;
        this.seed = seed;
    }

    /** The normalisations that are tried. */
    List<FusionSettings> tried() {
        List<FusionSettings> tried = new ArrayList<>();
        tried.add(base.with(Normalization.MINMAX));
        tried.add(base.with(Normalization.ZSCORE));
        for (double temperature : new double[] {4, 2, 1, .5}) {
            tried.add(base.with(Normalization.SOFTMAX).withTemperature(temperature));
        }
        for (double constant : new double[] {0, 2, 10, 60}) {
            tried.add(base.with(Normalization.RECIPROCAL_RANK).withRankConstant(constant));
        }
        return tried;
    }

    /**
     * Learns.
     *
     * @throws IllegalArgumentException if there are fewer than 30 cases
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public FusionRecipe learn(KeptCases cases, TaskMonitor monitor) {
        return learn(cases, Folds.all(cases), monitor);
    }

    FusionRecipe learn(KeptCases cases, int[] indices, TaskMonitor monitor) {
        if (indices.length < KeptCases.LEAST_CASES) {
            throw new IllegalArgumentException(
                    indices.length + " cases are too few to learn weights from");
        }
        List<FusionSettings> tried = tried();
        List<Folds.Split> splits = Folds.of(cases, indices, FOLDS, seed);
        List<FusionRecipe.Trial> trials = new ArrayList<>();
        for (int i = 0; i < tried.size(); i++) {
            monitor.checkCancelled();
            monitor.progress("learning fusion", i, tried.size());
            trials.add(trial(new KeptMix(cases, tried.get(i)), tried.get(i), splits));
        }
        MixQuality reference = bestMember(cases, indices);
        int best = 0;
        for (int i = 1; i < trials.size(); i++) {
            if (value(trials.get(i), reference) > value(trials.get(best), reference)) {
                best = i;
            }
        }
        double[] weights = search(new KeptMix(cases, tried.get(best)), indices).run(seed);
        monitor.progress("learning fusion", tried.size(), tried.size());
        return FusionRecipe.learned(
                tried.get(best), weights(cases, weights), indices.length, trials, trials.get(best));
    }

    private static double value(FusionRecipe.Trial trial, MixQuality reference) {
        return trial.crossValidated().relativeTo(reference);
    }

    /** Weights learned from two thirds of the sessions, judged on the others, three times. */
    private FusionRecipe.Trial trial(
            KeptMix mix, FusionSettings settings, List<Folds.Split> splits) {
        double[] ranks = new double[mix.cases().size()];
        List<Integer> judged = new ArrayList<>();
        for (Folds.Split split : splits) {
            double[] weights = search(mix, split.learn()).runCoarsely();
            for (int index : split.judge()) {
                ranks[index] = mix.rank(index, weights).meanRank();
                judged.add(index);
            }
        }
        int[] indices = judged.stream().mapToInt(Integer::intValue).toArray();
        return new FusionRecipe.Trial(
                label(settings), MixQuality.of(indices, index -> ranks[index]));
    }

    private static WeightSearch search(KeptMix mix, int[] indices) {
        return new WeightSearch(new MixObjective(mix, indices, bestMember(mix.cases(), indices)));
    }

    /** The quality of the member that is best on both figures together. */
    static MixQuality bestMember(KeptCases cases, int[] indices) {
        List<MixQuality> alone = new ArrayList<>();
        for (int m = 0; m < cases.members().size(); m++) {
            int member = m;
            alone.add(MixQuality.of(indices, i -> cases.alone(i, member).meanRank()));
        }
        return alone.stream()
                .max(Comparator.comparingDouble(q -> q.hr20() + q.mrr20()))
                .orElseThrow();
    }

    static FusionWeights weights(KeptCases cases, double[] weights) {
        Map<String, Double> byMember = new LinkedHashMap<>();
        for (int m = 0; m < weights.length; m++) {
            byMember.put(cases.members().get(m), weights[m]);
        }
        return FusionWeights.of(byMember);
    }

    static String label(FusionSettings settings) {
        String name = settings.normalization().label();
        return switch (settings.normalization()) {
            case SOFTMAX -> name + " T=" + settings.temperature();
            case RECIPROCAL_RANK -> name + " c=" + settings.rankConstant();
            default -> name;
        };
    }
}
