package org.amalgam.fusion;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.amalgam.config.FusionSettings;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.TargetRank;
import org.amalgam.domain.stage.WeightLearner;

/**
 * Hedge (Freund and Schapire 1997) with fixed share (Herbster and Warmuth 1998) and a floor. After
 * each case a free member's weight is multiplied by e^(−η·loss), a part α of the weight is handed
 * out evenly, and what is above the floor is scaled to keep the sum at one. The loss is 1 − 1 /
 * log₂(1 + rank), in [0, 1]: 0 for a target at the top, 1 beyond the loss depth or for a member
 * that abstained. Every member's rank is known, so nothing has to be explored.
 *
 * <p>Locked members keep their weight; the others share what is left. The weights are the whole
 * state: {@code set(weights())} into a fresh learner goes on exactly as this one.
 */
public final class HedgeLearner implements WeightLearner {

    /** As in {@code --fusion}. */
    public static final String NAME = "hedge";

    /** Revives a weight set to 0 by hand; without it no factor could. */
    private static final double LEAST = 1e-9;

    private final List<String> members;
    private final FusionSettings settings;
    private FusionWeights weights;
    private Set<String> locked = Set.of();

    /**
     * Begins with these weights; their members are those that are fused.
     *
     * @throws IllegalArgumentException if the floors of all members sum to one or more
     */
    public HedgeLearner(FusionWeights start, FusionSettings settings) {
        this.settings = requireNonNull(settings, "settings");
        this.members = List.copyOf(start.members());
        this.weights = start;
        if (settings.floor() * members.size() >= 1) {
            throw new IllegalArgumentException(
                    "weight floor " + settings.floor() + " for " + members.size() + " members");
        }
    }

    @Override
    public FusionWeights weights() {
        return weights;
    }

    /** Ranks of rankers that are not fused are ignored; a case without any rank says nothing. */
    @Override
    public void learn(Map<String, TargetRank> ranks, double haste) {
        List<String> free = free();
        if (free.size() < 2 || members.stream().noneMatch(ranks::containsKey)) {
            return;
        }
        double mass = mass();
        Map<String, Double> next = new LinkedHashMap<>(weights.asMap());
        double[] moved = moved(free, ranks, haste * settings.eta());
        double floor = Math.min(settings.floor(), mass / free.size());
        for (int i = 0; i < moved.length; i++) {
            next.put(free.get(i), floor + (mass - free.size() * floor) * moved[i]);
        }
        weights = FusionWeights.of(next);
    }

    @Override
    public boolean learns() {
        return true;
    }

    @Override
    public void forget(double share) {
        List<String> free = free();
        Map<String, Double> next = new LinkedHashMap<>(weights.asMap());
        double even = mass() / Math.max(1, free.size());
        free.forEach(member -> next.merge(member, even, (w, e) -> (1 - share) * w + share * e));
        weights = FusionWeights.of(next);
    }

    private List<String> free() {
        return members.stream().filter(member -> !locked.contains(member)).toList();
    }

    /** What the locked members leave to the others. */
    private double mass() {
        double lockedSum = 0;
        for (String member : members) {
            lockedSum += locked.contains(member) ? weights.of(member) : 0;
        }
        return Math.max(0, 1 - lockedSum);
    }

    /** The free members' new proportions above the floor, summing to one. */
    private double[] moved(List<String> free, Map<String, TargetRank> ranks, double eta) {
        double[] proportions = new double[free.size()];
        double sum = 0;
        for (int i = 0; i < proportions.length; i++) {
            String member = free.get(i);
            double above = Math.max(LEAST, weights.of(member) - settings.floor());
            proportions[i] = above * Math.exp(-eta * loss(ranks.get(member)));
            sum += proportions[i];
        }
        double evenly = settings.share() / proportions.length;
        for (int i = 0; i < proportions.length; i++) {
            proportions[i] = (1 - settings.share()) * proportions[i] / sum + evenly;
        }
        return proportions;
    }

    private double loss(TargetRank rank) {
        if (rank == null || rank.meanRank() > settings.lossDepth()) {
            return 1;
        }
        return 1 - Math.log(2) / Math.log(1 + rank.meanRank());
    }

    /**
     * As the contract says, for the members it began with.
     *
     * @throws IllegalArgumentException if the weights are of other members
     */
    @Override
    public void set(FusionWeights weights) {
        if (!weights.members().equals(Set.copyOf(members))) {
            throw new IllegalArgumentException(
                    "weights of " + weights.members() + " set for " + members);
        }
        this.weights = weights;
    }

    @Override
    public void lock(Set<String> members) {
        locked = Set.copyOf(members);
    }
}
