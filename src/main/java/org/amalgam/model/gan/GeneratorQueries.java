package org.amalgam.model.gan;

import java.util.Arrays;
import org.amalgam.model.network.FastMath;
import org.amalgam.model.network.QueryEncoder;

/**
 * Queries of single sessions by a copy of the generator's parameters, batch norm folded in; the
 * noise counts as zero.
 */
final class GeneratorQueries implements QueryEncoder {

    private final int width;
    private final DenseNet source;
    private final SessionContext context;
    private final float[] row;
    private float[] firstWeights;
    private float[] scale;
    private float[] shift;
    private float[] secondWeights;
    private float[] secondBias;
    private float[] hidden;

    /**
     * @param source the generator to copy
     */
    GeneratorQueries(int width, DenseNet source) {
        this.width = width;
        this.source = source;
        this.context = new SessionContext(width);
        this.row = new float[2 * width];
        refresh();
    }

    @Override
    public void refresh() {
        firstWeights = source.parameter("0_W");
        float[] bias = source.parameter("0_b");
        scale = source.parameter("1_gamma");
        shift = source.parameter("1_beta");
        float[] mean = source.parameter("1_mean");
        float[] variance = source.parameter("1_var");
        for (int j = 0; j < scale.length; j++) {
            scale[j] /= (float) Math.sqrt(variance[j] + NormStage.EPSILON);
            shift[j] += (bias[j] - mean[j]) * scale[j];
        }
        secondWeights = source.parameter("3_W");
        secondBias = source.parameter("3_b");
        hidden = new float[scale.length];
    }

    @Override
    public void encode(float[] inputs, int steps, float[] query) {
        context.last(inputs, steps, row);
        Arrays.fill(hidden, 0);
        FastMath.addProduct(row, 0, row.length, firstWeights, 0, hidden.length, hidden, 0);
        for (int j = 0; j < hidden.length; j++) {
            hidden[j] = hidden[j] * scale[j] + shift[j];
        }
        FastMath.tanh(hidden, 0, hidden, 0, hidden.length);
        System.arraycopy(secondBias, 0, query, 0, width);
        FastMath.addProduct(hidden, 0, hidden.length, secondWeights, 0, width, query, 0);
        for (int j = 0; j < width; j++) {
            query[j] += inputs[(steps - 1) * width + j];
        }
    }
}
