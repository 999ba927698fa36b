package org.amalgam.kernel;

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
    public int countAbove(float[] values, int count, float threshold) {
        int above = 0;
        for (int i = 0; i < count; i++) {
            above += values[i] > threshold ? 1 : 0;
        }
        return above;
    }

    @Override
    public int countAtLeast(float[] values, int count, float threshold) {
        int reached = 0;
        for (int i = 0; i < count; i++) {
            reached += values[i] >= threshold ? 1 : 0;
        }
        return reached;
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
    public double sum(float[] values, int count) {
        double[] partial = new double[SUMS];
        for (int i = 0; i < count; i++) {
            partial[i % SUMS] += values[i];
        }
        return FloatKernels.total(partial);
    }

    @Override
    public double squares(float[] values, int count, double mean) {
        double[] partial = new double[SUMS];
        for (int i = 0; i < count; i++) {
            double distance = values[i] - mean;
            partial[i % SUMS] += distance * distance;
        }
        return FloatKernels.total(partial);
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
        for (int i = 0; i < count; i++) {
            sums[i] += outer * (inner * ((values[i] - zero) / unit));
        }
    }

    @Override
    public void combine(double[] sums, double factor, double[] values, int count, float[] target) {
        for (int i = 0; i < count; i++) {
            target[i] = (float) (sums[i] + factor * values[i]);
        }
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
