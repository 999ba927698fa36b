package org.amalgam.model.lstm;

import static org.amalgam.model.network.FastMath.atLeast;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.amalgam.model.network.Adagrad;
import org.amalgam.model.network.FastMath;
import org.amalgam.model.network.Gemm;
import org.amalgam.model.network.Gemm.Operand;
import org.amalgam.model.network.NativeFloats;
import org.amalgam.model.network.PackedBatch;
import org.amalgam.model.network.SessionEncoder;

/**
 * One LSTM layer over packed batches, with full back-propagation through time. The parameters are
 * those of {@link LstmNetwork}, copied to plain arrays; DL4J's own loop is 2–8 times slower at
 * batches of this size.
 */
final class LstmEncoder implements SessionEncoder {

    private final int width;
    private final int gateWidth;
    private final LstmCell cell;
    private LstmNetwork network;
    private float[] inputWeights;
    private float[] recurrentWeights;
    private float[] bias;
    private final float[] inputWeightGradient;
    private final float[] recurrentWeightGradient;
    private final float[] biasGradient;
    private final Adagrad inputOptimiser;
    private final Adagrad recurrentOptimiser;
    private final Adagrad biasOptimiser;

    private float[] gates = new float[0];
    private float[] gateGradients = new float[0];
    private float[] cells = new float[0];
    private float[] squashed = new float[0];
    private float[] hiddenGradients = new float[0];
    private float[] cellGradient = new float[0];
    private final NativeFloats nativeInputWeights = new NativeFloats();
    private final NativeFloats nativeRecurrentWeights = new NativeFloats();
    private final NativeFloats nativeInputs = new NativeFloats();

    /** Row p: the hidden row one step before row p. */
    private final NativeFloats nativePrevious = new NativeFloats();

    private final NativeFloats nativeGates = new NativeFloats();
    private final NativeFloats nativeResult = new NativeFloats();

    LstmEncoder(int width, long seed) {
        this.width = width;
        this.gateWidth = 4 * width;
        this.cell = new LstmCell(width);
        this.inputWeightGradient = new float[width * gateWidth];
        this.recurrentWeightGradient = new float[width * gateWidth];
        this.biasGradient = new float[gateWidth];
        this.inputOptimiser = new Adagrad(inputWeightGradient.length);
        this.recurrentOptimiser = new Adagrad(recurrentWeightGradient.length);
        this.biasOptimiser = new Adagrad(gateWidth);
        take(LstmNetwork.create(width, seed));
    }

    private void take(LstmNetwork source) {
        network = source;
        inputWeights = source.parameter("W");
        recurrentWeights = source.parameter("RW");
        bias = source.parameter("b");
    }

    @Override
    public void forward(PackedBatch batch, float[] inputs, float[] queries, long step) {
        int rows = batch.rows();
        reserve(rows);
        nativeInputWeights.write(0, inputWeights, 0, inputWeights.length);
        nativeRecurrentWeights.write(0, recurrentWeights, 0, recurrentWeights.length);
        nativeInputs.write(0, inputs, 0, rows * width);
        Gemm.multiply(
                rows,
                gateWidth,
                width,
                Operand.of(nativeInputs, 0),
                Operand.of(nativeInputWeights, 0),
                nativeGates,
                0,
                false);
        for (int t = 0; t < batch.steps(); t++) {
            stepForward(batch, t, queries);
        }
    }

    private void reserve(int rows) {
        gates = atLeast(gates, rows * gateWidth);
        gateGradients = atLeast(gateGradients, rows * gateWidth);
        cells = atLeast(cells, rows * width);
        squashed = atLeast(squashed, rows * width);
        nativeInputWeights.reserve(inputWeights.length);
        nativeRecurrentWeights.reserve(recurrentWeights.length);
        nativeInputs.reserve(rows * width);
        nativePrevious.reserve(rows * width);
        nativeGates.reserve(rows * gateWidth);
    }

    private void stepForward(PackedBatch batch, int t, float[] hidden) {
        int start = batch.start(t);
        int count = batch.rowsAt(t);
        int before = t == 0 ? -1 : batch.start(t - 1);
        if (t > 0) {
            nativePrevious.write(start * width, hidden, before * width, count * width);
            Gemm.multiply(
                    count,
                    gateWidth,
                    width,
                    Operand.of(nativePrevious, start * width),
                    Operand.of(nativeRecurrentWeights, 0),
                    nativeGates,
                    start * gateWidth,
                    true);
        }
        nativeGates.read(start * gateWidth, gates, start * gateWidth, count * gateWidth);
        for (int k = 0; k < count; k++) {
            addBias((start + k) * gateWidth);
            cell.forward(gates, cells, squashed, hidden, start + k, t == 0 ? -1 : before + k);
        }
    }

    private void addBias(int at) {
        for (int j = 0; j < gateWidth; j++) {
            gates[at + j] += bias[j];
        }
    }

    @Override
    public void backward(PackedBatch batch, float[] queryGradients, float[] inputGradients) {
        int rows = batch.rows();
        hiddenGradients = atLeast(hiddenGradients, rows * width);
        System.arraycopy(queryGradients, 0, hiddenGradients, 0, rows * width);
        cellGradient = atLeast(cellGradient, batch.rowsAt(0) * width);
        Arrays.fill(cellGradient, 0f);
        for (int t = batch.steps() - 1; t >= 0; t--) {
            stepBackward(batch, t);
        }
        sumParameterGradients(batch);
        nativeResult.reserve(rows * width);
        Gemm.multiply(
                rows,
                width,
                gateWidth,
                Operand.of(nativeGates, 0),
                Operand.transpose(nativeInputWeights, 0),
                nativeResult,
                0,
                false);
        nativeResult.read(0, inputGradients, 0, rows * width);
    }

    private void stepBackward(PackedBatch batch, int t) {
        int start = batch.start(t);
        int count = batch.rowsAt(t);
        int before = t == 0 ? -1 : batch.start(t - 1);
        for (int k = 0; k < count; k++) {
            cell.backward(
                    gates,
                    cells,
                    squashed,
                    start + k,
                    t == 0 ? -1 : before + k,
                    hiddenGradients,
                    cellGradient,
                    k,
                    gateGradients);
        }
        // The gates' native rows now hold their gradients.
        nativeGates.write(start * gateWidth, gateGradients, start * gateWidth, count * gateWidth);
        if (t > 0) {
            sendBack(start, before, count);
        }
    }

    /** Adds what a step's gates ask of the hidden rows before them. */
    private void sendBack(int start, int before, int count) {
        nativeResult.reserve(count * width);
        Gemm.multiply(
                count,
                width,
                gateWidth,
                Operand.of(nativeGates, start * gateWidth),
                Operand.transpose(nativeRecurrentWeights, 0),
                nativeResult,
                0,
                false);
        // `gates` of this step is done with, so its memory takes the product.
        nativeResult.read(0, gates, start * gateWidth, count * width);
        for (int j = 0; j < count * width; j++) {
            hiddenGradients[before * width + j] += gates[start * gateWidth + j];
        }
    }

    private void sumParameterGradients(PackedBatch batch) {
        int rows = batch.rows();
        nativeResult.reserve(width * gateWidth);
        Gemm.multiply(
                width,
                gateWidth,
                rows,
                Operand.transpose(nativeInputs, 0),
                Operand.of(nativeGates, 0),
                nativeResult,
                0,
                false);
        nativeResult.read(0, inputWeightGradient, 0, inputWeightGradient.length);
        int later = rows - batch.rowsAt(0);
        if (later > 0) {
            Gemm.multiply(
                    width,
                    gateWidth,
                    later,
                    Operand.transpose(nativePrevious, batch.rowsAt(0) * width),
                    Operand.of(nativeGates, batch.rowsAt(0) * gateWidth),
                    nativeResult,
                    0,
                    false);
            nativeResult.read(0, recurrentWeightGradient, 0, recurrentWeightGradient.length);
        } else {
            Arrays.fill(recurrentWeightGradient, 0f);
        }
        Arrays.fill(biasGradient, 0f);
        for (int row = 0; row < rows; row++) {
            for (int j = 0; j < gateWidth; j++) {
                biasGradient[j] += gateGradients[row * gateWidth + j];
            }
        }
    }

    @Override
    public void update(float rate, float momentum) {
        inputOptimiser.update(inputWeights, inputWeightGradient, rate, momentum);
        recurrentOptimiser.update(recurrentWeights, recurrentWeightGradient, rate, momentum);
        biasOptimiser.update(bias, biasGradient, rate, momentum);
    }

    @Override
    public void encode(float[] inputs, int steps, float[] query) {
        float[] gate = new float[gateWidth];
        float[] c = new float[width];
        float[] tanh = new float[width];
        for (int t = 0; t < steps; t++) {
            System.arraycopy(bias, 0, gate, 0, gateWidth);
            FastMath.addProduct(inputs, t * width, width, inputWeights, 0, gateWidth, gate, 0);
            if (t > 0) {
                FastMath.addProduct(query, 0, width, recurrentWeights, 0, gateWidth, gate, 0);
            }
            cell.forward(gate, c, tanh, query, 0, t == 0 ? -1 : 0);
        }
    }

    @Override
    public void saveNetworks(Path directory) throws IOException {
        network.setParameter("W", inputWeights);
        network.setParameter("RW", recurrentWeights);
        network.setParameter("b", bias);
        network.save(directory);
    }

    @Override
    public void loadNetworks(Path directory) throws IOException {
        take(LstmNetwork.load(directory));
    }

    @Override
    public void write(DataOutput out) throws IOException {
        inputOptimiser.write(out);
        recurrentOptimiser.write(out);
        biasOptimiser.write(out);
    }

    @Override
    public void read(DataInput in) throws IOException {
        inputOptimiser.read(in);
        recurrentOptimiser.read(in);
        biasOptimiser.read(in);
    }

    /** The DL4J network with the current parameters. */
    LstmNetwork network() {
        network.setParameter("W", inputWeights);
        network.setParameter("RW", recurrentWeights);
        network.setParameter("b", bias);
        return network;
    }

    /** Parameters and their gradients, for comparison: W, RW, b. */
    float[][] parameters() {
        return new float[][] {inputWeights, recurrentWeights, bias};
    }

    float[][] gradients() {
        return new float[][] {inputWeightGradient, recurrentWeightGradient, biasGradient};
    }

    @Override
    public void close() {
        for (NativeFloats floats :
                new NativeFloats[] {
                    nativeInputWeights,
                    nativeRecurrentWeights,
                    nativeInputs,
                    nativePrevious,
                    nativeGates,
                    nativeResult
                }) {
            floats.close();
        }
    }
}
