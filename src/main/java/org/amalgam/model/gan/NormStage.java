package org.amalgam.model.gan;

import static org.amalgam.model.network.FastMath.atLeast;

import java.util.Arrays;

/**
 * Batch norm (Ioffe and Szegedy 2015): γ (x − mean) / √(variance + ε) + β, with statistics of the
 * batch in training and running ones else. The parameters are γ, β and the running mean and
 * variance, which move by way of their gradients, as in DL4J.
 */
final class NormStage implements PassStage {

    /** Added to variances. */
    static final float EPSILON = 1e-5f;

    private final int width;
    private final float kept;
    private final int gamma;
    private final int beta;
    private final int mean;
    private final int variance;
    private final float[] batchMean;
    private final float[] batchVariance;
    private final float[] scale;
    private final float[] factor;
    private final float[] offset;
    private final float[] gammaGradient;
    private final float[] betaGradient;

    // Rows are copied aside, for only loops over one index become vector code.
    private final float[] line;
    private final float[] other;

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
        this.factor = new float[width];
        this.offset = new float[width];
        this.gammaGradient = new float[width];
        this.betaGradient = new float[width];
        this.line = new float[width];
        this.other = new float[width];
    }

    @Override
    public void take(float[] values) {
        parameters = values;
    }

    @Override
    public float[] forward(float[] rows, int count, boolean training) {
        normalised = atLeast(normalised, count * width);
        result = atLeast(result, count * width);
        if (training) {
            takeStatistics(rows, count);
        } else {
            System.arraycopy(parameters, mean, batchMean, 0, width);
            System.arraycopy(parameters, variance, batchVariance, 0, width);
        }
        for (int j = 0; j < width; j++) {
            scale[j] = 1f / (float) Math.sqrt(batchVariance[j] + EPSILON);
        }
        System.arraycopy(parameters, gamma, factor, 0, width);
        System.arraycopy(parameters, beta, offset, 0, width);
        for (int at = 0; at < count * width; at += width) {
            System.arraycopy(rows, at, line, 0, width);
            for (int j = 0; j < width; j++) {
                line[j] = (line[j] - batchMean[j]) * scale[j];
            }
            System.arraycopy(line, 0, normalised, at, width);
            for (int j = 0; j < width; j++) {
                line[j] = line[j] * factor[j] + offset[j];
            }
            System.arraycopy(line, 0, result, at, width);
        }
        return result;
    }

    private void takeStatistics(float[] rows, int count) {
        Arrays.fill(batchMean, 0f);
        Arrays.fill(batchVariance, 0f);
        for (int at = 0; at < count * width; at += width) {
            System.arraycopy(rows, at, line, 0, width);
            for (int j = 0; j < width; j++) {
                batchMean[j] += line[j];
            }
        }
        for (int j = 0; j < width; j++) {
            batchMean[j] /= count;
        }
        for (int at = 0; at < count * width; at += width) {
            System.arraycopy(rows, at, line, 0, width);
            for (int j = 0; j < width; j++) {
                line[j] -= batchMean[j];
            }
            for (int j = 0; j < width; j++) {
                batchVariance[j] += line[j] * line[j];
            }
        }
        for (int j = 0; j < width; j++) {
            batchVariance[j] /= count;
        }
    }

    @Override
    public float[] backward(float[] gradients, int count, float[] ofParameters) {
        Arrays.fill(gammaGradient, 0f);
        Arrays.fill(betaGradient, 0f);
        for (int at = 0; at < count * width; at += width) {
            System.arraycopy(gradients, at, line, 0, width);
            System.arraycopy(normalised, at, other, 0, width);
            for (int j = 0; j < width; j++) {
                gammaGradient[j] += line[j] * other[j];
            }
            for (int j = 0; j < width; j++) {
                betaGradient[j] += line[j];
            }
        }
        for (int at = 0; at < count * width; at += width) {
            System.arraycopy(gradients, at, line, 0, width);
            System.arraycopy(normalised, at, other, 0, width);
            for (int j = 0; j < width; j++) {
                other[j] = betaGradient[j] + other[j] * gammaGradient[j];
            }
            for (int j = 0; j < width; j++) {
                line[j] = factor[j] * scale[j] * (line[j] - other[j] / count);
            }
            System.arraycopy(line, 0, result, at, width);
        }
        System.arraycopy(gammaGradient, 0, ofParameters, gamma, width);
        System.arraycopy(betaGradient, 0, ofParameters, beta, width);
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
