package org.amalgam.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import org.amalgam.kernel.DoubleMath;
import org.amalgam.kernel.FloatKernels;
import org.amalgam.kernel.FloatKernels.Moments;

/** Those of the kernels that take floats and work in doubles. */
final class DoubleKernels {

    private static final int SUMS = FloatKernels.SUMS;

    private static final VectorSpecies<Double> WIDE = DoubleVector.SPECIES_PREFERRED;
    private static final int DOUBLES = WIDE.length();

    /** As many floats as {@link #WIDE} has doubles. */
    private static final VectorSpecies<Float> NARROW =
            VectorSpecies.of(float.class, VectorShape.forBitSize(32 * DOUBLES));

    /** Doubles worked on in several loops, a multiple of {@link #SUMS}. */
    private static final int CHUNK = 512;

    private DoubleKernels() {}

    static Moments moments(float[] values, int count) {
        double near = values[0];
        double[] sums = new double[SUMS];
        double[] squares = new double[SUMS];
        int whole = count / SUMS * SUMS;
        for (int lane = 0; lane < SUMS; lane += 2 * DOUBLES) {
            DoubleVector sum = DoubleVector.zero(WIDE);
            DoubleVector square = sum;
            DoubleVector otherSum = sum;
            DoubleVector otherSquare = sum;
            for (int at = lane; at < whole; at += SUMS) {
                DoubleVector one = widened(values, at).sub(near);
                sum = sum.add(one);
                square = one.fma(one, square);
                DoubleVector other = widened(values, at + DOUBLES).sub(near);
                otherSum = otherSum.add(other);
                otherSquare = other.fma(other, otherSquare);
            }
            sum.intoArray(sums, lane);
            square.intoArray(squares, lane);
            otherSum.intoArray(sums, lane + DOUBLES);
            otherSquare.intoArray(squares, lane + DOUBLES);
        }
        for (int at = whole; at < count; at++) {
            double distance = values[at] - near;
            sums[at - whole] += distance;
            squares[at - whole] = Math.fma(distance, distance, squares[at - whole]);
        }
        return Moments.of(near, sums, squares, count);
    }

    /** As many floats as there are lanes for doubles, from {@code at} on. */
    private static DoubleVector widened(float[] values, int at) {
        return (DoubleVector)
                FloatVector.fromArray(NARROW, values, at)
                        .convertShape(VectorOperators.F2D, WIDE, 0);
    }

    private static FloatVector narrowed(DoubleVector values) {
        return (FloatVector) values.convertShape(VectorOperators.D2F, NARROW, 0);
    }

    static void mix(
            float[][] columns, double[] zeros, double[] factors, int count, float[] targets) {
        int at = 0;
        for (; at + 4 * DOUBLES <= count; at += 4 * DOUBLES) {
            DoubleVector a = DoubleVector.zero(WIDE);
            DoubleVector b = a;
            DoubleVector c = a;
            DoubleVector d = a;
            for (int column = 0; column < columns.length; column++) {
                float[] values = columns[column];
                DoubleVector zero = DoubleVector.broadcast(WIDE, zeros[column]);
                DoubleVector factor = DoubleVector.broadcast(WIDE, factors[column]);
                a = a.add(widened(values, at).sub(zero).mul(factor));
                b = b.add(widened(values, at + DOUBLES).sub(zero).mul(factor));
                c = c.add(widened(values, at + 2 * DOUBLES).sub(zero).mul(factor));
                d = d.add(widened(values, at + 3 * DOUBLES).sub(zero).mul(factor));
            }
            narrowed(a).intoArray(targets, at);
            narrowed(b).intoArray(targets, at + DOUBLES);
            narrowed(c).intoArray(targets, at + 2 * DOUBLES);
            narrowed(d).intoArray(targets, at + 3 * DOUBLES);
        }
        for (; at < count; at++) {
            double sum = 0;
            for (int column = 0; column < columns.length; column++) {
                sum += factors[column] * (columns[column][at] - zeros[column]);
            }
            targets[at] = (float) sum;
        }
    }

    /**
     * In short loops over a chunk that stays in the nearest cache: one loop with all operations is
     * more than the compiler turns into vector code.
     */
    static double exponentials(
            float[] values, int count, double zero, double factor, float[] terms) {
        double[] sums = new double[SUMS];
        double[] chunk = new double[CHUNK];
        int whole = count / SUMS * SUMS;
        for (int from = 0; from < whole; from += CHUNK) {
            int size = Math.min(CHUNK, whole - from);
            fillExponents(chunk, size, values, from, zero, factor);
            toPolynomials(chunk, size);
            toTerms(chunk, size, terms, from);
            addTo(sums, chunk, size);
        }
        for (int at = whole; at < count; at++) {
            double term = DoubleMath.term((values[at] - zero) * factor);
            sums[at - whole] += term;
            terms[at] = (float) term;
        }
        return FloatKernels.total(sums);
    }

    /**
     * What {@link DoubleMath#term} does, operation by operation, but for the lower bound: the
     * negatives are 0 or above, and those are in the order of their bits, of which the lower is one
     * instruction.
     */
    private static void fillExponents(
            double[] chunk, int size, float[] values, int from, double zero, double factor) {
        DoubleVector high = DoubleVector.broadcast(WIDE, zero);
        long bound = Double.doubleToRawLongBits(-DoubleMath.LOWEST_OF_TERM);
        for (int at = 0; at < size; at += DOUBLES) {
            high.sub(widened(values, from + at))
                    .mul(factor)
                    .reinterpretAsLongs()
                    .min(bound)
                    .reinterpretAsDoubles()
                    .mul(-1.0 / 1024)
                    .intoArray(chunk, at);
        }
    }

    private static void toPolynomials(double[] chunk, int size) {
        DoubleVector one = DoubleVector.broadcast(WIDE, 1);
        DoubleVector half = DoubleVector.broadcast(WIDE, 1.0 / 2);
        DoubleVector third = DoubleVector.broadcast(WIDE, 1.0 / 6);
        DoubleVector fourth = DoubleVector.broadcast(WIDE, 1.0 / 24);
        DoubleVector fifth = DoubleVector.broadcast(WIDE, 1.0 / 120);
        DoubleVector sixth = DoubleVector.broadcast(WIDE, 1.0 / 720);
        DoubleVector seventh = DoubleVector.broadcast(WIDE, 1.0 / 5040);
        DoubleVector eighth = DoubleVector.broadcast(WIDE, 1.0 / 40320);
        for (int at = 0; at < size; at += DOUBLES) {
            DoubleVector t = DoubleVector.fromArray(WIDE, chunk, at);
            DoubleVector p = t.fma(eighth, seventh);
            p = t.fma(p, sixth);
            p = t.fma(p, fifth);
            p = t.fma(p, fourth);
            p = t.fma(p, third);
            p = t.fma(p, half);
            t.fma(t.fma(p, one), one).intoArray(chunk, at);
        }
    }

    /** Takes polynomials to the power of 1024. */
    private static void toTerms(double[] chunk, int size, float[] terms, int from) {
        for (int at = 0; at < size; at += DOUBLES) {
            DoubleVector p = DoubleVector.fromArray(WIDE, chunk, at);
            p = p.mul(p);
            p = p.mul(p);
            p = p.mul(p);
            p = p.mul(p);
            p = p.mul(p);
            p = p.mul(p);
            p = p.mul(p);
            p = p.mul(p);
            p = p.mul(p);
            p = p.mul(p);
            p.intoArray(chunk, at);
            narrowed(p).intoArray(terms, from + at);
        }
    }

    private static void addTo(double[] sums, double[] values, int size) {
        for (int lane = 0; lane < SUMS; lane += DOUBLES) {
            DoubleVector sum = DoubleVector.fromArray(WIDE, sums, lane);
            for (int at = lane; at < size; at += SUMS) {
                sum = sum.add(DoubleVector.fromArray(WIDE, values, at));
            }
            sum.intoArray(sums, lane);
        }
    }
}
