package org.amalgam.model.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowAdagradTest {

    private static final int ROWS = 1_003;
    private static final float RATE = 0.1f;
    private static final float MOMENTUM = 0.3f;

    private final SplittableRandom random = new SplittableRandom(7);

    /** Moves some rows, a batch at a time, the same in both. */
    private void learn(RowAdagrad rows, Adagrad whole, float[] byRow, float[] atOnce, int width) {
        SparseGradient gradient = new SparseGradient(ROWS, width);
        for (int batch = 0; batch < 20; batch++) {
            gradient.clear();
            for (int i = 0; i < 12; i++) {
                float[] one = new float[width];
                for (int j = 0; j < width; j++) {
                    one[j] = (float) random.nextDouble(-1, 1);
                }
                // Among the latter rows only, the last of all included.
                gradient.add(ROWS - 1 - random.nextInt(200), one, 0);
            }
            rows.makeRoom(gradient);
            Adagrad.Step step = new Adagrad.Step(RATE, MOMENTUM);
            for (int i = 0; i < gradient.size(); i++) {
                rows.move(step, gradient, i, byRow);
                int at = gradient.row(i) * width;
                step.move(whole, at, atOnce, at, gradient.values(), i * width, width);
            }
        }
    }

    private static byte[] bytes(RowAdagrad rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        rows.write(new DataOutputStream(out));
        return out.toByteArray();
    }

    private static byte[] bytes(Adagrad whole) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        whole.write(new DataOutputStream(out));
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 64, 112, 700})
    void rowsAreMovedAndKeptAsByOneOptimiserForAll(int width) throws IOException {
        RowAdagrad rows = new RowAdagrad(ROWS, width);
        Adagrad whole = new Adagrad(ROWS * width);
        float[] byRow = new float[ROWS * width];
        float[] atOnce = new float[ROWS * width];
        learn(rows, whole, byRow, atOnce, width);
        assertArrayEquals(atOnce, byRow);
        assertArrayEquals(bytes(whole), bytes(rows));

        RowAdagrad again = new RowAdagrad(ROWS, width);
        again.read(new DataInputStream(new ByteArrayInputStream(bytes(rows))));
        assertArrayEquals(bytes(rows), bytes(again));
        assertEquals(rows.keptRows(), again.keptRows());
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 112})
    void nothingIsKeptForRowsThatWereNeverMoved(int width) {
        RowAdagrad rows = new RowAdagrad(ROWS, width);
        float[] table = new float[ROWS * width];
        learn(rows, new Adagrad(ROWS * width), table, table.clone(), width);
        long moved = 0;
        for (int row = 0; row < ROWS; row++) {
            for (int j = 0; j < width; j++) {
                if (table[row * width + j] != 0) {
                    moved++;
                    break;
                }
            }
        }
        assertEquals(moved, rows.keptRows());
    }
}
