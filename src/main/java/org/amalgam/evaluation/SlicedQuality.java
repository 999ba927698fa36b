package org.amalgam.evaluation;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** HR@20 and MRR@20 by slice and ranker, as they grow. One thread makes all calls. */
public final class SlicedQuality {

    private static final Metric HR_20 = new Metric(Metric.Kind.HR, 20);
    private static final Metric MRR_20 = new Metric(Metric.Kind.MRR, 20);

    private final Map<String, Map<String, Sums>> slices =
            new TreeMap<>(Comparator.comparingInt(Slices::place));

    private static final class Sums {
        private long cases;
        private double hits;
        private double reciprocal;
    }

    /**
     * Adds a ranker's case to slices.
     *
     * @param names among those of {@link Slices}
     * @param meanRank infinite for a miss at any depth
     */
    public void add(Iterable<String> names, String ranker, double meanRank) {
        for (String name : names) {
            Sums sums =
                    slices.computeIfAbsent(name, slice -> new LinkedHashMap<>())
                            .computeIfAbsent(ranker, any -> new Sums());
            sums.cases++;
            sums.hits += HR_20.of(meanRank);
            sums.reciprocal += MRR_20.of(meanRank);
        }
    }

    /** Slices that have cases, in the order of reports, and in each the rankers as first added. */
    public Map<String, Map<String, Quality>> read() {
        Map<String, Map<String, Quality>> result = new LinkedHashMap<>();
        slices.forEach(
                (slice, byRanker) -> {
                    Map<String, Quality> qualities = new LinkedHashMap<>();
                    byRanker.forEach((ranker, sums) -> qualities.put(ranker, quality(sums)));
                    result.put(slice, qualities);
                });
        return result;
    }

    private static Quality quality(Sums sums) {
        return new Quality(sums.cases, sums.hits / sums.cases, sums.reciprocal / sums.cases);
    }

    /** Quality over one slice, ≥ 1 case. */
    public record Quality(long cases, double hr20, double mrr20) {}
}
