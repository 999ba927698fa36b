package org.amalgam.fusion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.amalgam.config.FusionSettings;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.stage.TaskMonitor;

/**
 * Learns stacking from kept cases: the conditional logit's likelihood, with a penalty of squared
 * coefficients chosen by the likelihood of sessions not learned from. Deterministic. Thread-safe.
 */
public final class StackingLearner {

    /** From strong to weak, so that each can start where the one before ended. */
    private static final double[] PENALTIES = {100, 30, 10, 3, 1};

    private static final int FOLDS = 3;
    private static final int ITERATIONS = 60;
    private static final double TOLERANCE = 1e-5;

    private final FusionSettings base;
    private final long seed;

    /**
     * @param base kept in the recipe; stacking itself needs no normalisation
     */
    public StackingLearner(FusionSettings base, long seed) {
        this.base = base;
        this.seed = seed;
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
                    indices.length + " cases are too few to learn stacking from");
        }
        List<Folds.Split> splits = Folds.of(cases, indices, FOLDS, seed);
        double[] likelihoods = new double[PENALTIES.length];
        double[][] ranks = new double[PENALTIES.length][cases.size()];
        for (int i = 0; i < splits.size(); i++) {
            monitor.checkCancelled();
            monitor.progress("learning stacking", i, splits.size() + 1);
            judge(cases, splits.get(i), likelihoods, ranks);
        }
        int best = 0;
        List<FusionRecipe.Trial> trials = new ArrayList<>();
        for (int p = 0; p < PENALTIES.length; p++) {
            best = likelihoods[p] > likelihoods[best] ? p : best;
            double[] own = ranks[p];
            trials.add(
                    new FusionRecipe.Trial(
                            String.format(
                                    Locale.ROOT,
                                    "penalty %.0f, log-likelihood %.4f",
                                    PENALTIES[p],
                                    likelihoods[p] / Math.max(1, splits.size())),
                            MixQuality.of(indices, index -> own[index])));
        }
        StackingModel model = fit(cases, indices, PENALTIES[best]);
        monitor.progress("learning stacking", splits.size() + 1, splits.size() + 1);
        return new FusionRecipe(
                StackingFuser.NAME,
                base,
                FusionWeights.uniform(cases.members()),
                java.util.Optional.of(model),
                indices.length,
                trials,
                trials.get(best));
    }

    private static void judge(
            KeptCases cases, Folds.Split split, double[] likelihoods, double[][] ranks) {
        StackingModel.Warmth warmth = warmth(cases, split.learn());
        double[] x = new double[0];
        for (int p = 0; p < PENALTIES.length; p++) {
            StackingCases learn = new StackingCases(cases, split.learn(), warmth, PENALTIES[p]);
            x = minimise(learn, x);
            likelihoods[p] += new StackingCases(cases, split.judge(), warmth, 0).logLikelihood(x);
            StackingMix mix = new StackingMix(cases, model(cases, warmth, x));
            for (int index : split.judge()) {
                ranks[p][index] = mix.rank(index).meanRank();
            }
        }
    }

    private static double[] minimise(StackingCases learn, double[] start) {
        double[] from = start.length == 0 ? new double[learn.coefficients()] : start;
        return Lbfgs.minimise(learn, from, ITERATIONS, TOLERANCE);
    }

    static StackingModel fit(KeptCases cases, int[] indices, double penalty) {
        StackingModel.Warmth warmth = warmth(cases, indices);
        StackingCases learn = new StackingCases(cases, indices, warmth, penalty);
        return model(cases, warmth, minimise(learn, new double[0]));
    }

    private static StackingModel.Warmth warmth(KeptCases cases, int[] indices) {
        double sum = 0;
        double squares = 0;
        for (int index : indices) {
            double value = Math.log1p(cases.context(index).lastCount());
            sum += value;
            squares += value * value;
        }
        double mean = sum / indices.length;
        double variance = Math.max(0, squares / indices.length - mean * mean);
        return new StackingModel.Warmth(mean, variance < 1e-9 ? 1 : Math.sqrt(variance));
    }

    private static StackingModel model(KeptCases cases, StackingModel.Warmth warmth, double[] x) {
        Map<String, List<List<Double>>> coefficients = new LinkedHashMap<>();
        int at = 0;
        for (String member : cases.members()) {
            coefficients.put(member, rows(x, at, StackingTerms.OF_MEMBER.size()));
            at += StackingTerms.OF_MEMBER.size();
        }
        coefficients.put(StackingModel.CONTEXT, rows(x, at, StackingTerms.OF_ITEM.size()));
        return new StackingModel(cases.top(), warmth, coefficients);
    }

    private static List<List<Double>> rows(double[] x, int from, int terms) {
        int contexts = StackingTerms.CONTEXT.size();
        List<List<Double>> rows = new ArrayList<>();
        for (int term = from; term < from + terms; term++) {
            List<Double> row = new ArrayList<>();
            for (int k = 0; k < contexts; k++) {
                row.add(x[term * contexts + k]);
            }
            rows.add(row);
        }
        return rows;
    }
}
