package org.amalgam.kernel;

import java.util.Arrays;

/** The kernels in plain Java, in loops that the compiler turns into vector code where it can. */
final class PlainKernels implements FloatKernels {

    @Override
    public String name() {
        return "plain Java";
    }

    @Override
    public void score(float[] table, int from, int to, float[] query, float[] scores, int at) {
        int size = (query.length + 1) * GROUP;
        float[] sums = new float[GROUP];
        for (int group = from; group < to; group++) {
            int row = group * size;
            System.arraycopy(table, row, sums, 0, GROUP);
            for (float element : query) {
                row += GROUP;
                for (int i = 0; i < GROUP; i++) {
                    sums[i] = Math.fma(element, table[row + i], sums[i]);
                }
            }
            System.arraycopy(sums, 0, scores, at + (group - from) * GROUP, GROUP);
        }
    }

    @Override
    public int nextAbove(float[] values, int from, int to, float threshold) {
        int at = from;
        while (at < to && !(values[at] > threshold)) {
            at++;
        }
        return at;
    }

    @Override
    public float lowest(float[] values, int count) {
        float lowest = Float.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            lowest = Math.min(lowest, values[i]);
        }
        return lowest;
    }

    @Override
    public Extremes extremes(float[] values, int count) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            low = Math.min(low, values[i]);
            high = Math.max(high, values[i]);
        }
        return new Extremes(low + 0f, high + 0f);
    }

    @Override
    public Standing standing(float[] values, float[] added, int count, float value) {
        int above = 0;
        int reached = 0;
        for (int i = 0; i < count; i++) {
            above += values[i] + added[i] > value ? 1 : 0;
            reached += values[i] + added[i] >= value ? 1 : 0;
        }
        return new Standing(above, reached);
    }

    @Override
    public float columnMaxima(float[] values, int count, float[] maxima) {
        float lowest = Float.POSITIVE_INFINITY;
        Arrays.fill(maxima, 0, FloatKernels.columns(count), Float.NEGATIVE_INFINITY);
        for (int row = 0; row < count; row += COLUMNS) {
            int first = row / BLOCK * COLUMNS;
            int width = Math.min(COLUMNS, count - row);
            for (int i = 0; i < width; i++) {
                maxima[first + i] = Math.max(maxima[first + i], values[row + i] + 0f);
                lowest = Math.min(lowest, values[row + i]);
            }
        }
        return lowest + 0f;
    }

    @Override
    public Moments moments(float[] values, int count) {
        double near = values[0];
        double[] sums = new double[SUMS];
        double[] squares = new double[SUMS];
        for (int i = 0; i < count; i++) {
            double distance = values[i] - near;
            sums[i % SUMS] += distance;
            squares[i % SUMS] = Math.fma(distance, distance, squares[i % SUMS]);
        }
        return Moments.of(near, sums, squares, count);
    }

    @Override
    public void mix(
            float[][] columns, double[] zeros, double[] factors, int count, float[] targets) {
        for (int i = 0; i < count; i++) {
            double sum = 0;
            for (int c = 0; c < columns.length; c++) {
                sum += factors[c] * (columns[c][i] - zeros[c]);
            }
            targets[i] = (float) sum;
        }
    }

    @Override
    public double exponentials(
            float[] values, int count, double zero, double factor, float[] terms) {
        double[] sums = new double[SUMS];
        for (int i = 0; i < count; i++) {
            double term = DoubleMath.term((values[i] - zero) * factor);
            sums[i % SUMS] += term;
            terms[i] = (float) term;
        }
        return FloatKernels.total(sums);
    }

    @Override
    public boolean allFinite(float[] values, int count) {
        int finite = 0;
        for (int i = 0; i < count; i++) {
            finite += Math.abs(values[i]) <= Float.MAX_VALUE ? 1 : 0;
        }
        return finite == count;
    }
}
