package org.amalgam.model.cnn;

import static org.amalgam.model.network.FastMath.atLeast;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.amalgam.model.network.Adagrad;
import org.amalgam.model.network.FastMath;
import org.amalgam.model.network.Gemm;
import org.amalgam.model.network.Gemm.Operand;
import org.amalgam.model.network.NativeFloats;
import org.amalgam.model.network.PackedBatch;

/**
 * One residual causal convolution over packed rows: y_t = x_t + relu(b + Σ_k x_(t − k·dilation)
 * W_k). In packed rows a step's predecessors are contiguous, so every tap is one product with the
 * rows shifted.
 */
final class CausalBlock implements AutoCloseable {

    private static final int TAPS = CnnNetwork.TAPS;

    final float[] weights;
    final float[] bias;
    final float[] weightGradient;
    final float[] biasGradient;
    private final int width;
    private final int dilation;
    private final Adagrad weightOptimiser;
    private final Adagrad biasOptimiser;
    private final NativeFloats[] shifted = new NativeFloats[TAPS];
    private final NativeFloats nativeWeights = new NativeFloats();
    private final NativeFloats sums = new NativeFloats();
    private final NativeFloats result = new NativeFloats();
    private float[] activations = new float[0];
    private float[] gradients = new float[0];
    private float[] tapGradients = new float[0];
    private float[] zeros = new float[0];

    CausalBlock(int width, int dilation) {
        this.width = width;
        this.dilation = dilation;
        this.weights = new float[TAPS * width * width];
        this.bias = new float[width];
        this.weightGradient = new float[weights.length];
        this.biasGradient = new float[width];
        this.weightOptimiser = new Adagrad(weights.length);
        this.biasOptimiser = new Adagrad(width);
        for (int tap = 0; tap < TAPS; tap++) {
            shifted[tap] = new NativeFloats();
        }
    }

    /** Fills {@code outputs}, [rows × d], which is not {@code inputs}. */
    void forward(PackedBatch batch, float[] inputs, float[] outputs) {
        int size = batch.rows() * width;
        activations = atLeast(activations, size);
        nativeWeights.reserve(weights.length).write(0, weights, 0, weights.length);
        sums.reserve(size);
        for (int tap = 0; tap < TAPS; tap++) {
            shift(batch, inputs, tap);
            Gemm.multiply(
                    batch.rows(),
                    width,
                    width,
                    Operand.of(shifted[tap], 0),
                    Operand.of(nativeWeights, tap * width * width),
                    sums,
                    0,
                    tap > 0);
        }
        sums.read(0, activations, 0, size);
        for (int at = 0; at < size; at += width) {
            rectify(inputs, outputs, at);
        }
    }

    /** Copies the rows that a tap reads, zeros where it reaches before a sequence's start. */
    private void shift(PackedBatch batch, float[] inputs, int tap) {
        NativeFloats rows = shifted[tap].reserve(batch.rows() * width);
        for (int t = 0; t < batch.steps(); t++) {
            int count = batch.rowsAt(t) * width;
            int source = t - tap * dilation;
            if (source < 0) {
                zeros = atLeast(zeros, count);
                rows.write(batch.start(t) * width, zeros, 0, count);
            } else {
                rows.write(batch.start(t) * width, inputs, batch.start(source) * width, count);
            }
        }
    }

    private void rectify(float[] inputs, float[] outputs, int at) {
        for (int j = 0; j < width; j++) {
            float activation = Math.max(0f, activations[at + j] + bias[j]);
            activations[at + j] = activation;
            outputs[at + j] = inputs[at + j] + activation;
        }
    }

    /** Fills {@code inputGradients}, which is not {@code outputGradients}. */
    void backward(PackedBatch batch, float[] outputGradients, float[] inputGradients) {
        int size = batch.rows() * width;
        gradients = atLeast(gradients, size);
        tapGradients = atLeast(tapGradients, size);
        for (int i = 0; i < size; i++) {
            gradients[i] = activations[i] > 0 ? outputGradients[i] : 0f;
            inputGradients[i] = outputGradients[i];
        }
        sums.write(0, gradients, 0, size);
        FastMath.sumRows(gradients, batch.rows(), width, biasGradient, 0);
        for (int tap = 0; tap < TAPS; tap++) {
            tapBackward(batch, tap, inputGradients);
        }
    }

    private void tapBackward(PackedBatch batch, int tap, float[] inputGradients) {
        int rows = batch.rows();
        int square = width * width;
        result.reserve(Math.max(square, rows * width));
        Gemm.multiply(
                width,
                width,
                rows,
                Operand.transpose(shifted[tap], 0),
                Operand.of(sums, 0),
                result,
                0,
                false);
        result.read(0, weightGradient, tap * square, square);
        Gemm.multiply(
                rows,
                width,
                width,
                Operand.of(sums, 0),
                Operand.transpose(nativeWeights, tap * square),
                result,
                0,
                false);
        result.read(0, tapGradients, 0, rows * width);
        for (int t = tap * dilation; t < batch.steps(); t++) {
            int from = batch.start(t) * width;
            int to = batch.start(t - tap * dilation) * width;
            int count = batch.rowsAt(t) * width;
            for (int i = 0; i < count; i++) {
                inputGradients[to + i] += tapGradients[from + i];
            }
        }
    }

    void update(float rate, float momentum) {
        weightOptimiser.update(weights, weightGradient, rate, momentum);
        biasOptimiser.update(bias, biasGradient, rate, momentum);
    }

    void write(DataOutput out) throws IOException {
        weightOptimiser.write(out);
        biasOptimiser.write(out);
    }

    void read(DataInput in) throws IOException {
        weightOptimiser.read(in);
        biasOptimiser.read(in);
    }

    @Override
    public void close() {
        for (NativeFloats rows : shifted) {
            rows.close();
        }
        nativeWeights.close();
        sums.close();
        result.close();
    }
}
