package org.amalgam.fusion;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.MemberOutput.Scored;
import org.amalgam.kernel.DoubleMath;

/**
 * Stacking: a conditional logit over items whose weights depend on the context, as {@link
 * StackingLearner} learned it. A member's share is its terms' sum, times its weight in proportion
 * to the mean one: equal weights leave the model as it was learned, and a person can still turn a
 * member up, down or off. What the session and the item's popularity add is a share of its own,
 * {@link StackingModel#CONTEXT}. An item's shares, added in their map's order and rounded to float,
 * are its fused score exactly.
 *
 * <p>Members that the model does not know add nothing but the order of the tail. Keeps buffers
 * between steps: one thread makes all calls.
 */
public final class StackingFuser implements KeptFuser {

    /** As in {@code --fusion}. */
    public static final String NAME = "stacking";

    private final StackingModel model;
    private final int[] itemCounts;
    private double[] logCounts = new double[0];
    private double[] sums = new double[0];
    private double[] terms = new double[0];

    /**
     * @param itemCounts how often each item occurred in training, by dense number; items beyond it
     *     never did
     */
    public StackingFuser(StackingModel model, int[] itemCounts) {
        this.model = model;
        this.itemCounts = itemCounts.clone();
    }

    @Override
    public String name() {
        return NAME;
    }

    /**
     * As the contract says.
     *
     * @throws IllegalArgumentException if a member's scores are not as many as {@code fused}
     */
    @Override
    public boolean fuse(
            FeatureWindow window,
            List<MemberOutput> outputs,
            FusionWeights weights,
            float[] fused) {
        List<Scored> taking = TakingPart.of(outputs, weights, fused.length);
        if (taking.isEmpty()) {
            return false;
        }
        reserve(fused.length);
        Arrays.fill(sums, 0);
        double[] context = context(window);
        Int2IntOpenHashMap repeats = repeats(window.context());
        for (Scored output : taking) {
            new Member(output, context, repeats).fillTerms();
            DoubleMath.add(terms, fused.length, factor(weights, output.member()), sums);
        }
        fillContext(context, repeats);
        DoubleMath.add(terms, fused.length, 1, sums);
        DoubleMath.narrow(sums, fused.length, fused);
        return true;
    }

    @Override
    public KeptScores on(KeptCases cases) {
        return new StackingMix(cases, model);
    }

    private void fillContext(double[] context, Int2IntOpenHashMap repeats) {
        double[] coefficients = model.in(context, StackingModel.CONTEXT);
        System.arraycopy(logCounts, 0, terms, 0, terms.length);
        DoubleMath.multiply(terms, terms.length, coefficients[StackingTerms.POPULARITY]);
        repeats.forEach((item, back) -> terms[item] += coefficients[StackingTerms.place(back)]);
    }

    @Override
    public List<Map<String, Double>> shares(
            FeatureWindow window, List<MemberOutput> outputs, FusionWeights weights, int[] items) {
        List<Map<String, Double>> shares = TakingPart.noShares(items.length);
        List<Scored> taking = TakingPart.of(outputs, weights);
        double[] context = context(window);
        Int2IntOpenHashMap repeats = repeats(window.context());
        for (Scored output : taking) {
            reserve(output.scores().length);
            new Member(output, context, repeats).fillTerms();
            double factor = factor(weights, output.member());
            for (int i = 0; i < items.length; i++) {
                shares.get(i).put(output.member(), factor * terms[items[i]]);
            }
        }
        double[] coefficients = model.in(context, StackingModel.CONTEXT);
        for (int i = 0; !taking.isEmpty() && i < items.length; i++) {
            shares.get(i).put(StackingModel.CONTEXT, contextShare(coefficients, items[i], repeats));
        }
        return shares;
    }

    private double contextShare(double[] coefficients, int item, Int2IntOpenHashMap repeats) {
        int recency = repeats.get(item);
        double place = recency > 0 ? coefficients[StackingTerms.place(recency)] : 0;
        return coefficients[StackingTerms.POPULARITY] * logCounts[item] + place;
    }

    /** How many steps back each item of these steps was met last. */
    private static Int2IntOpenHashMap repeats(ItemSequence steps) {
        Int2IntOpenHashMap repeats = new Int2IntOpenHashMap();
        for (int i = 0; i < steps.length(); i++) {
            repeats.put(steps.item(i), steps.length() - i);
        }
        return repeats;
    }

    private double[] context(FeatureWindow window) {
        return StackingTerms.context(CaseContext.of(window, itemCounts), model.warmth());
    }

    static double factor(FusionWeights weights, String member) {
        return weights.of(member) * weights.members().size();
    }

    private void reserve(int items) {
        if (sums.length != items) {
            sums = new double[items];
            terms = new double[items];
            logCounts = new double[items];
            for (int item = 0; item < items; item++) {
                int count = item < itemCounts.length ? itemCounts[item] : 0;
                logCounts[item] = StackingTerms.logPopularity(count);
            }
        }
    }

    /** One member's part in one step. */
    private final class Member {

        private final double[] coefficients;
        private final Int2IntOpenHashMap repeats;
        private final float[] scores;

        Member(Scored output, double[] context, Int2IntOpenHashMap repeats) {
            this.coefficients = model.in(context, output.member());
            this.repeats = repeats;
            this.scores = output.scores();
        }

        /** Every item's tail, and what the few items within the depth get besides. */
        void fillTerms() {
            ScoreScale.zscore(scores).fill(scores, terms);
            DoubleMath.multiply(terms, scores.length, StackingTerms.TAIL);
            TopRanks top = TopRanks.of(scores, model.depth());
            for (int i = 0; i < top.items().length; i++) {
                int item = top.items()[i];
                terms[item] +=
                        StackingTerms.ofMember(
                                coefficients, top.ranks()[i], model.depth(), repeats.get(item));
            }
        }
    }
}
