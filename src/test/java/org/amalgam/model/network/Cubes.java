package org.amalgam.model.network;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Packed rows as DL4J's recurrent layers want them, and back. */
public final class Cubes {

    private Cubes() {}

    /** [sessions, width, steps], zero where a session has ended. */
    public static INDArray of(PackedBatch batch, float[] rows, int width) {
        INDArray cube = Nd4j.zeros(batch.rowsAt(0), width, batch.steps());
        for (int t = 0; t < batch.steps(); t++) {
            for (int k = 0; k < batch.rowsAt(t); k++) {
                for (int j = 0; j < width; j++) {
                    cube.putScalar(k, j, t, rows[(batch.start(t) + k) * width + j]);
                }
            }
        }
        return cube;
    }

    public static float[] packed(PackedBatch batch, INDArray cube, int width) {
        float[] rows = new float[batch.rows() * width];
        for (int t = 0; t < batch.steps(); t++) {
            for (int k = 0; k < batch.rowsAt(t); k++) {
                for (int j = 0; j < width; j++) {
                    rows[(batch.start(t) + k) * width + j] = cube.getFloat(k, j, t);
                }
            }
        }
        return rows;
    }
}
