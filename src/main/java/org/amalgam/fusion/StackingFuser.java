package org.amalgam.fusion;

import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.MemberOutput.Scored;
import org.amalgam.kernel.FloatKernels;

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

    private static final FloatKernels KERNELS = FloatKernels.best();

    private final StackingModel model;
    private final int[] itemCounts;
    private double[] logCounts = new double[0];
    private double[] sums = new double[0];

    /** What the step fused last was about, and everybody's part in it. */
    private Step last;

    private final List<Part> parts = new ArrayList<>();

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
        parts.clear();
        List<Scored> taking = TakingPart.of(outputs, weights, fused.length);
        if (taking.isEmpty()) {
            return false;
        }
        reserve(fused.length);
        Arrays.fill(sums, 0);
        last = new Step(window);
        for (Scored output : taking) {
            Part part = new Part(output, last, factor(weights, output.member()));
            part.addTo(sums);
            parts.add(part);
        }
        KERNELS.combine(sums, last.popularity(), logCounts, fused.length, fused);
        last.repeats.forEach(
                (item, back) -> fused[item] = (float) (sums[item] + last.share(item, back)));
        return true;
    }

    @Override
    public KeptScores on(KeptCases cases) {
        return new StackingMix(cases, model);
    }

    @Override
    public List<Map<String, Double>> shares(int[] items) {
        List<Map<String, Double>> shares = TakingPart.noShares(items.length);
        for (Part part : parts) {
            Int2DoubleOpenHashMap ranks = part.ranks();
            for (int i = 0; i < items.length; i++) {
                double share = part.share(items[i], ranks.get(items[i]));
                shares.get(i).put(part.member, share);
            }
        }
        for (int i = 0; !parts.isEmpty() && i < items.length; i++) {
            double share = last.share(items[i], last.repeats.get(items[i]));
            shares.get(i).put(StackingModel.CONTEXT, share);
        }
        return shares;
    }

    /** How many steps back each item of these steps was met last. */
    private static Int2IntOpenHashMap repeats(ItemSequence steps) {
        Int2IntOpenHashMap repeats = new Int2IntOpenHashMap();
        for (int i = 0; i < steps.length(); i++) {
            repeats.put(steps.item(i), steps.length() - i);
        }
        return repeats;
    }

    static double factor(FusionWeights weights, String member) {
        return weights.of(member) * weights.members().size();
    }

    private void reserve(int items) {
        if (sums.length != items) {
            sums = new double[items];
            logCounts = new double[items];
            for (int item = 0; item < items; item++) {
                int count = item < itemCounts.length ? itemCounts[item] : 0;
                logCounts[item] = StackingTerms.logPopularity(count);
            }
        }
    }

    /** What one step is about, whoever answers. */
    private final class Step {

        private final double[] context;
        private final double[] coefficients;
        private final Int2IntOpenHashMap repeats;

        Step(FeatureWindow window) {
            context = StackingTerms.context(CaseContext.of(window, itemCounts), model.warmth());
            coefficients = model.in(context, StackingModel.CONTEXT);
            repeats = repeats(window.context());
        }

        double popularity() {
            return coefficients[StackingTerms.POPULARITY];
        }

        /**
         * What the session and popularity add to an item last met so many steps back, if at all.
         */
        double share(int item, int back) {
            double place = back > 0 ? coefficients[StackingTerms.place(back)] : 0;
            return popularity() * logCounts[item] + place;
        }
    }

    /** One member's part in one step. */
    private final class Part {

        private final String member;
        private final double[] coefficients;
        private final Step step;
        private final double factor;
        private final float[] scores;
        private final LinearScale scale;
        private final TopRanks top;

        Part(Scored output, Step step, double factor) {
            this.member = output.member();
            this.coefficients = model.in(step.context, member);
            this.step = step;
            this.factor = factor;
            this.scores = output.scores();
            this.scale = ScoreScale.zscore(scores);
            this.top = TopRanks.of(scores, model.depth());
        }

        /**
         * Adds every item's tail, and to the few items within the depth what they get besides, in
         * one addition each, as the shares have it.
         */
        void addTo(double[] sums) {
            int[] items = top.items();
            double[] raised = new double[items.length];
            for (int i = 0; i < items.length; i++) {
                raised[i] = sums[items[i]] + share(items[i], top.ranks()[i]);
            }
            if (scale.unit() > 0) {
                KERNELS.addScaled(
                        scores,
                        scores.length,
                        scale.zero(),
                        scale.unit(),
                        StackingTerms.TAIL,
                        factor,
                        sums);
            }
            for (int i = 0; i < items.length; i++) {
                sums[items[i]] = raised[i];
            }
        }

        /** The ranks of the items within the depth; infinite for all others. */
        Int2DoubleOpenHashMap ranks() {
            Int2DoubleOpenHashMap ranks = new Int2DoubleOpenHashMap(top.items(), top.ranks());
            ranks.defaultReturnValue(Double.POSITIVE_INFINITY);
            return ranks;
        }

        double share(int item, double rank) {
            double own =
                    StackingTerms.ofMember(
                            coefficients, rank, model.depth(), step.repeats.get(item));
            return factor * (StackingTerms.TAIL * scale.of(scores[item]) + own);
        }
    }
}
