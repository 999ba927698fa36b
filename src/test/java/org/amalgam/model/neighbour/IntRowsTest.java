package org.amalgam.model.neighbour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntRowsTest {

    @Test
    void rowsThatGrowSideBySideKeepTheirValues() {
        Random random = new Random(4);
        IntRows rows = new IntRows(3);
        List<List<Integer>> expected = new ArrayList<>();
        for (int row = 0; row < 3; row++) {
            expected.add(new ArrayList<>());
        }
        for (int i = 0; i < 5_000; i++) {
            if (i % 50 == 0) {
                assertThat(rows.addRow()).isEqualTo(expected.size());
                expected.add(new ArrayList<>());
            }
            int row = random.nextInt(expected.size());
            rows.add(row, i);
            expected.get(row).add(i);
        }

        assertThat(rows.rows()).isEqualTo(expected.size());
        for (int row = 0; row < expected.size(); row++) {
            assertThat(values(rows, row)).isEqualTo(expected.get(row));
        }
    }

    @Test
    void insertedValuesAscend() {
        Random random = new Random(5);
        IntRows rows = new IntRows(1);
        List<Integer> expected = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            int value = random.nextInt(1000);
            rows.insert(0, value);
            expected.add(value);
        }
        Collections.sort(expected);

        assertThat(values(rows, 0)).isEqualTo(expected);
    }

    private static List<Integer> values(IntRows rows, int row) {
        List<Integer> values = new ArrayList<>();
        for (int i = 0; i < rows.size(row); i++) {
            values.add(rows.get(row, i));
            assertThat(rows.values()[rows.start(row) + i]).isEqualTo(rows.get(row, i));
            assertThat(rows.contains(row, rows.get(row, i))).isTrue();
        }
        assertThat(rows.contains(row, -1)).isFalse();
        return values;
    }
}
