package org.amalgam.model.gan;

import static org.amalgam.model.network.FastMath.atLeast;

import org.amalgam.model.network.FastMath;
import org.amalgam.model.network.Gemm;
import org.amalgam.model.network.Gemm.Operand;
import org.amalgam.model.network.Halves;
import org.amalgam.model.network.NativeFloats;

/** y = Wx + b. DL4J's column-major W [in × out] is a row-major [out × in]; b follows it. */
final class DenseStage implements PassStage {

    private final int in;
    private final int out;
    private final int weightsAt;
    private final int biasAt;
    private final NativeFloats weights = new NativeFloats();
    private final NativeFloats inputs = new NativeFloats();
    private final NativeFloats outputs = new NativeFloats();
    private final NativeFloats weightGradients = new NativeFloats();
    private final NativeFloats inputGradients = new NativeFloats();
    private float[] parameters;
    private float[] result = new float[0];
    private float[] below = new float[0];

    DenseStage(int in, int out, int at) {
        this.in = in;
        this.out = out;
        this.weightsAt = at;
        this.biasAt = at + in * out;
        weights.reserve(in * out);
        weightGradients.reserve(in * out);
    }

    @Override
    public void take(float[] values) {
        parameters = values;
        weights.write(0, values, weightsAt, in * out);
    }

    @Override
    public float[] forward(float[] rows, int count, boolean training) {
        result = atLeast(result, count * out);
        inputs.reserve(count * in);
        outputs.reserve(count * out);
        Operand turned = Operand.transpose(weights, 0);
        Halves.of(
                count,
                (from, to) -> {
                    inputs.write(from * in, rows, from * in, (to - from) * in);
                    Operand own = Operand.of(inputs, from * in);
                    int at = from * out;
                    Gemm.multiply(to - from, out, in, own, turned, outputs, at, false);
                    outputs.read(at, result, at, (to - from) * out);
                    addBias(from, to);
                });
        return result;
    }

    private void addBias(int from, int to) {
        for (int row = from; row < to; row++) {
            for (int j = 0; j < out; j++) {
                result[row * out + j] += parameters[biasAt + j];
            }
        }
    }

    @Override
    public float[] backward(float[] gradients, int count, float[] ofParameters) {
        below = atLeast(below, count * in);
        inputGradients.reserve(count * in);
        outputs.write(0, gradients, 0, count * out);
        Halves.both(
                () -> {
                    Operand turned = Operand.transpose(outputs, 0);
                    Operand own = Operand.of(inputs, 0);
                    Gemm.multiply(out, in, count, turned, own, weightGradients, 0, false);
                    weightGradients.read(0, ofParameters, weightsAt, in * out);
                    FastMath.sumRows(gradients, count, out, ofParameters, biasAt);
                },
                () -> {
                    Operand above = Operand.of(outputs, 0);
                    Operand own = Operand.of(weights, 0);
                    Gemm.multiply(count, in, out, above, own, inputGradients, 0, false);
                    inputGradients.read(0, below, 0, count * in);
                });
        return below;
    }

    @Override
    public void close() {
        weights.close();
        inputs.close();
        outputs.close();
        weightGradients.close();
        inputGradients.close();
    }
}
