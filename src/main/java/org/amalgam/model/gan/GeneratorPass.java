package org.amalgam.model.gan;

import static org.amalgam.model.network.FastMath.atLeast;

import java.util.Arrays;
import org.amalgam.model.network.FastMath;
import org.amalgam.model.network.Gemm;
import org.amalgam.model.network.Gemm.Operand;
import org.amalgam.model.network.Halves;
import org.amalgam.model.network.NativeFloats;

/**
 * The generator's network, {@link DenseNet#generator}, forward and backward over a batch of rows:
 * dense, batch norm, tanh, dense. Works on DL4J's parameters and leaves gradients in DL4J's order,
 * so that DL4J makes the step; its own passes over these layers take several times as long.
 */
final class GeneratorPass implements AutoCloseable {

    private final int in;
    private final int hidden;
    private final int out;
    private final int gamma;
    private final int beta;
    private final int mean;
    private final int variance;
    private final int secondWeights;
    private final int secondBias;

    private float[] parameters;
    private final float[] gradients;
    private final NativeFloats nativeParameters = new NativeFloats();
    private final NativeFloats nativeGradients = new NativeFloats();

    private final NativeFloats inputs = new NativeFloats();
    private final NativeFloats sums = new NativeFloats();
    private final NativeFloats activated = new NativeFloats();
    private final NativeFloats outputs = new NativeFloats();
    private final NativeFloats inputGradients = new NativeFloats();
    private float[] normalised = new float[0];
    private float[] activations = new float[0];
    private float[] hiddenGradients = new float[0];
    private final float[] batchMean;
    private final float[] batchVariance;

    GeneratorPass(int in, int hidden, int out) {
        this.in = in;
        this.hidden = hidden;
        this.out = out;
        this.gamma = (in + 1) * hidden;
        this.beta = gamma + hidden;
        this.mean = beta + hidden;
        this.variance = mean + hidden;
        this.secondWeights = variance + hidden;
        this.secondBias = secondWeights + hidden * out;
        this.gradients = new float[secondBias + out];
        this.batchMean = new float[hidden];
        this.batchVariance = new float[hidden];
        nativeParameters.reserve(gradients.length);
        nativeGradients.reserve(gradients.length);
    }

    /** Works with these parameters from now on; the order is {@link DenseNet#parameters}'. */
    void take(float[] values) {
        parameters = values;
        nativeParameters.write(0, values, 0, values.length);
    }

    /**
     * Fills {@code filled}, [count × out], from {@code rows}, [count × in].
     *
     * @param training with statistics of the batch, kept for {@link #backward}; else with those
     *     that training has gathered
     */
    void forward(float[] rows, int count, boolean training, float[] filled) {
        normalised = atLeast(normalised, count * hidden);
        activations = atLeast(activations, count * hidden);
        inputs.reserve(count * in);
        sums.reserve(count * hidden);
        activated.reserve(count * hidden);
        outputs.reserve(count * out);
        Operand turned = Operand.transpose(nativeParameters, 0);
        Halves.of(
                count,
                (from, to) -> {
                    inputs.write(from * in, rows, from * in, (to - from) * in);
                    Operand own = Operand.of(inputs, from * in);
                    int at = from * hidden;
                    Gemm.multiply(to - from, hidden, in, own, turned, sums, at, false);
                    sums.read(at, normalised, at, (to - from) * hidden);
                });
        if (training) {
            takeStatistics(count);
        } else {
            System.arraycopy(parameters, mean, batchMean, 0, hidden);
            System.arraycopy(parameters, variance, batchVariance, 0, hidden);
            for (int j = 0; j < hidden; j++) {
                batchMean[j] -= parameters[in * hidden + j];
            }
        }
        Halves.of(count, (from, to) -> activate(from, to, filled));
    }

    /** Of the sums without the bias, which batch norm takes out again. */
    private void takeStatistics(int count) {
        Arrays.fill(batchMean, 0f);
        Arrays.fill(batchVariance, 0f);
        for (int row = 0; row < count; row++) {
            for (int j = 0; j < hidden; j++) {
                batchMean[j] += normalised[row * hidden + j];
            }
        }
        for (int j = 0; j < hidden; j++) {
            batchMean[j] /= count;
        }
        for (int row = 0; row < count; row++) {
            for (int j = 0; j < hidden; j++) {
                float off = normalised[row * hidden + j] - batchMean[j];
                batchVariance[j] += off * off;
            }
        }
        for (int j = 0; j < hidden; j++) {
            batchVariance[j] /= count;
        }
    }

    private void activate(int from, int to, float[] filled) {
        float[] scale = scale();
        for (int row = from; row < to; row++) {
            int at = row * hidden;
            for (int j = 0; j < hidden; j++) {
                normalised[at + j] = (normalised[at + j] - batchMean[j]) * scale[j];
                activations[at + j] =
                        normalised[at + j] * parameters[gamma + j] + parameters[beta + j];
            }
        }
        int at = from * hidden;
        int size = (to - from) * hidden;
        FastMath.tanh(activations, at, activations, at, size);
        activated.write(at, activations, at, size);
        Operand own = Operand.of(activated, at);
        Operand turned = Operand.transpose(nativeParameters, secondWeights);
        Gemm.multiply(to - from, out, hidden, own, turned, outputs, from * out, false);
        outputs.read(from * out, filled, from * out, (to - from) * out);
        for (int row = from; row < to; row++) {
            for (int j = 0; j < out; j++) {
                filled[row * out + j] += parameters[secondBias + j];
            }
        }
    }

    private float[] scale() {
        float[] scale = new float[hidden];
        for (int j = 0; j < hidden; j++) {
            scale[j] = 1f / (float) Math.sqrt(batchVariance[j] + DenseNet.BATCH_NORM_EPSILON);
        }
        return scale;
    }

    /**
     * Gradients of the last {@link #forward} in training: fills those of its rows, [count × in].
     */
    void backward(float[] outputGradients, int count, float[] rowGradients) {
        hiddenGradients = atLeast(hiddenGradients, count * hidden);
        inputGradients.reserve(count * in);
        outputs.write(0, outputGradients, 0, count * out);
        Operand above = Operand.of(outputs, 0);
        Halves.both(
                () -> {
                    Operand turned = Operand.transpose(outputs, 0);
                    Operand own = Operand.of(activated, 0);
                    Gemm.multiply(
                            out, hidden, count, turned, own, nativeGradients, secondWeights, false);
                    sumRows(outputGradients, out, count, secondBias);
                },
                () -> {
                    Operand weights = Operand.of(nativeParameters, secondWeights);
                    Gemm.multiply(count, hidden, out, above, weights, sums, 0, false);
                    sums.read(0, hiddenGradients, 0, count * hidden);
                });
        throughBatchNorm(count);
        sums.write(0, hiddenGradients, 0, count * hidden);
        Halves.both(
                () -> {
                    Operand turned = Operand.transpose(sums, 0);
                    Operand own = Operand.of(inputs, 0);
                    Gemm.multiply(hidden, in, count, turned, own, nativeGradients, 0, false);
                },
                () -> {
                    Operand below = Operand.of(sums, 0);
                    Operand weights = Operand.of(nativeParameters, 0);
                    Gemm.multiply(count, in, hidden, below, weights, inputGradients, 0, false);
                    inputGradients.read(0, rowGradients, 0, count * in);
                });
        nativeGradients.read(0, gradients, 0, in * hidden);
        nativeGradients.read(secondWeights, gradients, secondWeights, hidden * out);
    }

    private void sumRows(float[] rows, int width, int count, int target) {
        Arrays.fill(gradients, target, target + width, 0f);
        for (int row = 0; row < count; row++) {
            for (int j = 0; j < width; j++) {
                gradients[target + j] += rows[row * width + j];
            }
        }
    }

    /** Turns gradients of tanh's outputs into those of the first layer's sums. */
    private void throughBatchNorm(int count) {
        Arrays.fill(gradients, in * hidden, secondWeights, 0f);
        for (int row = 0; row < count; row++) {
            for (int j = 0; j < hidden; j++) {
                int at = row * hidden + j;
                float gradient = hiddenGradients[at] * (1 - activations[at] * activations[at]);
                hiddenGradients[at] = gradient;
                gradients[gamma + j] += gradient * normalised[at];
                gradients[beta + j] += gradient;
            }
        }
        float[] scale = scale();
        for (int row = 0; row < count; row++) {
            for (int j = 0; j < hidden; j++) {
                int at = row * hidden + j;
                float shared =
                        (gradients[beta + j] + normalised[at] * gradients[gamma + j]) / count;
                hiddenGradients[at] =
                        parameters[gamma + j] * scale[j] * (hiddenGradients[at] - shared);
            }
        }
        // The running statistics move by way of their gradients, as in DL4J.
        float share = 1 - DenseNet.GENERATOR_DECAY;
        for (int j = 0; j < hidden; j++) {
            float biased = batchMean[j] + parameters[in * hidden + j];
            gradients[mean + j] = share * (parameters[mean + j] - biased);
            gradients[variance + j] = share * (parameters[variance + j] - batchVariance[j]);
        }
    }

    /** As the last {@link #backward} left them, in the order of {@link DenseNet#parameters}. */
    float[] gradients() {
        return gradients;
    }

    @Override
    public void close() {
        nativeParameters.close();
        nativeGradients.close();
        inputs.close();
        sums.close();
        activated.close();
        outputs.close();
        inputGradients.close();
    }
}
