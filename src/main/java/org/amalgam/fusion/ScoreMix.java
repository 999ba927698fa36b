package org.amalgam.fusion;

import java.util.ArrayList;
import java.util.List;
import org.amalgam.kernel.FloatKernels;

/** A weighted sum of scores of all items, made in one pass over them. */
final class ScoreMix {

    private static final FloatKernels KERNELS = FloatKernels.best();

    private final List<float[]> values = new ArrayList<>();
    private final List<LinearScale> scales = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();

    void add(double weight, Normalised scores) {
        values.add(scores.values());
        scales.add(scores.scale());
        weights.add(weight);
    }

    /** Fills in, for every item, the sum of {@link Normalised#weighed} in order, rounded. */
    void into(float[] fused) {
        int size = values.size();
        double[] zeros = new double[size];
        double[] factors = new double[size];
        for (int i = 0; i < size; i++) {
            zeros[i] = scales.get(i).zero();
            factors[i] = scales.get(i).factor(weights.get(i));
        }
        KERNELS.mix(values.toArray(new float[0][]), zeros, factors, fused.length, fused);
    }
}
