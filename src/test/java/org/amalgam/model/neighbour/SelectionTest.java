package org.amalgam.model.neighbour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SelectionTest {

    @Test
    void itFindsWhatSortingFinds() {
        Random random = new Random(3);
        for (int trial = 0; trial < 500; trial++) {
            int n = 1 + random.nextInt(60);
            int spread = 1 + random.nextInt(40);
            long[] values = random.longs(n, -spread, spread).toArray();
            int k = 1 + random.nextInt(n);
            long[] sorted = values.clone();
            Arrays.sort(sorted);

            assertThat(Selection.kthLargest(values, n, k)).isEqualTo(sorted[n - k]);
        }
    }

    @Test
    void onlyTheFirstValuesTakePart() {
        assertThat(Selection.kthLargest(new long[] {1, 2, 99}, 2, 1)).isEqualTo(2);
    }

    @Test
    void manyEqualValuesCostNoMoreThanOthers() {
        long[] equal = new long[200_000];

        assertThat(Selection.kthLargest(equal, equal.length, equal.length / 2)).isZero();
    }
}
