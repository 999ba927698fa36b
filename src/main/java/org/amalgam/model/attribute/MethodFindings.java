package org.amalgam.model.attribute;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How well one method guesses on the test part.
 *
 * @param method {@code majority}, {@code knn}, {@code svm} or {@code tree}
 * @param setting that was best on validation: neighbours, cost, depth; the majority has none
 * @param hits by test item, whether the guess was right
 * @param macroF1 the mean over all values that occur as truth or guess of 2·TP / (2·TP + FP + FN)
 *     (Sokolova and Lapalme 2009), so that rare values count as much as frequent ones
 */
public record MethodFindings(
        String method, OptionalDouble setting, List<Boolean> hits, double macroF1) {

    public MethodFindings {
        hits = List.copyOf(hits);
    }

    static MethodFindings of(String method, OptionalDouble setting, List<Judged> judged) {
        List<Boolean> hits = judged.stream().map(Judged::right).toList();
        return new MethodFindings(method, setting, hits, macroF1(judged));
    }

    static double macroF1(List<Judged> judged) {
        Map<String, Integer> right = new HashMap<>();
        Map<String, Integer> named = new HashMap<>();
        for (Judged one : judged) {
            named.merge(one.truth(), 1, Integer::sum);
            named.merge(one.guess(), 1, Integer::sum);
            right.merge(one.truth(), one.right() ? 1 : 0, Integer::sum);
        }
        return named.keySet().stream()
                .sorted() // sums of one order are equal to the last digit
                .mapToDouble(value -> 2.0 * right.getOrDefault(value, 0) / named.get(value))
                .average()
                .orElse(0);
    }

    /** Share of the test items guessed right. */
    public double accuracy() {
        return hits.stream().mapToInt(hit -> hit ? 1 : 0).average().orElse(0);
    }
}
