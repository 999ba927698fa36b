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
        ScoreLoops.score(table, from, to, query, scores, at);
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
        ScoreLoops.scoreTogether(table, from, to, queries, first, scores, at);
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
