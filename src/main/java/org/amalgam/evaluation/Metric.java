package org.amalgam.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A figure in [0, 1] of where one target stood; means over cases are reported. There is one
 * relevant item a case, so recall equals the hit rate.
 *
 * <p>Ranks may be fractional, being the mean of a tied block: a case is a hit at k when its mean
 * rank is at most k, and the formulas take the mean rank as it is. A block that straddles k counts
 * by its mean; a ranker that says the same of all items gets no credit.
 *
 * @param k depth, ≥ 1
 */
public record Metric(Kind kind, int k) {

    /** The formula. */
    public enum Kind {
        /** Hit rate: 1 when rank ≤ k. */
        HR,
        /** Reciprocal rank: 1 / rank when rank ≤ k, else 0. */
        MRR,
        /** Normalised discounted gain: 1 / log₂(1 + rank) when rank ≤ k, else 0. */
        NDCG
    }

    /** What comparisons are made by. */
    public static final List<Metric> MAIN =
            List.of(new Metric(Kind.HR, 20), new Metric(Kind.MRR, 20), new Metric(Kind.NDCG, 20));

    /** All kinds at 1, 5, 10 and 20. */
    public static final List<Metric> ALL = all();

    public Metric {
        if (k < 1) {
            throw new IllegalArgumentException(kind + "@" + k);
        }
    }

    private static List<Metric> all() {
        List<Metric> metrics = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (int k : new int[] {1, 5, 10, 20}) {
                metrics.add(new Metric(kind, k));
            }
        }
        return List.copyOf(metrics);
    }

    /** As in reports, e.g. {@code hr20}. */
    public String label() {
        return kind.name().toLowerCase(Locale.ROOT) + k;
    }

    /**
     * The value of one case.
     *
     * @param meanRank from 1; infinite for a ranker that abstained
     */
    public double of(double meanRank) {
        if (meanRank > k) {
            return 0;
        }
        return switch (kind) {
            case HR -> 1;
            case MRR -> 1 / meanRank;
            case NDCG -> Math.log(2) / Math.log(1 + meanRank);
        };
    }
}
