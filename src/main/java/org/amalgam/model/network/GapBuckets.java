package org.amalgam.model.network;

/** Sorts time gaps into buckets that double in width; bucket 0 is the unknown gap. */
public final class GapBuckets {

    /** Buckets in all; the last holds gaps of 2^19 s (six days) and more. */
    public static final int COUNT = 21;

    private GapBuckets() {}

    /** The bucket of a gap in seconds; negative means unknown. */
    public static int of(float gapSeconds) {
        if (gapSeconds < 0) {
            return 0;
        }
        return 1 + Math.min(COUNT - 2, Math.getExponent(1f + gapSeconds));
    }
}
