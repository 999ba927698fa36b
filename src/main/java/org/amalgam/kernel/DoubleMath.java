package org.amalgam.kernel;

/**
 * Functions over arrays of doubles that the JIT compiler turns into vector code and that give the
 * same bits before and after compilation: only additions, multiplications, divisions and fused
 * multiply-adds, in loops over one array.
 */
public final class DoubleMath {

    private static final double LOWEST = -200;

    /** The highest exponent. */
    public static final double HIGHEST = 80;

    /** The lowest exponent of {@link #term}. */
    public static final double LOWEST_OF_TERM = -80;

    private DoubleMath() {}

    /**
     * e^x for x in [−200, 80], clamped outside; relative error below 1e-12 for |x| ≤ 80, below 1e-9
     * down to −200. Computed as p(x/1024)^1024 with p the Taylor polynomial of degree 8.
     */
    public static double exp(double x) {
        double t = Math.min(Math.max(x, LOWEST), HIGHEST) * (1.0 / 1024);
        double p = 1.0 / 40320;
        p = Math.fma(t, p, 1.0 / 5040);
        p = Math.fma(t, p, 1.0 / 720);
        p = Math.fma(t, p, 1.0 / 120);
        p = Math.fma(t, p, 1.0 / 24);
        p = Math.fma(t, p, 1.0 / 6);
        p = Math.fma(t, p, 1.0 / 2);
        p = Math.fma(t, p, 1.0);
        p = Math.fma(t, p, 1.0);
        p *= p;
        p *= p;
        p *= p;
        p *= p;
        p *= p;
        p *= p;
        p *= p;
        p *= p;
        p *= p;
        p *= p;
        return p;
    }

    /** e^x, but no less than e^−80, which a float holds with all its digits. */
    public static double term(double x) {
        return exp(Math.max(x, LOWEST_OF_TERM));
    }

    /** Replaces each of the first {@code count} values by e^x, as {@link #exp(double)} gives it. */
    public static void exp(double[] values, int count) {
        for (int i = 0; i < count; i++) {
            values[i] = exp(values[i]);
        }
    }

    /** Replaces each of the first {@code count} values by (x − zero) · factor. */
    public static void scale(double[] values, int count, double zero, double factor) {
        for (int i = 0; i < count; i++) {
            values[i] = (values[i] - zero) * factor;
        }
    }

    /** Replaces each of the first {@code count} values by its square. */
    public static void square(double[] values, int count) {
        for (int i = 0; i < count; i++) {
            values[i] *= values[i];
        }
    }

    /** The sum of the first {@code count} values, in eight interleaved partial sums. */
    public static double sum(double[] values, int count) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        double e = 0;
        double f = 0;
        double g = 0;
        double h = 0;
        int i = 0;
        for (; i + 8 <= count; i += 8) {
            a += values[i];
            b += values[i + 1];
            c += values[i + 2];
            d += values[i + 3];
            e += values[i + 4];
            f += values[i + 5];
            g += values[i + 6];
            h += values[i + 7];
        }
        for (; i < count; i++) {
            a += values[i];
        }
        return ((a + b) + (c + d)) + ((e + f) + (g + h));
    }

    /** Fills the first {@code count} floats with these doubles, rounded. */
    public static void narrow(double[] source, int count, float[] target) {
        for (int i = 0; i < count; i++) {
            target[i] = (float) source[i];
        }
    }

    /** Fills the first {@code count} doubles with these floats. */
    public static void widen(float[] source, int count, double[] target) {
        for (int i = 0; i < count; i++) {
            target[i] = source[i];
        }
    }
}
