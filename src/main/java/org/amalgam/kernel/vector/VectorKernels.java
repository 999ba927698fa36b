package org.amalgam.kernel.vector;

import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import org.amalgam.kernel.FloatKernels;

/** The kernels on vectors as wide as the machine's. */
public final class VectorKernels implements FloatKernels {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private static final VectorSpecies<Double> WIDE = DoubleVector.SPECIES_PREFERRED;
    private static final int DOUBLES = WIDE.length();

    /** As many floats as {@link #WIDE} has doubles. */
    private static final VectorSpecies<Float> NARROW =
            VectorSpecies.of(float.class, VectorShape.forBitSize(32 * DOUBLES));

    /** Four vectors at a time: additions to one must wait for each other, and four hide that. */
    private static final int STRIDE = 4 * LANES;

    @Override
    public String name() {
        return "vectors of " + LANES + " floats";
    }

    @Override
    public int lanes() {
        return LANES;
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
    public void scoreTogether(
            float[] table, int from, int to, float[][] queries, int first, float[][] scores) {
        int size = (queries[first].length + 1) * GROUP;
        for (int group = from; group < to; group++) {
            int place = (group - from) * GROUP;
            for (int lane = 0; lane < GROUP; lane += 2 * LANES) {
                scorePair(table, group * size + lane, queries, first, scores, place + lane);
            }
        }
    }

    /** Two vectors of items by four queries: eight sums, which hide what each waits for. */
    private static void scorePair(
            float[] table, int at, float[][] queries, int first, float[][] scores, int to) {
        float[] one = queries[first];
        float[] two = queries[first + 1];
        float[] three = queries[first + 2];
        float[] four = queries[first + 3];
        FloatVector a1 = FloatVector.fromArray(SPECIES, table, at);
        FloatVector b1 = FloatVector.fromArray(SPECIES, table, at + LANES);
        FloatVector a2 = a1;
        FloatVector b2 = b1;
        FloatVector a3 = a1;
        FloatVector b3 = b1;
        FloatVector a4 = a1;
        FloatVector b4 = b1;
        int row = at;
        for (int j = 0; j < one.length; j++) {
            row += GROUP;
            FloatVector a = FloatVector.fromArray(SPECIES, table, row);
            FloatVector b = FloatVector.fromArray(SPECIES, table, row + LANES);
            FloatVector factor = FloatVector.broadcast(SPECIES, one[j]);
            a1 = a.fma(factor, a1);
            b1 = b.fma(factor, b1);
            factor = FloatVector.broadcast(SPECIES, two[j]);
            a2 = a.fma(factor, a2);
            b2 = b.fma(factor, b2);
            factor = FloatVector.broadcast(SPECIES, three[j]);
            a3 = a.fma(factor, a3);
            b3 = b.fma(factor, b3);
            factor = FloatVector.broadcast(SPECIES, four[j]);
            a4 = a.fma(factor, a4);
            b4 = b.fma(factor, b4);
        }
        a1.intoArray(scores[first], to);
        b1.intoArray(scores[first], to + LANES);
        a2.intoArray(scores[first + 1], to);
        b2.intoArray(scores[first + 1], to + LANES);
        a3.intoArray(scores[first + 2], to);
        b3.intoArray(scores[first + 2], to + LANES);
        a4.intoArray(scores[first + 3], to);
        b4.intoArray(scores[first + 3], to + LANES);
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
    public float lowest(float[] values, int count) {
        FloatVector a = FloatVector.broadcast(SPECIES, Float.POSITIVE_INFINITY);
        FloatVector b = a;
        FloatVector c = a;
        FloatVector d = a;
        int at = 0;
        for (; at + STRIDE <= count; at += STRIDE) {
            a = a.min(FloatVector.fromArray(SPECIES, values, at));
            b = b.min(FloatVector.fromArray(SPECIES, values, at + LANES));
            c = c.min(FloatVector.fromArray(SPECIES, values, at + 2 * LANES));
            d = d.min(FloatVector.fromArray(SPECIES, values, at + 3 * LANES));
        }
        FloatVector least = a.min(b).min(c.min(d));
        for (; at + LANES <= count; at += LANES) {
            least = least.min(FloatVector.fromArray(SPECIES, values, at));
        }
        float lowest = least.reduceLanes(VectorOperators.MIN);
        for (; at < count; at++) {
            lowest = Math.min(lowest, values[at]);
        }
        return lowest;
    }

    @Override
    public double sum(float[] values, int count) {
        return sum(values, count, false, 0);
    }

    @Override
    public double squares(float[] values, int count, double mean) {
        return sum(values, count, true, mean);
    }

    private static double sum(float[] values, int count, boolean squared, double mean) {
        double[] partial = new double[SUMS];
        int whole = count / SUMS * SUMS;
        for (int lane = 0; lane < SUMS; lane += DOUBLES) {
            DoubleVector sums = DoubleVector.zero(WIDE);
            for (int at = lane; at < whole; at += SUMS) {
                DoubleVector part = widened(values, at);
                if (squared) {
                    part = part.sub(mean);
                    part = part.mul(part);
                }
                sums = sums.add(part);
            }
            sums.intoArray(partial, lane);
        }
        for (int at = whole; at < count; at++) {
            double distance = squared ? values[at] - mean : 0;
            partial[at % SUMS] += squared ? distance * distance : values[at];
        }
        return FloatKernels.total(partial);
    }

    /** As many floats as there are lanes for doubles, from {@code at} on. */
    private static DoubleVector widened(float[] values, int at) {
        return (DoubleVector)
                FloatVector.fromArray(NARROW, values, at)
                        .convertShape(VectorOperators.F2D, WIDE, 0);
    }

    @Override
    public void addScaled(
            float[] values,
            int count,
            double zero,
            double unit,
            double inner,
            double outer,
            double[] sums) {
        int at = 0;
        for (; at + DOUBLES <= count; at += DOUBLES) {
            DoubleVector scaled = widened(values, at).sub(zero).div(unit);
            DoubleVector.fromArray(WIDE, sums, at)
                    .add(scaled.mul(inner).mul(outer))
                    .intoArray(sums, at);
        }
        for (; at < count; at++) {
            sums[at] += outer * (inner * ((values[at] - zero) / unit));
        }
    }

    @Override
    public void combine(double[] sums, double factor, double[] values, int count, float[] target) {
        int at = 0;
        for (; at + DOUBLES <= count; at += DOUBLES) {
            DoubleVector added = DoubleVector.fromArray(WIDE, values, at).mul(factor);
            ((FloatVector)
                            DoubleVector.fromArray(WIDE, sums, at)
                                    .add(added)
                                    .convertShape(VectorOperators.D2F, NARROW, 0))
                    .intoArray(target, at);
        }
        for (; at < count; at++) {
            target[at] = (float) (sums[at] + factor * values[at]);
        }
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
