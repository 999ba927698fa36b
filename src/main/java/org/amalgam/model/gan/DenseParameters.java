package org.amalgam.model.gan;

import java.util.HashMap;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A copy of a DL4J network's parameters in one array, layer by layer as DL4J lays them out, where a
 * matrix is column-major.
 */
final class DenseParameters {

    private final Map<String, Part> parts = new HashMap<>();
    private final float[] values;

    /** Where a parameter stands; a vector has one row. */
    private record Part(int at, int rows, int columns) {}

    DenseParameters(MultiLayerNetwork network) {
        int at = 0;
        Layer[] layers = network.getLayers();
        for (int l = 0; l < layers.length; l++) {
            for (Map.Entry<String, INDArray> entry : layers[l].paramTable().entrySet()) {
                INDArray parameter = entry.getValue();
                int columns = (int) parameter.size(parameter.rank() - 1);
                int size = (int) parameter.length();
                parts.put(l + "_" + entry.getKey(), new Part(at, size / columns, columns));
                at += size;
            }
        }
        values = rows(network.params());
    }

    /** An array's values, row-major. */
    static float[] rows(INDArray array) {
        return array.dup('c').data().asFloat();
    }

    /** Fills an array by its values, row-major. */
    static void fill(INDArray array, float[] rows) {
        array.assign(Nd4j.create(rows, array.shape(), 'c'));
    }

    /** The parameters themselves, not a copy. */
    float[] values() {
        return values;
    }

    /** A parameter such as {@code 0_W}, row-major. */
    float[] get(String key) {
        Part part = parts.get(key);
        float[] rows = new float[part.rows * part.columns];
        for (int row = 0; row < part.rows; row++) {
            for (int column = 0; column < part.columns; column++) {
                rows[row * part.columns + column] = values[part.at + column * part.rows + row];
            }
        }
        return rows;
    }

    /** Replaces a parameter by one that {@link #get} gave. */
    void set(String key, float[] rows) {
        Part part = parts.get(key);
        for (int row = 0; row < part.rows; row++) {
            for (int column = 0; column < part.columns; column++) {
                values[part.at + column * part.rows + row] = rows[row * part.columns + column];
            }
        }
    }

    /** Gives the network these parameters. */
    void store(MultiLayerNetwork network) {
        fill(network.params(), values);
    }
}
