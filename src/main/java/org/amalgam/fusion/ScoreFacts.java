package org.amalgam.fusion;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.amalgam.kernel.DoubleMath;
import org.amalgam.kernel.FloatKernels;
import org.amalgam.kernel.FloatKernels.Extremes;
import org.amalgam.kernel.FloatKernels.Moments;

/**
 * What normalisations need to know of one member's scores of the whole catalogue. Immutable.
 *
 * @param items how many scores there are
 * @param low the lowest score
 * @param high the highest score
 * @param mean of all scores
 * @param deviation their standard deviation; 0 when all are the same to rounding
 * @param totals Σ e^((z − highest z) / T), z the standardised scores, for each T of {@link
 *     #TEMPERATURES}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
record ScoreFacts(
        int items, double low, double high, double mean, double deviation, double[] totals) {

    private static final FloatKernels KERNELS = FloatKernels.best();

    /** Each half of the one before: one exponential gives the terms of all by squaring. */
    static final double[] TEMPERATURES = {32, 16, 8, 4, 2, 1, .5, .25};

    /**
     * The facts of these scores.
     *
     * @param room for as many values; overwritten
     */
    static ScoreFacts of(float[] scores, double[] room) {
        Extremes ends = KERNELS.extremes(scores, scores.length);
        Moments moments = KERNELS.moments(scores, scores.length);
        double deviation = LinearScale.deviation(moments);
        return new ScoreFacts(
                scores.length,
                ends.low(),
                ends.high(),
                moments.mean(),
                deviation,
                totals(scores, ends.high(), deviation, room));
    }

    private static double[] totals(float[] scores, double high, double deviation, double[] terms) {
        int items = scores.length;
        LinearScale exponent = Normalised.exponent(high, deviation, TEMPERATURES[0]);
        DoubleMath.widen(scores, items, terms);
        DoubleMath.scale(terms, items, exponent.zero(), exponent.inverse());
        DoubleMath.exp(terms, items);
        double[] totals = new double[TEMPERATURES.length];
        for (int i = 0; i < totals.length; i++) {
            totals[i] = DoubleMath.sum(terms, items);
            DoubleMath.square(terms, items);
        }
        return totals;
    }

    /** What standardises the scores. */
    LinearScale standard() {
        return LinearScale.inUnits(mean, deviation);
    }

    /** The total at this temperature; empty unless it is one of {@link #TEMPERATURES}. */
    double total(double temperature) {
        for (int i = 0; i < TEMPERATURES.length; i++) {
            if (TEMPERATURES[i] == temperature) {
                return totals[i];
            }
        }
        throw new IllegalArgumentException(
                "temperature " + temperature + ": cases are kept for other ones");
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(items);
        for (double value : new double[] {low, high, mean, deviation}) {
            out.writeDouble(value);
        }
        for (double total : totals) {
            out.writeDouble(total);
        }
    }

    static ScoreFacts read(DataInput in) throws IOException {
        int items = in.readInt();
        double low = in.readDouble();
        double high = in.readDouble();
        double mean = in.readDouble();
        double deviation = in.readDouble();
        double[] totals = new double[TEMPERATURES.length];
        for (int i = 0; i < totals.length; i++) {
            totals[i] = in.readDouble();
        }
        return new ScoreFacts(items, low, high, mean, deviation, totals);
    }
}
