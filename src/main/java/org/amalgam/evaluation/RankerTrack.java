package org.amalgam.evaluation;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import java.util.Optional;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.TargetRank;

/** What one ranker did in a run: running figures, and every rank for paired comparisons. */
public final class RankerTrack {

    private final String name;
    private final RankerKind kind;
    private final MetricAccumulator figures;
    private final DoubleArrayList ranks = new DoubleArrayList();

    /**
     * @param popularity how often each item occurred in training
     */
    public RankerTrack(String name, RankerKind kind, int[] popularity) {
        this.name = name;
        this.kind = kind;
        this.figures = new MetricAccumulator(popularity);
    }

    public String name() {
        return name;
    }

    public RankerKind kind() {
        return kind;
    }

    public MetricAccumulator figures() {
        return figures;
    }

    /**
     * Adds one case.
     *
     * @param rank empty when the ranker abstained or the target was new, which is a miss
     * @param nanos time it took
     */
    public void add(Optional<TargetRank> rank, int[] top, long nanos) {
        figures.add(rank, top);
        figures.addNanos(nanos);
        double meanRank = rank.isPresent() ? rank.get().meanRank() : Double.POSITIVE_INFINITY;
        ranks.add(meanRank);
    }

    /** The metric of every case, in case order. */
    public double[] values(Metric metric) {
        double[] values = new double[ranks.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = metric.of(ranks.getDouble(i));
        }
        return values;
    }
}
