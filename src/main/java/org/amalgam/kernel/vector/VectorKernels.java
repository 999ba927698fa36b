package org.amalgam.kernel.vector;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.amalgam.kernel.FloatKernels;

/**
 * The kernels on vectors as wide as the machine's. Where C2 inlines much of this into one method it
 * runs out of room, and makes an object of every vector: a loop takes four times as long (measured
 * with scores of lots). So the long loops are methods too long for it to inline, and no vector is
 * handed to a method of more than a few instructions.
 */
public final class VectorKernels implements FloatKernels {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;

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

    /**
     * Four vectors of items by one query. Four elements at a time, which is faster, and makes this
     * too long to be inlined: see the class.
     */
    private static void scoreStride(float[] table, int at, float[] query, float[] scores, int to) {
        FloatVector a = FloatVector.fromArray(SPECIES, table, at);
        FloatVector b = FloatVector.fromArray(SPECIES, table, at + LANES);
        FloatVector c = FloatVector.fromArray(SPECIES, table, at + 2 * LANES);
        FloatVector d = FloatVector.fromArray(SPECIES, table, at + 3 * LANES);
        FloatVector factor;
        int row = at + GROUP;
        int j = 0;
        for (; j + 4 <= query.length; j += 4) {
            factor = FloatVector.broadcast(SPECIES, query[j]);
            a = FloatVector.fromArray(SPECIES, table, row).fma(factor, a);
            b = FloatVector.fromArray(SPECIES, table, row + LANES).fma(factor, b);
            c = FloatVector.fromArray(SPECIES, table, row + 2 * LANES).fma(factor, c);
            d = FloatVector.fromArray(SPECIES, table, row + 3 * LANES).fma(factor, d);
            row += GROUP;
            factor = FloatVector.broadcast(SPECIES, query[j + 1]);
            a = FloatVector.fromArray(SPECIES, table, row).fma(factor, a);
            b = FloatVector.fromArray(SPECIES, table, row + LANES).fma(factor, b);
            c = FloatVector.fromArray(SPECIES, table, row + 2 * LANES).fma(factor, c);
            d = FloatVector.fromArray(SPECIES, table, row + 3 * LANES).fma(factor, d);
            row += GROUP;
            factor = FloatVector.broadcast(SPECIES, query[j + 2]);
            a = FloatVector.fromArray(SPECIES, table, row).fma(factor, a);
            b = FloatVector.fromArray(SPECIES, table, row + LANES).fma(factor, b);
            c = FloatVector.fromArray(SPECIES, table, row + 2 * LANES).fma(factor, c);
            d = FloatVector.fromArray(SPECIES, table, row + 3 * LANES).fma(factor, d);
            row += GROUP;
            factor = FloatVector.broadcast(SPECIES, query[j + 3]);
            a = FloatVector.fromArray(SPECIES, table, row).fma(factor, a);
            b = FloatVector.fromArray(SPECIES, table, row + LANES).fma(factor, b);
            c = FloatVector.fromArray(SPECIES, table, row + 2 * LANES).fma(factor, c);
            d = FloatVector.fromArray(SPECIES, table, row + 3 * LANES).fma(factor, d);
            row += GROUP;
        }
        a.intoArray(scores, to);
        b.intoArray(scores, to + LANES);
        c.intoArray(scores, to + 2 * LANES);
        d.intoArray(scores, to + 3 * LANES);
        // Of widths that are no multiple of four. Apart, or the vectors would become objects: they
        // would have to outlive a loop that is hardly ever entered.
        for (; j < query.length; j++) {
            for (int i = 0; i < STRIDE; i++) {
                scores[to + i] = Math.fma(table[row + i], query[j], scores[to + i]);
            }
            row += GROUP;
        }
    }

    @Override
    public void scoreTogether(
            float[] table,
            int from,
            int to,
            float[][] queries,
            int first,
            float[][] scores,
            int at) {
        int size = (queries[first].length + 1) * GROUP;
        for (int group = from; group < to; group++) {
            int place = at + (group - from) * GROUP;
            if (STRIDE == GROUP) {
                scoreGroup(table, group * size, queries, first, scores, place);
            } else {
                for (int lane = 0; lane < GROUP; lane += 2 * LANES) {
                    scorePair(table, group * size + lane, queries, first, scores, place + lane);
                }
            }
        }
    }

    /**
     * A whole group, in four of the widest vectors, by four queries. Sixteen sums take a machine
     * with 32 vector registers, as those with the widest vectors have.
     */
    private static void scoreGroup(
            float[] table, int at, float[][] queries, int first, float[][] scores, int to) {
        float[] one = queries[first];
        float[] two = queries[first + 1];
        float[] three = queries[first + 2];
        float[] four = queries[first + 3];
        FloatVector a1 = FloatVector.fromArray(SPECIES, table, at);
        FloatVector b1 = FloatVector.fromArray(SPECIES, table, at + LANES);
        FloatVector c1 = FloatVector.fromArray(SPECIES, table, at + 2 * LANES);
        FloatVector d1 = FloatVector.fromArray(SPECIES, table, at + 3 * LANES);
        FloatVector a2 = a1;
        FloatVector b2 = b1;
        FloatVector c2 = c1;
        FloatVector d2 = d1;
        FloatVector a3 = a1;
        FloatVector b3 = b1;
        FloatVector c3 = c1;
        FloatVector d3 = d1;
        FloatVector a4 = a1;
        FloatVector b4 = b1;
        FloatVector c4 = c1;
        FloatVector d4 = d1;
        int row = at;
        for (int j = 0; j < one.length; j++) {
            row += GROUP;
            FloatVector a = FloatVector.fromArray(SPECIES, table, row);
            FloatVector b = FloatVector.fromArray(SPECIES, table, row + LANES);
            FloatVector c = FloatVector.fromArray(SPECIES, table, row + 2 * LANES);
            FloatVector d = FloatVector.fromArray(SPECIES, table, row + 3 * LANES);
            FloatVector factor = FloatVector.broadcast(SPECIES, one[j]);
            a1 = a.fma(factor, a1);
            b1 = b.fma(factor, b1);
            c1 = c.fma(factor, c1);
            d1 = d.fma(factor, d1);
            factor = FloatVector.broadcast(SPECIES, two[j]);
            a2 = a.fma(factor, a2);
            b2 = b.fma(factor, b2);
            c2 = c.fma(factor, c2);
            d2 = d.fma(factor, d2);
            factor = FloatVector.broadcast(SPECIES, three[j]);
            a3 = a.fma(factor, a3);
            b3 = b.fma(factor, b3);
            c3 = c.fma(factor, c3);
            d3 = d.fma(factor, d3);
            factor = FloatVector.broadcast(SPECIES, four[j]);
            a4 = a.fma(factor, a4);
            b4 = b.fma(factor, b4);
            c4 = c.fma(factor, c4);
            d4 = d.fma(factor, d4);
        }
        a1.intoArray(scores[first], to);
        b1.intoArray(scores[first], to + LANES);
        c1.intoArray(scores[first], to + 2 * LANES);
        d1.intoArray(scores[first], to + 3 * LANES);
        a2.intoArray(scores[first + 1], to);
        b2.intoArray(scores[first + 1], to + LANES);
        c2.intoArray(scores[first + 1], to + 2 * LANES);
        d2.intoArray(scores[first + 1], to + 3 * LANES);
        a3.intoArray(scores[first + 2], to);
        b3.intoArray(scores[first + 2], to + LANES);
        c3.intoArray(scores[first + 2], to + 2 * LANES);
        d3.intoArray(scores[first + 2], to + 3 * LANES);
        a4.intoArray(scores[first + 3], to);
        b4.intoArray(scores[first + 3], to + LANES);
        c4.intoArray(scores[first + 3], to + 2 * LANES);
        d4.intoArray(scores[first + 3], to + 3 * LANES);
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

    /**
     * Counts signs of differences: masks of comparisons have to be made into vectors, and differ
     * from a subtraction in nothing but time. −0 is taken for 0, so that no difference is −0.
     */
    @Override
    public Standing standing(float[] values, int count, float value) {
        FloatVector own = FloatVector.broadcast(SPECIES, value + 0f);
        IntVector above = IntVector.zero(INTS);
        IntVector below = above;
        int at = 0;
        for (; at + LANES <= count; at += LANES) {
            FloatVector vector = FloatVector.fromArray(SPECIES, values, at);
            above = above.sub(sign(own.sub(vector)));
            below = below.sub(sign(vector.sub(own)));
        }
        int higher = above.reduceLanes(VectorOperators.ADD);
        int lower = below.reduceLanes(VectorOperators.ADD);
        for (; at < count; at++) {
            higher += values[at] > value ? 1 : 0;
            lower += values[at] < value ? 1 : 0;
        }
        return new Standing(higher, count - lower);
    }

    @Override
    public Standing standing(float[] values, float[] added, int count, float value) {
        FloatVector own = FloatVector.broadcast(SPECIES, value + 0f);
        IntVector above = IntVector.zero(INTS);
        IntVector below = above;
        int at = 0;
        for (; at + LANES <= count; at += LANES) {
            FloatVector vector =
                    FloatVector.fromArray(SPECIES, values, at)
                            .add(FloatVector.fromArray(SPECIES, added, at));
            above = above.sub(sign(own.sub(vector)));
            below = below.sub(sign(vector.sub(own)));
        }
        int higher = above.reduceLanes(VectorOperators.ADD);
        int lower = below.reduceLanes(VectorOperators.ADD);
        for (; at < count; at++) {
            higher += values[at] + added[at] > value ? 1 : 0;
            lower += values[at] + added[at] < value ? 1 : 0;
        }
        return new Standing(higher, count - lower);
    }

    /** −1 below 0, else 0. */
    private static IntVector sign(FloatVector values) {
        return values.reinterpretAsInts().lanewise(VectorOperators.ASHR, 31);
    }

    @Override
    public Extremes extremes(float[] values, int count) {
        IntVector low = IntVector.broadcast(INTS, ordered(Float.POSITIVE_INFINITY));
        IntVector high = IntVector.broadcast(INTS, ordered(Float.NEGATIVE_INFINITY));
        IntVector otherLow = low;
        IntVector otherHigh = high;
        int at = 0;
        for (; at + 2 * LANES <= count; at += 2 * LANES) {
            IntVector one = ordered(values, at);
            low = low.min(one);
            high = high.max(one);
            IntVector other = ordered(values, at + LANES);
            otherLow = otherLow.min(other);
            otherHigh = otherHigh.max(other);
        }
        float lowest = value(low.min(otherLow).reduceLanes(VectorOperators.MIN));
        float highest = value(high.max(otherHigh).reduceLanes(VectorOperators.MAX));
        for (; at < count; at++) {
            lowest = Math.min(lowest, values[at]);
            highest = Math.max(highest, values[at]);
        }
        return new Extremes(lowest + 0f, highest + 0f);
    }

    /** Floats as integers of the same order, of which the lower or higher is one instruction. */
    private static IntVector ordered(float[] values, int at) {
        return ordered(FloatVector.fromArray(SPECIES, values, at).reinterpretAsInts());
    }

    private static IntVector ordered(IntVector bits) {
        IntVector magnitude =
                bits.lanewise(VectorOperators.ASHR, 31)
                        .lanewise(VectorOperators.AND, Integer.MAX_VALUE);
        return bits.lanewise(VectorOperators.XOR, magnitude);
    }

    private static int ordered(float value) {
        int bits = Float.floatToRawIntBits(value);
        return bits ^ bits >> 31 & Integer.MAX_VALUE;
    }

    /** The float of an integer that {@link #ordered} gave. */
    private static float value(int ordered) {
        return Float.intBitsToFloat(ordered ^ ordered >> 31 & Integer.MAX_VALUE);
    }

    @Override
    public float columnMaxima(float[] values, int count, float[] maxima) {
        IntVector low = IntVector.broadcast(INTS, ordered(Float.POSITIVE_INFINITY));
        int at = 0;
        for (; at + BLOCK <= count; at += BLOCK) {
            for (int lane = 0; lane < COLUMNS; lane += LANES) {
                IntVector a = ordered(values, at + lane);
                IntVector b = ordered(values, at + lane + COLUMNS);
                IntVector lowA = a;
                IntVector lowB = b;
                for (int row = 2 * COLUMNS; row < BLOCK; row += 2 * COLUMNS) {
                    IntVector nextA = ordered(values, at + lane + row);
                    IntVector nextB = ordered(values, at + lane + row + COLUMNS);
                    a = a.max(nextA);
                    b = b.max(nextB);
                    lowA = lowA.min(nextA);
                    lowB = lowB.min(nextB);
                }
                low = low.min(lowA.min(lowB));
                ordered(a.max(b))
                        .reinterpretAsFloats()
                        .add(0f)
                        .intoArray(maxima, at / COLUMNS + lane);
            }
        }
        int first = at / COLUMNS;
        float lowest = value(low.reduceLanes(VectorOperators.MIN));
        Arrays.fill(maxima, first, FloatKernels.columns(count), Float.NEGATIVE_INFINITY);
        for (; at < count; at++) {
            int column = first + at % COLUMNS;
            maxima[column] = Math.max(maxima[column], values[at] + 0f);
            lowest = Math.min(lowest, values[at]);
        }
        return lowest + 0f;
    }

    @Override
    public Moments moments(float[] values, int count) {
        return DoubleKernels.moments(values, count);
    }

    @Override
    public void mix(
            float[][] columns, double[] zeros, double[] factors, int count, float[] targets) {
        DoubleKernels.mix(columns, zeros, factors, count, targets);
    }

    @Override
    public double exponentials(
            float[] values, int count, double zero, double factor, float[] terms) {
        return DoubleKernels.exponentials(values, count, zero, factor, terms);
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
