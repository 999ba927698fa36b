package org.amalgam.model.gan;

import static org.amalgam.model.network.FastMath.atLeast;

import java.util.Arrays;

/**
 * Batch norm (Ioffe and Szegedy 2015): γ (x − mean) / √(variance + ε) + β, with statistics of the
 * batch in training and running ones else. The parameters are γ, β and the running mean and
 * variance, which move by way of their gradients, as in DL4J.
 *
 * <p>Once training is over, batches of fewer than {@value #FEWEST_ROWS} rows are normalised by
 * running statistics, which then stand still: one session's rows have no spread of their own worth
 * the name.
 */
final class NormStage implements PassStage {

    /** Added to variances. */
    static final float EPSILON = 1e-5f;

    private static final int FEWEST_ROWS = 32;

    private final int width;
    private final float kept;
    private final int gamma;
    private final int beta;
    private final int mean;
    private final int variance;
    private final float[] batchMean;
    private final float[] batchVariance;
    private final float[] scale;
    private boolean trained;
    private boolean ownStatistics;
    private float[] parameters;
    private float[] normalised = new float[0];
    private float[] result = new float[0];

    /**
     * @param kept what running statistics keep of themselves in a step
     */
    NormStage(int width, float kept, int at) {
        this.width = width;
        this.kept = kept;
        this.gamma = at;
        this.beta = gamma + width;
        this.mean = beta + width;
        this.variance = mean + width;
        this.batchMean = new float[width];
        this.batchVariance = new float[width];
        this.scale = new float[width];
    }

    @Override
    public void take(float[] values) {
        parameters = values;
    }

    @Override
    public void trainingIsOver() {
        trained = true;
    }

    @Override
    public float[] forward(float[] rows, int count, boolean training) {
        normalised = atLeast(normalised, count * width);
        result = atLeast(result, count * width);
        ownStatistics = training && !(trained && count < FEWEST_ROWS);
        if (ownStatistics) {
            takeStatistics(rows, count);
        } else {
            System.arraycopy(parameters, mean, batchMean, 0, width);
            System.arraycopy(parameters, variance, batchVariance, 0, width);
        }
        for (int j = 0; j < width; j++) {
            scale[j] = 1f / (float) Math.sqrt(batchVariance[j] + EPSILON);
        }
        for (int row = 0; row < count; row++) {
            for (int j = 0; j < width; j++) {
                int at = row * width + j;
                normalised[at] = (rows[at] - batchMean[j]) * scale[j];
                result[at] = normalised[at] * parameters[gamma + j] + parameters[beta + j];
            }
        }
        return result;
    }

    private void takeStatistics(float[] rows, int count) {
        Arrays.fill(batchMean, 0f);
        Arrays.fill(batchVariance, 0f);
        for (int row = 0; row < count; row++) {
            for (int j = 0; j < width; j++) {
                batchMean[j] += rows[row * width + j];
            }
        }
        for (int j = 0; j < width; j++) {
            batchMean[j] /= count;
        }
        for (int row = 0; row < count; row++) {
            for (int j = 0; j < width; j++) {
                float off = rows[row * width + j] - batchMean[j];
                batchVariance[j] += off * off;
            }
        }
        for (int j = 0; j < width; j++) {
            batchVariance[j] /= count;
        }
    }

    @Override
    public float[] backward(float[] gradients, int count, float[] ofParameters) {
        Arrays.fill(ofParameters, gamma, variance + width, 0f);
        for (int row = 0; row < count; row++) {
            for (int j = 0; j < width; j++) {
                int at = row * width + j;
                ofParameters[gamma + j] += gradients[at] * normalised[at];
                ofParameters[beta + j] += gradients[at];
            }
        }
        for (int row = 0; row < count; row++) {
            for (int j = 0; j < width; j++) {
                int at = row * width + j;
                float shared = ofParameters[beta + j] + normalised[at] * ofParameters[gamma + j];
                float through = ownStatistics ? shared / count : 0;
                result[at] = parameters[gamma + j] * scale[j] * (gradients[at] - through);
            }
        }
        if (!ownStatistics) {
            return result;
        }
        for (int j = 0; j < width; j++) {
            ofParameters[mean + j] = (1 - kept) * (parameters[mean + j] - batchMean[j]);
            ofParameters[variance + j] = (1 - kept) * (parameters[variance + j] - batchVariance[j]);
        }
        return result;
    }

    @Override
    public void close() {
        // no native memory
    }
}
