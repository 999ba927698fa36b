package org.amalgam.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BatchScorerTest {

    private static final int WIDTH = 5;
    private static final int ITEMS = 11;

    @Test
    void scoresAreTheProductsOfRowsAndTheQueriesAskedFor() {
        float[] table = Toy.gaussian(ITEMS * WIDTH, 1, 2);
        float[] queries = Toy.gaussian(7 * WIDTH, 1, 3);
        float[] filled = new float[3 * ITEMS];

        try (BatchScorer scorer = new BatchScorer(table, WIDTH)) {
            scorer.score(queries, 4, 3, filled);
        }

        for (int i = 0; i < 3; i++) {
            for (int item = 0; item < ITEMS; item++) {
                double product = 0;
                for (int j = 0; j < WIDTH; j++) {
                    product += (double) table[item * WIDTH + j] * queries[(4 + i) * WIDTH + j];
                }
                assertThat(filled[i * ITEMS + item]).isCloseTo((float) product, within(1e-5f));
            }
        }
    }
}
