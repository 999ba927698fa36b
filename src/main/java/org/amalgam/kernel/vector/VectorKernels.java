package org.amalgam.kernel.vector;

import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;
import org.amalgam.kernel.FloatKernels;

/** The kernels on vectors as wide as the machine's. */
public final class VectorKernels implements FloatKernels {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /** Four vectors at a time: additions to one must wait for each other, and four hide that. */
    private static final int STRIDE = 4 * LANES;

    @Override
    public String name() {
        return "vectors of " + LANES + " floats";
    }

    @Override
    public void score(float[] table, int from, int to, float[] query, float[] scores, int at) {
        int size = (query.length + 1) * GROUP;
        for (int group = from; group < to; group++) {
            int place = at + (group - from) * GROUP;
            for (int lane = 0; lane < GROUP; lane += STRIDE) {
                scoreStride(table, group * size + lane, query, scores, place + lane);
            }
        }
    }

    private static void scoreStride(float[] table, int at, float[] query, float[] scores, int to) {
        FloatVector a = FloatVector.fromArray(SPECIES, table, at);
        FloatVector b = FloatVector.fromArray(SPECIES, table, at + LANES);
        FloatVector c = FloatVector.fromArray(SPECIES, table, at + 2 * LANES);
        FloatVector d = FloatVector.fromArray(SPECIES, table, at + 3 * LANES);
        int row = at;
        for (float element : query) {
            row += GROUP;
            FloatVector factor = FloatVector.broadcast(SPECIES, element);
            a = FloatVector.fromArray(SPECIES, table, row).fma(factor, a);
            b = FloatVector.fromArray(SPECIES, table, row + LANES).fma(factor, b);
            c = FloatVector.fromArray(SPECIES, table, row + 2 * LANES).fma(factor, c);
            d = FloatVector.fromArray(SPECIES, table, row + 3 * LANES).fma(factor, d);
        }
        a.intoArray(scores, to);
        b.intoArray(scores, to + LANES);
        c.intoArray(scores, to + 2 * LANES);
        d.intoArray(scores, to + 3 * LANES);
    }

    @Override
    public int nextAbove(float[] values, int from, int to, float threshold) {
        int at = from;
        for (; at + STRIDE <= to; at += STRIDE) {
            VectorMask<Float> any =
                    above(values, at, threshold)
                            .or(above(values, at + LANES, threshold))
                            .or(above(values, at + 2 * LANES, threshold))
                            .or(above(values, at + 3 * LANES, threshold));
            if (any.anyTrue()) {
                break;
            }
        }
        for (; at + LANES <= to; at += LANES) {
            VectorMask<Float> above = above(values, at, threshold);
            if (above.anyTrue()) {
                return at + above.firstTrue();
            }
        }
        while (at < to && !(values[at] > threshold)) {
            at++;
        }
        return at;
    }

    private static VectorMask<Float> above(float[] values, int at, float threshold) {
        return FloatVector.fromArray(SPECIES, values, at).compare(GT, threshold);
    }

    @Override
    public int countAbove(float[] values, int count, float threshold) {
        int above = 0;
        int at = 0;
        for (; at + LANES <= count; at += LANES) {
            above += above(values, at, threshold).trueCount();
        }
        for (; at < count; at++) {
            above += values[at] > threshold ? 1 : 0;
        }
        return above;
    }

    @Override
    public int countAtLeast(float[] values, int count, float threshold) {
        int reached = 0;
        int at = 0;
        for (; at + LANES <= count; at += LANES) {
            FloatVector vector = FloatVector.fromArray(SPECIES, values, at);
            reached += vector.compare(GE, threshold).trueCount();
        }
        for (; at < count; at++) {
            reached += values[at] >= threshold ? 1 : 0;
        }
        return reached;
    }

    @Override
    public boolean allFinite(float[] values, int count) {
        int at = 0;
        for (; at + LANES <= count; at += LANES) {
            FloatVector vector = FloatVector.fromArray(SPECIES, values, at).abs();
            if (!vector.compare(LE, Float.MAX_VALUE).allTrue()) {
                return false;
            }
        }
        for (; at < count; at++) {
            if (!(Math.abs(values[at]) <= Float.MAX_VALUE)) {
                return false;
            }
        }
        return true;
    }
}
