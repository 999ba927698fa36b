package org.amalgam.model.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RandomisedSvdTest {

    @Test
    void atFullRankProductsOfRowsAreThoseOfTheMatrix() {
        SparseRows matrix = random(12, 9, 3);

        float[] projected = RandomisedSvd.project(matrix, 9, 1);

        for (int i = 0; i < 12; i++) {
            for (int j = 0; j < 12; j++) {
                double exact = 0;
                double found = 0;
                for (int c = 0; c < 9; c++) {
                    exact += dense(matrix, i, c) * dense(matrix, j, c);
                    found += projected[i * 9 + c] * projected[j * 9 + c];
                }
                assertThat(found).isCloseTo(exact, within(1e-4));
            }
        }
    }

    @Test
    void theFirstColumnsHoldMostAndFall() {
        float[] projected = RandomisedSvd.project(random(60, 40, 5), 10, 1);

        double before = Double.MAX_VALUE;
        for (int c = 0; c < 10; c++) {
            double squares = 0;
            for (int i = 0; i < 60; i++) {
                squares += projected[i * 10 + c] * projected[i * 10 + c];
            }
            assertThat(squares).isPositive().isLessThanOrEqualTo(before * (1 + 1e-6));
            before = squares;
        }
    }

    @Test
    void singularValuesAreThoseOfAKnownMatrix() {
        // Rows (3, 0), (0, 2), (0, 0): the singular values are 3 and 2.
        SparseRows matrix =
                new SparseRows(new int[] {0, 1, 2, 2}, new int[] {0, 1}, new float[] {3, 2}, 2);

        float[] projected = RandomisedSvd.project(matrix, 2, 1);

        assertThat(Math.abs(projected[0])).isCloseTo(3, within(1e-5f));
        assertThat(Math.abs(projected[3])).isCloseTo(2, within(1e-5f));
        assertThat(projected[4]).isCloseTo(0, within(1e-5f));
    }

    private static SparseRows random(int rows, int columns, long seed) {
        Random random = new Random(seed);
        int[] starts = new int[rows + 1];
        int[] entries = new int[rows * columns];
        float[] values = new float[rows * columns];
        for (int i = 0; i < rows; i++) {
            starts[i + 1] = starts[i] + columns;
            for (int c = 0; c < columns; c++) {
                entries[i * columns + c] = c;
                values[i * columns + c] = (float) random.nextGaussian();
            }
        }
        return new SparseRows(starts, entries, values, columns);
    }

    private static double dense(SparseRows matrix, int row, int column) {
        return matrix.values()[row * matrix.width() + column];
    }
}
