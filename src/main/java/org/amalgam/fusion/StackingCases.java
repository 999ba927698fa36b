package org.amalgam.fusion;

import it.unimi.dsi.fastutil.floats.FloatArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;

/**
 * Kept cases as stacking learns from them: the terms of every item that some member has among its
 * first 60, and the context. Cases whose target is not among them teach nothing and are left out.
 */
final class StackingCases implements Lbfgs.Objective {

    private static final int DEPTH = 60;

    /** Coefficients that vary by context need more evidence than the constant ones. */
    private static final double PENALTY_OF_CONTEXT = 10;

    private final int terms;
    private final int contexts = StackingTerms.CONTEXT.size();
    private final IntArrayList starts = new IntArrayList(new int[] {0});
    private final IntArrayList targets = new IntArrayList();
    private final FloatArrayList context = new FloatArrayList();
    private final float[] values;
    private final double penalty;
    private double[] scores = new double[0];

    /**
     * @param penalty of squared coefficients, in cases
     */
    StackingCases(KeptCases cases, int[] indices, StackingModel.Warmth warmth, double penalty) {
        this.terms = termCount(cases);
        this.penalty = penalty;
        FloatArrayList flat = new FloatArrayList();
        CaseRows rows = cases.rows();
        for (int index : indices) {
            if (!rows.within(DEPTH, rows.targetRow(index), index)) {
                continue;
            }
            for (int row = rows.start(index); row < rows.end(index); row++) {
                if (rows.within(DEPTH, row, index)) {
                    if (row == rows.targetRow(index)) {
                        targets.add(flat.size());
                    }
                    addTerms(rows, row, index, cases.top(), flat);
                }
            }
            starts.add(flat.size());
            for (double value : StackingTerms.context(cases.context(index), warmth)) {
                context.add((float) value);
            }
        }
        this.values = flat.toFloatArray();
    }

    /** How many terms there are: four a member and those of the item. */
    static int termCount(KeptCases cases) {
        return cases.members().size() * StackingTerms.OF_MEMBER.size()
                + StackingTerms.OF_ITEM.size();
    }

    private static void addTerms(
            CaseRows rows, int row, int index, int depth, FloatArrayList into) {
        int recency = rows.recency(row);
        for (int m = 0; m < rows.members(); m++) {
            double rank = rows.effectiveRank(m, row, index);
            double log = StackingTerms.logRank(rank, depth);
            into.add((float) log);
            into.add((float) StackingTerms.reciprocalRank(rank, depth));
            into.add((float) (recency == 1 ? log : 0));
            into.add((float) (recency > 1 ? log : 0));
        }
        for (int term = 0; term < StackingTerms.POPULARITY; term++) {
            into.add(recency > 0 && StackingTerms.place(recency) == term ? 1 : 0);
        }
        into.add(StackingTerms.logPopularity(rows.count(row)));
    }

    int size() {
        return targets.size();
    }

    /** How many coefficients there are: one for each term and context feature. */
    int coefficients() {
        return terms * contexts;
    }

    /** The mean log-likelihood of the targets among their items. */
    double logLikelihood(double[] x) {
        double sum = 0;
        for (int i = 0; i < size(); i++) {
            sum += logLikelihood(i, inContext(x, i), new double[terms]);
        }
        return sum / Math.max(1, size());
    }

    /** The penalised negative log-likelihood a case, and its gradient. */
    @Override
    public double at(double[] x, double[] gradient) {
        java.util.Arrays.fill(gradient, 0);
        double[] slopes = new double[terms];
        double sum = 0;
        for (int i = 0; i < size(); i++) {
            java.util.Arrays.fill(slopes, 0);
            sum -= logLikelihood(i, inContext(x, i), slopes);
            for (int k = 0; k < contexts; k++) {
                float value = context.getFloat(i * contexts + k);
                for (int t = 0; value != 0 && t < terms; t++) {
                    gradient[t * contexts + k] -= value * slopes[t];
                }
            }
        }
        for (int j = 0; j < x.length; j++) {
            double weight = penalty * (j % contexts == 0 ? 1 : PENALTY_OF_CONTEXT);
            sum += weight * x[j] * x[j] / 2;
            gradient[j] = (gradient[j] + weight * x[j]) / Math.max(1, size());
        }
        return sum / Math.max(1, size());
    }

    private double[] inContext(double[] x, int i) {
        double[] result = new double[terms];
        for (int t = 0; t < terms; t++) {
            for (int k = 0; k < contexts; k++) {
                result[t] += x[t * contexts + k] * context.getFloat(i * contexts + k);
            }
        }
        return result;
    }

    /** Adds to the slopes: the target's terms less the expected ones. */
    private double logLikelihood(int i, double[] coefficients, double[] slopes) {
        int start = starts.getInt(i);
        int count = (starts.getInt(i + 1) - start) / terms;
        if (scores.length < count) {
            scores = new double[2 * count];
        }
        double top = Double.NEGATIVE_INFINITY;
        for (int r = 0; r < count; r++) {
            scores[r] = 0;
            for (int t = 0; t < terms; t++) {
                scores[r] += coefficients[t] * values[start + r * terms + t];
            }
            top = Math.max(top, scores[r]);
        }
        int target = (targets.getInt(i) - start) / terms;
        double own = scores[target];
        double total = 0;
        for (int r = 0; r < count; r++) {
            scores[r] = Math.exp(scores[r] - top);
            total += scores[r];
        }
        for (int r = 0; r < count; r++) {
            double share = (r == target ? 1 : 0) - scores[r] / total;
            for (int t = 0; t < terms; t++) {
                slopes[t] += share * values[start + r * terms + t];
            }
        }
        return own - top - Math.log(total);
    }
}
