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
    private double[] extra = new double[0];

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
            Member member = new Member(output, context, repeats);
            member.putTerms();
            double factor = factor(weights, output.member());
            float[] scores = output.scores();
            for (int item = 0; item < scores.length; item++) {
                sums[item] += factor * (member.tail(scores[item]) + extra[item]);
            }
            member.clearTerms();
        }
        addContext(context, repeats, fused);
        return true;
    }

    @Override
    public KeptScores on(KeptCases cases) {
        return new StackingMix(cases, model);
    }

    private void addContext(double[] context, Int2IntOpenHashMap repeats, float[] fused) {
        double[] coefficients = model.in(context, StackingModel.CONTEXT);
        double popularity = coefficients[StackingTerms.POPULARITY];
        repeats.forEach((item, back) -> extra[item] = coefficients[StackingTerms.place(back)]);
        for (int item = 0; item < fused.length; item++) {
            fused[item] = (float) (sums[item] + (popularity * logCounts[item] + extra[item]));
        }
        repeats.forEach((item, back) -> extra[item] = 0);
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
            Member member = new Member(output, context, repeats);
            member.putTerms();
            double factor = factor(weights, output.member());
            for (int i = 0; i < items.length; i++) {
                double term = member.tail(output.scores()[items[i]]) + extra[items[i]];
                shares.get(i).put(output.member(), factor * term);
            }
            member.clearTerms();
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
            extra = new double[items];
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
        private final ScoreScale standard;
        private final TopRanks ranks;

        Member(Scored output, double[] context, Int2IntOpenHashMap repeats) {
            this.coefficients = model.in(context, output.member());
            this.repeats = repeats;
            this.standard = ScoreScale.zscore(output.scores());
            this.ranks = TopRanks.of(output.scores(), model.depth());
        }

        double tail(float score) {
            return StackingTerms.TAIL * standard.of(score);
        }

        /** Puts what the few items within the depth get into {@code extra}. */
        void putTerms() {
            for (int i = 0; i < ranks.items().length; i++) {
                int item = ranks.items()[i];
                extra[item] =
                        StackingTerms.ofMember(
                                coefficients, ranks.ranks()[i], model.depth(), repeats.get(item));
            }
        }

        void clearTerms() {
            for (int item : ranks.items()) {
                extra[item] = 0;
            }
        }
    }
}
