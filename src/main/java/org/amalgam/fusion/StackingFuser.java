package org.amalgam.fusion;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
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
    private final StepScales scales;
    private Normalised logCounts = new Normalised(new float[0], LinearScale.IDENTITY);

    /** By item, where it stands in a list being worked on, from 1; else 0. */
    private int[] places = new int[0];

    /** What the step fused last was about, and everybody's part in it. */
    private Step last;

    private final List<Part> parts = new ArrayList<>();

    /**
     * @param itemCounts how often each item occurred in training, by dense number; items beyond it
     *     never did
     */
    public StackingFuser(StackingModel model, int[] itemCounts) {
        this(model, itemCounts, new StepScales());
    }

    /**
     * The same, sharing scales.
     *
     * @param scales of others that fuse the same answers on the same thread
     */
    public StackingFuser(StackingModel model, int[] itemCounts, StepScales scales) {
        this.model = model;
        this.itemCounts = itemCounts.clone();
        this.scales = scales;
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
        last = new Step(window);
        ScoreMix mix = new ScoreMix();
        for (Scored output : taking) {
            Part part = new Part(output, last, factor(weights, output.member()));
            mix.add(part.factor * StackingTerms.TAIL, part.standard);
            parts.add(part);
        }
        mix.add(last.popularity(), logCounts);
        mix.into(fused);
        raise(fused);
        return true;
    }

    /** Puts right the few items that get more than tail and popularity. */
    private void raise(float[] fused) {
        int[] items = raised();
        double[] sums = new double[items.length];
        for (double[] shares : sharesByOwner(items)) {
            for (int i = 0; i < items.length; i++) {
                sums[i] += shares[i];
            }
        }
        for (int i = 0; i < items.length; i++) {
            fused[items[i]] = (float) sums[i];
        }
    }

    /** Items met before, and those within some member's depth, each once. */
    private int[] raised() {
        IntArrayList raised = new IntArrayList(last.repeats.keySet());
        raised.forEach(item -> places[item] = 1);
        for (Part part : parts) {
            for (int item : part.top.items()) {
                if (places[item] == 0) {
                    places[item] = 1;
                    raised.add(item);
                }
            }
        }
        return raised.toIntArray();
    }

    @Override
    public KeptScores on(KeptCases cases) {
        return new StackingMix(cases, model);
    }

    @Override
    public List<Map<String, Double>> shares(int[] items) {
        List<Map<String, Double>> shares = TakingPart.noShares(items.length);
        if (parts.isEmpty()) {
            return shares;
        }
        double[][] byOwner = sharesByOwner(items);
        for (int i = 0; i < items.length; i++) {
            for (int p = 0; p < parts.size(); p++) {
                shares.get(i).put(parts.get(p).member, byOwner[p][i]);
            }
            shares.get(i).put(StackingModel.CONTEXT, byOwner[parts.size()][i]);
        }
        return shares;
    }

    /** The shares of all parts in order, and then the context's, of each of these items. */
    private double[][] sharesByOwner(int[] items) {
        for (int i = 0; i < items.length; i++) {
            places[items[i]] = i + 1;
        }
        double[][] shares = new double[parts.size() + 1][items.length];
        for (int p = 0; p < parts.size(); p++) {
            parts.get(p).fill(shares[p], items, places);
        }
        for (int i = 0; i < items.length; i++) {
            shares[parts.size()][i] = last.share(items[i], last.repeats.get(items[i]));
        }
        for (int item : items) {
            places[item] = 0;
        }
        return shares;
    }

    /**
     * What a member adds to an item: its tail, and what its rank is worth.
     *
     * @param own worth of the rank; 0 beyond the depth, which leaves the tail to the last bit
     */
    static double share(double factor, LinearScale standard, float score, double own) {
        return standard.weighed(factor * StackingTerms.TAIL, score) + factor * own;
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
        if (places.length != items) {
            places = new int[items];
            float[] logs = new float[items];
            for (int item = 0; item < items; item++) {
                int count = item < itemCounts.length ? itemCounts[item] : 0;
                logs[item] = StackingTerms.logPopularity(count);
            }
            logCounts = new Normalised(logs, LinearScale.IDENTITY);
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
            return logCounts.weighed(popularity(), item) + place;
        }
    }

    /** One member's part in one step. */
    private final class Part {

        private final String member;
        private final double[] coefficients;
        private final Step step;
        private final double factor;
        private final Normalised standard;
        private final TopRanks top;

        Part(Scored output, Step step, double factor) {
            this.member = output.member();
            this.coefficients = model.in(step.context, member);
            this.step = step;
            this.factor = factor;
            this.standard = scales.standard(output);
            this.top = scales.first(output, model.depth());
        }

        /**
         * Fills in the shares of these items.
         *
         * @param places by item, where it stands among them, from 1; 0 for all others
         */
        void fill(double[] shares, int[] items, int[] places) {
            double[] own = new double[items.length];
            for (int i = 0; i < top.items().length; i++) {
                int item = top.items()[i];
                if (places[item] > 0) {
                    own[places[item] - 1] =
                            StackingTerms.ofMember(
                                    coefficients,
                                    top.ranks()[i],
                                    model.depth(),
                                    step.repeats.get(item));
                }
            }
            for (int i = 0; i < items.length; i++) {
                float score = standard.values()[items[i]];
                shares[i] = share(factor, standard.scale(), score, own[places[items[i]] - 1]);
            }
        }
    }
}
