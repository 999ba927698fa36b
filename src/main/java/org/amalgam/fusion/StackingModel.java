package org.amalgam.fusion;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A conditional logit over items (McFadden 1974): score(i) = Σ terms of i · (coefficients ·
 * context). Coefficients stand by owner (a member's name, or {@link #CONTEXT} for terms of the item
 * itself), then by term, then by context feature. Immutable.
 *
 * @param depth ranks beyond it add nothing
 * @param warmth how the last item's count is put on one scale with other contexts
 * @param coefficients by owner: as many rows as the owner has terms, each as long as the context
 */
public record StackingModel(
        int depth, Warmth warmth, Map<String, List<List<Double>>> coefficients) {

    /** Owner of the terms that belong to no member; the name of their share too. */
    public static final String CONTEXT = "context";

    public StackingModel {
        requireNonNull(warmth, "warmth");
        Map<String, List<List<Double>>> copy = new LinkedHashMap<>();
        for (var owner : coefficients.entrySet()) {
            boolean item = owner.getKey().equals(CONTEXT);
            int terms = item ? StackingTerms.OF_ITEM.size() : StackingTerms.OF_MEMBER.size();
            check(owner.getKey(), owner.getValue(), terms);
            copy.put(owner.getKey(), owner.getValue().stream().map(List::copyOf).toList());
        }
        if (depth < 1 || !copy.containsKey(CONTEXT)) {
            throw new IllegalArgumentException("depth " + depth + ", owners " + copy.keySet());
        }
        coefficients = java.util.Collections.unmodifiableMap(copy);
    }

    private static void check(String owner, List<List<Double>> rows, int terms) {
        boolean shaped =
                rows.size() == terms
                        && rows.stream().allMatch(r -> r.size() == StackingTerms.CONTEXT.size());
        boolean finite = rows.stream().flatMap(List::stream).allMatch(Double::isFinite);
        if (!shaped || !finite) {
            throw new IllegalArgumentException(
                    owner + ": coefficients of a wrong number or not finite: " + rows);
        }
    }

    /**
     * The logarithm of a training count, standardised over the cases learned from and held within
     * three deviations.
     *
     * @param mean of log(1 + count)
     * @param deviation of it, above 0
     */
    public record Warmth(double mean, double deviation) {
        public Warmth {
            if (!Double.isFinite(mean) || !(deviation > 0) || Double.isInfinite(deviation)) {
                throw new IllegalArgumentException("mean " + mean + ", deviation " + deviation);
            }
        }

        double of(int count) {
            return Math.max(-3, Math.min(3, (Math.log1p(count) - mean) / deviation));
        }
    }

    /** An owner's coefficients in one context, by term; all 0 of a member it does not know. */
    double[] in(double[] context, String owner) {
        List<List<Double>> rows = coefficients.getOrDefault(owner, List.of());
        double[] result = new double[StackingTerms.OF_ITEM.size()];
        for (int term = 0; term < rows.size(); term++) {
            for (int k = 0; k < context.length; k++) {
                result[term] += context[k] * rows.get(term).get(k);
            }
        }
        return result;
    }
}
