package org.amalgam.model.gan;

import org.amalgam.model.network.FastMath;

/** The generator's parameters on plain arrays, batch norm folded in, for one row at a time. */
final class GeneratorSnapshot {

    private final float[] firstWeights;
    private final float[] scale;
    private final float[] shift;
    private final float[] secondWeights;
    private final float[] secondBias;

    GeneratorSnapshot(DenseNet generator) {
        firstWeights = generator.parameter("0_W");
        float[] bias = generator.parameter("0_b");
        scale = generator.parameter("1_gamma");
        shift = generator.parameter("1_beta");
        float[] mean = generator.parameter("1_mean");
        float[] variance = generator.parameter("1_var");
        for (int j = 0; j < scale.length; j++) {
            scale[j] /= (float) Math.sqrt(variance[j] + NormStage.EPSILON);
            shift[j] += (bias[j] - mean[j]) * scale[j];
        }
        secondWeights = generator.parameter("3_W");
        secondBias = generator.parameter("3_b");
    }

    /** Fills {@code out} from the first {@code in} inputs; those after them count as zero. */
    void apply(float[] row, int in, float[] out) {
        int hidden = scale.length;
        float[] values = new float[hidden];
        FastMath.addProduct(row, 0, in, firstWeights, 0, hidden, values, 0);
        for (int j = 0; j < hidden; j++) {
            values[j] = values[j] * scale[j] + shift[j];
        }
        FastMath.tanh(values, 0, values, 0, hidden);
        System.arraycopy(secondBias, 0, out, 0, out.length);
        FastMath.addProduct(values, 0, hidden, secondWeights, 0, out.length, out, 0);
    }
}
