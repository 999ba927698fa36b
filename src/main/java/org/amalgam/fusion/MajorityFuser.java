package org.amalgam.fusion;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.MemberOutput.Scored;
import org.amalgam.kernel.DoubleMath;
import org.amalgam.kernel.FloatKernels;
import org.amalgam.kernel.FloatKernels.Extremes;
import org.amalgam.kernel.HighValues;

/**
 * Majority vote: each member votes, with its weight, for the items of its first {@value #SEATS}
 * places; items with as many votes go in order of their mean min-max score, weighted alike, which
 * adds less than the lightest vote. A member has no vote for items at its lowest score, and none
 * for a block of ties whose mean rank is beyond the last place.
 *
 * <p>An item's shares, added in their map's order and rounded to float, are its fused score
 * exactly. Keeps buffers between steps: one thread makes all calls.
 */
public final class MajorityFuser implements KeptFuser {

    /** As in {@code --fusion}. */
    public static final String NAME = "majority";

    /** For how many items a member votes: as many as a list shows. */
    static final int SEATS = 20;

    /** Small against any vote of weight, but not to float's rounding. */
    private static final double TIE_BREAK = 1e-3;

    private static final FloatKernels KERNELS = FloatKernels.best();

    private final HighValues high = new HighValues();
    private List<Scored> taking = List.of();
    private FusionWeights weights;
    private double[] sums = new double[0];
    private double[] votes = new double[0];

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
            FeatureWindow window, List<MemberOutput> outputs, FusionWeights given, float[] fused) {
        weights = given;
        taking = TakingPart.of(outputs, weights, fused.length);
        reserve(fused.length);
        Arrays.fill(sums, 0);
        double tieBreak = tieBreak(taking, weights);
        for (Scored output : taking) {
            double weight = weights.of(output.member());
            float[] scores = output.scores();
            Extremes ends = KERNELS.extremes(scores, scores.length);
            LinearScale scale = LinearScale.minmax(ends);
            TopRanks seats = vote(scores);
            for (int item = 0; item < scores.length; item++) {
                sums[item] += weight * (votes[item] + tieBreak * scale.of(scores[item]));
            }
            withdraw(seats);
        }
        DoubleMath.narrow(sums, fused.length, fused);
        return !taking.isEmpty();
    }

    @Override
    public KeptScores on(KeptCases cases) {
        return new MajorityMix(cases);
    }

    /** So much that all scores together stay below the lightest vote. */
    private static double tieBreak(List<Scored> taking, FusionWeights weights) {
        double least = 1;
        for (Scored output : taking) {
            least = Math.min(least, weights.of(output.member()));
        }
        return tieBreak(least);
    }

    /**
     * @param least the lowest weight above 0, at most 1
     */
    static double tieBreak(double least) {
        return Math.min(TIE_BREAK, least / 2);
    }

    private TopRanks vote(float[] scores) {
        high.look(scores);
        TopRanks seats = TopRanks.of(scores, high, SEATS);
        for (int item : seats.items()) {
            votes[item] = 1;
        }
        return seats;
    }

    private void withdraw(TopRanks seats) {
        for (int item : seats.items()) {
            votes[item] = 0;
        }
    }

    @Override
    public List<Map<String, Double>> shares(int[] items) {
        List<Map<String, Double>> shares = TakingPart.noShares(items.length);
        double tieBreak = tieBreak(taking, weights);
        for (Scored output : taking) {
            double weight = weights.of(output.member());
            float[] scores = output.scores();
            Extremes ends = KERNELS.extremes(scores, scores.length);
            LinearScale scale = LinearScale.minmax(ends);
            TopRanks seats = vote(scores);
            for (int i = 0; i < items.length; i++) {
                int item = items[i];
                double share = weight * (votes[item] + tieBreak * scale.of(scores[item]));
                shares.get(i).put(output.member(), share);
            }
            withdraw(seats);
        }
        return shares;
    }

    private void reserve(int items) {
        if (sums.length != items) {
            sums = new double[items];
            votes = new double[items];
        }
    }
}
