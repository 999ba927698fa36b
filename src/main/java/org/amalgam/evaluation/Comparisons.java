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
        if (groups.length == 0 || tracks.isEmpty()) {
            return List.of();
        }
        int groupCount = Arrays.stream(groups).max().getAsInt() + 1;
        PairedBootstrap bootstrap = PairedBootstrap.seeded(seed);
        List<Comparison> comparisons = new ArrayList<>();
        List<RankerTrack> leads = leads(tracks);
        for (Metric metric : Metric.MAIN) {
            for (RankerTrack lead : leads) {
                for (RankerTrack other : tracks) {
                    // Two leads are compared once.
                    if (other != lead && !(leads.contains(other) && isBefore(leads, other, lead))) {
                        var found =
                                bootstrap.compare(
                                        lead.values(metric),
                                        other.values(metric),
                                        groups,
                                        groupCount);
                        comparisons.add(comparison(lead, other, metric, found));
                    }
                }
            }
        }
        return comparisons;
    }

    private static List<RankerTrack> leads(List<RankerTrack> tracks) {
        List<RankerTrack> fused =
                tracks.stream().filter(track -> track.kind() == RankerKind.FUSED).toList();
        return fused.isEmpty() ? tracks.subList(0, 1) : fused;
    }

    private static boolean isBefore(List<RankerTrack> leads, RankerTrack one, RankerTrack other) {
        return leads.indexOf(one) < leads.indexOf(other);
    }

    private static Comparison comparison(
            RankerTrack a, RankerTrack b, Metric metric, PairedBootstrap.Difference found) {
        return new Comparison(
                a.name(),
                b.name(),
                metric.label(),
                found.mean(),
                found.interval().low(),
                found.interval().high());
    }
}
