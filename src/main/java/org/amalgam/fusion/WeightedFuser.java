package org.amalgam.fusion;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.amalgam.config.FusionSettings;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.MemberOutput.Scored;

/**
 * Weighted average: an item's fused score is Σ w(m)·normalised score by m, added in order of the
 * members' names, so that the order of outputs does not matter to the last bit. The shares of an
 * item, added in their map's order and rounded to float, are its fused score exactly.
 *
 * <p>Keeps the last step's scales: one thread makes all calls.
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
    private final StepScales scales;
    private final List<Part> parts = new ArrayList<>();

    /** One member's part in the step fused last. */
    private record Part(String member, double weight, Normalised scores) {}

    public WeightedFuser(FusionSettings settings) {
        this(NAME, settings, new StepScales());
    }

    /**
     * The method by one of its names.
     *
     * @param scales may be shared with others that fuse the same answers on the same thread
     */
    WeightedFuser(String name, FusionSettings settings, StepScales scales) {
        this.name = requireNonNull(name, "name");
        this.settings = requireNonNull(settings, "settings");
        this.scales = requireNonNull(scales, "scales");
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
            FeatureWindow window,
            List<MemberOutput> outputs,
            FusionWeights weights,
            float[] fused) {
        parts.clear();
        ScoreMix mix = new ScoreMix();
        for (Scored output : TakingPart.of(outputs, weights, fused.length)) {
            Normalised scores = scales.of(output, settings);
            double weight = weights.of(output.member());
            parts.add(new Part(output.member(), weight, scores));
            mix.add(weight, scores);
        }
        mix.into(fused);
        return !parts.isEmpty();
    }

    @Override
    public List<Map<String, Double>> shares(int[] items) {
        List<Map<String, Double>> shares = TakingPart.noShares(items.length);
        for (Part part : parts) {
            for (int i = 0; i < items.length; i++) {
                double share = part.scores().weighed(part.weight(), items[i]);
                shares.get(i).put(part.member(), share);
            }
        }
        return shares;
    }

    @Override
    public KeptScores on(KeptCases cases) {
        return new KeptMix(cases, settings);
    }
}
