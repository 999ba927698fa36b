package org.amalgam.fusion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.MemberOutput.Scored;

/** Whose scores are fused in a step, alike for all methods. */
final class TakingPart {

    private TakingPart() {}

    /** Those with an answer and a weight, in order of their names. */
    static List<Scored> of(List<MemberOutput> outputs, FusionWeights weights) {
        List<Scored> taking = new ArrayList<>(outputs.size());
        for (MemberOutput output : outputs) {
            if (output instanceof Scored scored && weights.of(scored.member()) > 0) {
                taking.add(scored);
            }
        }
        taking.sort(Comparator.comparing(Scored::member));
        return taking;
    }

    /**
     * As {@link #of(List, FusionWeights)}.
     *
     * @param items how many scores each of them must have
     * @throws IllegalArgumentException if a member's scores are not as many
     */
    static List<Scored> of(List<MemberOutput> outputs, FusionWeights weights, int items) {
        List<Scored> taking = of(outputs, weights);
        for (Scored output : taking) {
            if (output.scores().length != items) {
                throw new IllegalArgumentException(
                        output.member()
                                + ": "
                                + output.scores().length
                                + " scores for "
                                + items
                                + " items");
            }
        }
        return taking;
    }

    /** Room for the shares of so many items. */
    static List<Map<String, Double>> noShares(int items) {
        List<Map<String, Double>> shares = new ArrayList<>(items);
        for (int i = 0; i < items; i++) {
            shares.add(new LinkedHashMap<>());
        }
        return shares;
    }
}
