package org.amalgam.fusion;

import org.amalgam.kernel.FloatKernels.Extremes;
import org.amalgam.kernel.FloatKernels.Moments;

/**
 * What makes values comparable: (value − zero) · inverse. Who weighs it multiplies weight and
 * inverse first, so that every place that does gets the same bits: {@link #weighed}.
 *
 * @param inverse of the unit; 0 where all values are the same, and all become 0
 */
record LinearScale(double zero, double inverse) {

    /** Leaves values as they are. */
    static final LinearScale IDENTITY = new LinearScale(0, 1);

    /** Brings values to [0, 1]. */
    static LinearScale minmax(Extremes ends) {
        return minmax(ends.low(), ends.high());
    }

    /** The same for these ends. */
    static LinearScale minmax(double low, double high) {
        return inUnits(low, high - low);
    }

    /** Takes the mean away and divides by the standard deviation. */
    static LinearScale standard(Moments moments) {
        return inUnits(moments.mean(), deviation(moments));
    }

    /** Counts units from zero; none when the unit is 0. */
    static LinearScale inUnits(double zero, double unit) {
        return new LinearScale(zero, unit == 0 ? 0 : 1 / unit);
    }

    /** The standard deviation, 0 when it is no more than rounding. */
    static double deviation(Moments moments) {
        double deviation = Math.sqrt(moments.variance());
        return deviation <= 1e-12 * Math.max(1, Math.abs(moments.mean())) ? 0 : deviation;
    }

    double of(float value) {
        return weighed(1, value);
    }

    /** The weight times what {@link #of} gives. */
    double weighed(double weight, float value) {
        return factor(weight) * (value - zero);
    }

    double factor(double weight) {
        return weight * inverse;
    }
}
