package org.amalgam.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GroupSumsTest {

    @Test
    void thereIsRoomForEveryGroupWhateverOrderTheyComeIn() {
        GroupSums ascending = new GroupSums();
        GroupSums descending = new GroupSums();
        for (int group = 0; group < 1_000; group++) {
            ascending.add(group, 1 + group);
            descending.add(999 - group, 1 + (999 - group));
        }
        for (int metric = 0; metric < Metric.MAIN.size(); metric++) {
            for (int group = 0; group < 1_000; group++) {
                assertThat(ascending.of(group, metric))
                        .isEqualTo(Metric.MAIN.get(metric).of(1 + group))
                        .isEqualTo(descending.of(group, metric));
            }
        }
        assertThat(ascending.of(5_000, 0)).isZero();
    }

    @Test
    void aCopyGoesOnApart() {
        GroupSums sums = new GroupSums();
        sums.add(2, 1);
        GroupSums copy = sums.copy();
        copy.add(2, 1);

        assertThat(copy.of(2, 0)).isEqualTo(2);
        assertThat(sums.of(2, 0)).isEqualTo(1);
    }
}
