package org.amalgam.fusion;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.amalgam.config.FusionSettings;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.MemberOutput.Scored;
import org.amalgam.kernel.DoubleMath;

/**
 * Weighted average: an item's fused score is Σ w(m)·normalised score by m, added in order of the
 * members' names, so that the order of outputs does not matter to the last bit. The shares of an
 * item, added in their map's order and rounded to float, are its fused score exactly.
 *
 * <p>Keeps buffers between steps: one thread makes all calls.
 */
public final class WeightedFuser implements KeptFuser {

    /** As in {@code --fusion}. */
    public static final String NAME = "weighted";

    /** Points for every item ranked below, as a share of all (Borda 1784). */
    static final String BORDA = "borda";

    /** Reciprocal rank fusion (Cormack, Clarke and Büttcher 2009): w / (c + rank). */
    static final String RECIPROCAL_RANK = "rrf";

    private final String name;
    private final FusionSettings settings;
    private List<Scored> taking = List.of();
    private FusionWeights weights;
    private double[] sums = new double[0];
    private float[] sorted = new float[0];
    private double[] values = new double[0];

    public WeightedFuser(FusionSettings settings) {
        this(NAME, settings);
    }

    WeightedFuser(String name, FusionSettings settings) {
        this.name = requireNonNull(name, "name");
        this.settings = requireNonNull(settings, "settings");
    }

    @Override
    public String name() {
        return name;
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
        if (taking.isEmpty()) {
            return false;
        }
        if (sums.length != fused.length) {
            sums = new double[fused.length];
        }
        Arrays.fill(sums, 0);
        for (Scored output : taking) {
            addTo(sums, output.scores(), weights.of(output.member()));
        }
        DoubleMath.narrow(sums, fused.length, fused);
        return true;
    }

    private void addTo(double[] target, float[] scores, double weight) {
        reserve(scores.length);
        ScoreScale.normalise(scores, settings, sorted, values);
        DoubleMath.add(values, scores.length, weight, target);
    }

    @Override
    public List<Map<String, Double>> shares(int[] items) {
        List<Map<String, Double>> shares = TakingPart.noShares(items.length);
        for (Scored output : taking) {
            ScoreScale scale = ScoreScale.of(output.scores(), settings, sorted, values);
            double weight = weights.of(output.member());
            for (int i = 0; i < items.length; i++) {
                double share = weight * scale.of(output.scores()[items[i]]);
                shares.get(i).put(output.member(), share);
            }
        }
        return shares;
    }

    @Override
    public KeptScores on(KeptCases cases) {
        return new KeptMix(cases, settings);
    }

    private void reserve(int items) {
        if (sorted.length < items) {
            sorted = new float[items];
            values = new double[items];
        }
    }
}
