package org.amalgam.model.lstm;

import static org.amalgam.model.network.FastMath.atLeast;

import java.util.Arrays;
import org.amalgam.model.network.FastMath;
import org.amalgam.model.network.Gemm;
import org.amalgam.model.network.Gemm.Operand;
import org.amalgam.model.network.Halves;
import org.amalgam.model.network.NativeFloats;
import org.amalgam.model.network.PackedBatch;

/**
 * Passes of one LSTM layer over a packed batch, forward and then backward with full
 * back-propagation through time. Sequences do not meet before the parameters' gradients are summed,
 * so each pass takes them in two halves.
 */
final class LstmPass implements AutoCloseable {

    private final int width;
    private final int gateWidth;
    private final LstmCell cell;

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
    private final NativeFloats nativeRows = new NativeFloats();
    private final NativeFloats inputSums = new NativeFloats();
    private final NativeFloats recurrentSums = new NativeFloats();

    LstmPass(int width) {
        this.width = width;
        this.gateWidth = 4 * width;
        this.cell = new LstmCell(width);
    }

    /** Fills {@code hidden}, [rows × d], from {@code inputs} of the same shape. */
    void forward(PackedBatch batch, LstmWeights weights, float[] inputs, float[] hidden) {
        int rows = batch.rows();
        reserve(rows);
        nativeInputWeights.write(0, weights.input, 0, weights.input.length);
        nativeRecurrentWeights.write(0, weights.recurrent, 0, weights.recurrent.length);
        Halves.of(
                rows,
                (from, to) -> {
                    nativeInputs.write(from * width, inputs, from * width, (to - from) * width);
                    multiply(
                            to - from,
                            Operand.of(nativeInputs, from * width),
                            Operand.of(nativeInputWeights, 0),
                            from,
                            false);
                });
        Halves.of(
                batch.rowsAt(0),
                (from, to) -> {
                    for (int t = 0; t < batch.steps(); t++) {
                        int end = Math.min(to, batch.rowsAt(t));
                        stepForward(batch, t, from, end, weights.bias, hidden);
                    }
                });
    }

    private void reserve(int rows) {
        gates = atLeast(gates, rows * gateWidth);
        gateGradients = atLeast(gateGradients, rows * gateWidth);
        cells = atLeast(cells, rows * width);
        squashed = atLeast(squashed, rows * width);
        nativeInputWeights.reserve(width * gateWidth);
        nativeRecurrentWeights.reserve(width * gateWidth);
        nativeInputs.reserve(rows * width);
        nativePrevious.reserve(rows * width);
        nativeGates.reserve(rows * gateWidth);
    }

    /** Gates of {@code count} rows, as a product of as many rows of d. */
    private void multiply(int count, Operand rows, Operand weights, int row, boolean accumulate) {
        int at = row * gateWidth;
        Gemm.multiply(count, gateWidth, width, rows, weights, nativeGates, at, accumulate);
    }

    /** Step t of the sequences from {@code from} to before {@code end}. */
    private void stepForward(
            PackedBatch batch, int t, int from, int end, float[] bias, float[] hidden) {
        if (end <= from) {
            return;
        }
        int first = batch.start(t) + from;
        int count = end - from;
        int before = t == 0 ? -1 : batch.start(t - 1) + from;
        if (t > 0) {
            nativePrevious.write(first * width, hidden, before * width, count * width);
            multiply(
                    count,
                    Operand.of(nativePrevious, first * width),
                    Operand.of(nativeRecurrentWeights, 0),
                    first,
                    true);
        }
        nativeGates.read(first * gateWidth, gates, first * gateWidth, count * gateWidth);
        for (int k = 0; k < count; k++) {
            int at = (first + k) * gateWidth;
            for (int j = 0; j < gateWidth; j++) {
                gates[at + j] += bias[j];
            }
            cell.forward(gates, cells, squashed, hidden, first + k, t == 0 ? -1 : before + k);
        }
    }

    /**
     * After {@link #forward}: fills the gradients of inputs and parameters.
     *
     * @param outputGradients of {@code hidden}
     */
    void backward(
            PackedBatch batch,
            float[] outputGradients,
            float[] inputGradients,
            LstmWeights parameterGradients) {
        int rows = batch.rows();
        hiddenGradients = atLeast(hiddenGradients, rows * width);
        System.arraycopy(outputGradients, 0, hiddenGradients, 0, rows * width);
        cellGradient = atLeast(cellGradient, batch.rowsAt(0) * width);
        Arrays.fill(cellGradient, 0f);
        nativeRows.reserve(rows * width);
        Halves.of(
                batch.rowsAt(0),
                (from, to) -> {
                    for (int t = batch.steps() - 1; t >= 0; t--) {
                        stepBackward(batch, t, from, Math.min(to, batch.rowsAt(t)));
                    }
                });
        Halves.of(
                rows,
                (from, to) -> {
                    int count = to - from;
                    multiplyBack(count, from, nativeInputWeights);
                    nativeRows.read(from * width, inputGradients, from * width, count * width);
                });
        sumParameterGradients(batch, parameterGradients);
    }

    private void stepBackward(PackedBatch batch, int t, int from, int end) {
        if (end <= from) {
            return;
        }
        int first = batch.start(t) + from;
        int count = end - from;
        int before = t == 0 ? -1 : batch.start(t - 1) + from;
        for (int k = 0; k < count; k++) {
            cell.backward(
                    gates,
                    cells,
                    squashed,
                    first + k,
                    t == 0 ? -1 : before + k,
                    hiddenGradients,
                    cellGradient,
                    from + k,
                    gateGradients);
        }
        // The gates' native rows now hold their gradients.
        nativeGates.write(first * gateWidth, gateGradients, first * gateWidth, count * gateWidth);
        if (t > 0) {
            sendBack(first, before, count);
        }
    }

    /** Adds what a step's gates ask of the hidden rows before them. */
    private void sendBack(int first, int before, int count) {
        multiplyBack(count, first, nativeRecurrentWeights);
        // `gates` of this step is done with, so its memory takes the product.
        nativeRows.read(first * width, gates, first * gateWidth, count * width);
        for (int j = 0; j < count * width; j++) {
            hiddenGradients[before * width + j] += gates[first * gateWidth + j];
        }
    }

    /** Rows of gate gradients, times the transpose of these weights. */
    private void multiplyBack(int count, int row, NativeFloats weights) {
        Gemm.multiply(
                count,
                width,
                gateWidth,
                Operand.of(nativeGates, row * gateWidth),
                Operand.transpose(weights, 0),
                nativeRows,
                row * width,
                false);
    }

    private void sumParameterGradients(PackedBatch batch, LstmWeights gradients) {
        inputSums.reserve(width * gateWidth);
        recurrentSums.reserve(width * gateWidth);
        int later = batch.rowsAt(0);
        Halves.both(
                () -> {
                    sum(nativeInputs, 0, batch.rows(), inputSums, gradients.input);
                    FastMath.sumRows(gateGradients, batch.rows(), gateWidth, gradients.bias, 0);
                },
                () -> sum(nativePrevious, later, batch.rows(), recurrentSums, gradients.recurrent));
    }

    /** Sums over rows of the products of what they read with their gates' gradients. */
    private void sum(NativeFloats read, int from, int to, NativeFloats sums, float[] filled) {
        if (from == to) {
            Arrays.fill(filled, 0f);
            return;
        }
        Gemm.multiply(
                width,
                gateWidth,
                to - from,
                Operand.transpose(read, from * width),
                Operand.of(nativeGates, from * gateWidth),
                sums,
                0,
                false);
        sums.read(0, filled, 0, filled.length);
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
                    nativeRows,
                    inputSums,
                    recurrentSums
                }) {
            floats.close();
        }
    }
}
