package org.amalgam.model.lstm;

import java.util.function.Supplier;
import org.amalgam.model.network.FastMath;
import org.amalgam.model.network.QueryEncoder;

/** Queries of single sessions by a copy of an LSTM layer's parameters. */
final class LstmQueries implements QueryEncoder {

    private final int width;
    private final Supplier<LstmWeights> source;
    private final LstmWeights weights;
    private final LstmCell cell;
    private final float[] gate;
    private final float[] c;
    private final float[] tanh;

    /**
     * @param source the parameters to copy
     */
    LstmQueries(int width, Supplier<LstmWeights> source) {
        this.width = width;
        this.source = source;
        this.weights = LstmWeights.zero(width);
        this.cell = new LstmCell(width);
        this.gate = new float[4 * width];
        this.c = new float[width];
        this.tanh = new float[width];
        refresh();
    }

    @Override
    public void refresh() {
        weights.copy(source.get());
    }

    @Override
    public void encode(float[] inputs, int steps, float[] query) {
        for (int t = 0; t < steps; t++) {
            System.arraycopy(weights.bias, 0, gate, 0, gate.length);
            add(inputs, t * width, weights.input);
            if (t > 0) {
                add(query, 0, weights.recurrent);
            }
            cell.forward(gate, c, tanh, query, 0, t == 0 ? -1 : 0);
        }
    }

    private void add(float[] row, int at, float[] matrix) {
        FastMath.addProduct(row, at, width, matrix, 0, gate.length, gate, 0);
    }
}
