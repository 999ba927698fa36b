package org.amalgam.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.amalgam.domain.Comparison;
import org.amalgam.domain.RankerKind;

/** Which rankers are compared with which, and the comparing. */
public final class Comparisons {

    private Comparisons() {}

    /**
     * Each fused ranker with every other, or when none is fused the first with every other, by the
     * main metrics. Empty without cases.
     *
     * @param groups session or user of each case, ≥ 0
     */
    public static List<Comparison> between(List<RankerTrack> tracks, int[] groups, long seed) {
        if (groups.length == 0) {
            return List.of();
        }
        int[] counts = new int[Arrays.stream(groups).max().getAsInt() + 1];
        Arrays.stream(groups).forEach(group -> counts[group]++);
        return compared(
                tracks.stream().map(t -> new Compared(t.name(), t.kind(), t.sums(groups))).toList(),
                counts,
                seed);
    }

    /**
     * The same of rankers that have kept no cases.
     *
     * @param counts cases of each user, ≥ 0
     */
    public static List<Comparison> ofStream(List<StreamTrack> tracks, int[] counts, long seed) {
        if (Arrays.stream(counts).noneMatch(count -> count > 0)) {
            return List.of();
        }
        return compared(
                tracks.stream().map(t -> new Compared(t.name(), t.kind(), t.users())).toList(),
                counts,
                seed);
    }

    /** A ranker, and what it reached by group. */
    private record Compared(String name, RankerKind kind, GroupSums sums) {

        boolean isFused() {
            return kind == RankerKind.FUSED;
        }
    }

    private static List<Comparison> compared(List<Compared> rankers, int[] counts, long seed) {
        PairedBootstrap bootstrap = PairedBootstrap.seeded(seed);
        List<Comparison> comparisons = new ArrayList<>();
        boolean anyFused = rankers.stream().anyMatch(Compared::isFused);
        for (int m = 0; m < Metric.MAIN.size(); m++) {
            for (int a = 0; a < rankers.size(); a++) {
                Compared lead = rankers.get(a);
                if (anyFused ? !lead.isFused() : a > 0) {
                    continue;
                }
                for (int b = 0; b < rankers.size(); b++) {
                    Compared other = rankers.get(b);
                    // Two fused ones are compared once.
                    if (b != a && !(other.isFused() && b < a)) {
                        var found =
                                bootstrap.compare(
                                        differences(lead, other, m, counts.length), counts.clone());
                        comparisons.add(comparison(lead, other, Metric.MAIN.get(m), found));
                    }
                }
            }
        }
        return comparisons;
    }

    private static double[] differences(Compared a, Compared b, int metric, int groups) {
        double[] differences = new double[groups];
        for (int g = 0; g < groups; g++) {
            differences[g] = a.sums().of(g, metric) - b.sums().of(g, metric);
        }
        return differences;
    }

    private static Comparison comparison(
            Compared a, Compared b, Metric metric, PairedBootstrap.Difference found) {
        return new Comparison(
                a.name(),
                b.name(),
                metric.label(),
                found.mean(),
                found.interval().low(),
                found.interval().high());
    }
}
