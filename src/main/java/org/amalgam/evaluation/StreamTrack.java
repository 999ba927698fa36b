package org.amalgam.evaluation;

import java.util.Optional;
import java.util.OptionalDouble;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.TargetRank;

/**
 * What one ranker does in a stream that may go on for ever: running figures, and sums instead of
 * cases, so that only users never seen before take more room. {@link RankerTrack} keeps every case.
 */
public final class StreamTrack {

    /** Cases of a window of {@link #hr20Spread}. */
    public static final int SPREAD_CASES = 500;

    private static final Metric HIT = new Metric(Metric.Kind.HR, 20);

    private final String name;
    private final RankerKind kind;
    private final MetricAccumulator figures;
    private final GroupSums users;
    private final WindowSpread spread;
    private final Recovery.Watch recovery;

    /**
     * @param popularity how often each item occurred in training
     */
    public StreamTrack(String name, RankerKind kind, int[] popularity) {
        this.name = name;
        this.kind = kind;
        this.figures = new MetricAccumulator(popularity);
        this.users = new GroupSums();
        this.spread = new WindowSpread(SPREAD_CASES);
        this.recovery = new Recovery.Watch();
    }

    private StreamTrack(String name, StreamTrack other) {
        this.name = name;
        this.kind = other.kind;
        this.figures = other.figures.copy();
        this.users = other.users.copy();
        this.spread = other.spread.copy();
        this.recovery = other.recovery.copy();
    }

    /** A ranker that has done the same so far, and goes on apart from this one. */
    public StreamTrack branch(String other) {
        return new StreamTrack(other, this);
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

    /** By user, as given to {@link #add}. */
    public GroupSums users() {
        return users;
    }

    /**
     * Adds one case.
     *
     * @param user ≥ 0
     * @param rank empty when the ranker abstained or the target was new, which is a miss
     * @param nanos time it took
     * @param changed whether the world has changed; stays so once it has
     */
    public void add(int user, Optional<TargetRank> rank, int[] top, long nanos, boolean changed) {
        figures.add(rank, top);
        figures.addNanos(nanos);
        double meanRank = rank.map(TargetRank::meanRank).orElse(Double.POSITIVE_INFINITY);
        users.add(user, meanRank);
        boolean hit = HIT.of(meanRank) > 0;
        spread.add(hit);
        recovery.add(hit, changed);
    }

    /**
     * Standard deviation of HR@20 over consecutive windows of {@value #SPREAD_CASES} cases, a last
     * one that is not full left out; empty for fewer than two windows.
     */
    public OptionalDouble hr20Spread() {
        return spread.deviation();
    }

    /** How it found its way back after the change; empty with too few cases before or after it. */
    public Optional<Recovery> recovery() {
        return recovery.found();
    }
}
