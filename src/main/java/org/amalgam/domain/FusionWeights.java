package org.amalgam.domain;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A point of the simplex: one weight ≥ 0 a member, summing to one. Immutable, ordered. */
public final class FusionWeights {

    private final Map<String, Double> byMember;

    private FusionWeights(Map<String, Double> byMember) {
        this.byMember = byMember;
    }

    public static FusionWeights uniform(Collection<String> members) {
        Map<String, Double> weights = new LinkedHashMap<>();
        members.forEach(member -> weights.put(member, 1.0));
        return of(weights);
    }

    /**
     * Weights in proportion to the values given.
     *
     * @throws IllegalArgumentException if there is none, one is negative or not finite, or all are
     *     0
     */
    public static FusionWeights of(Map<String, Double> proportions) {
        double sum = 0;
        for (var entry : proportions.entrySet()) {
            double value = entry.getValue();
            if (!(value >= 0) || Double.isInfinite(value)) {
                throw new IllegalArgumentException(
                        "weight of " + entry.getKey() + " is " + value + "; it must be ≥ 0");
            }
            sum += value;
        }
        if (!(sum > 0)) {
            throw new IllegalArgumentException("weights " + proportions + " sum to " + sum);
        }
        Map<String, Double> weights = new LinkedHashMap<>();
        for (var entry : proportions.entrySet()) {
            weights.put(entry.getKey(), entry.getValue() / sum);
        }
        return new FusionWeights(weights);
    }

    /** The member's weight, 0 for one that is not fused. */
    public double of(String member) {
        return byMember.getOrDefault(member, 0.0);
    }

    public Set<String> members() {
        return java.util.Collections.unmodifiableSet(byMember.keySet());
    }

    public Map<String, Double> asMap() {
        return java.util.Collections.unmodifiableMap(byMember);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FusionWeights that && byMember.equals(that.byMember);
    }

    @Override
    public int hashCode() {
        return byMember.hashCode();
    }

    @Override
    public String toString() {
        return byMember.toString();
    }
}
