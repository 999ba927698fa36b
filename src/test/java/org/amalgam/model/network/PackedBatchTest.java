package org.amalgam.model.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.amalgam.config.NetworkSettings.Loss;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.Session;
import org.junit.jupiter.api.Test;

class PackedBatchTest {

    private final List<Session> sessions = Toy.grammar(200, 50, 4).sessions();

    @Test
    void aPlanCoversEveryTargetOnceWithItsOwnItemBefore() {
        List<String> expected = new ArrayList<>();
        for (Session session : sessions) {
            for (int i = 1; i < session.steps().length(); i++) {
                expected.add(session.steps().item(i - 1) + ">" + session.steps().item(i));
            }
        }
        List<String> covered = new ArrayList<>();
        for (PackedBatch batch :
                BatchPlan.of(sessions, Toy.settings(Loss.CROSS_ENTROPY), new SplittableRandom(1))) {
            for (int i = 0; i < batch.targetCount(); i++) {
                covered.add(batch.item(batch.targetRow(i)) + ">" + batch.target(i));
            }
        }

        assertThat(covered).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void aRowContinuesTheSameRowOfTheStepBefore() {
        PackedBatch batch =
                PackedBatch.ofSequences(
                        List.of(
                                ItemSequence.ofViews(1, 2),
                                ItemSequence.ofViews(3, 4, 5, 6),
                                ItemSequence.ofViews(7, 8, 9)));

        assertThat(batch.steps()).isEqualTo(3);
        assertThat(items(batch, 0)).containsExactly(3, 7, 1);
        assertThat(items(batch, 1)).containsExactly(4, 8);
        assertThat(items(batch, 2)).containsExactly(5);
        assertThat(batch.target(5)).isEqualTo(6);
    }

    @Test
    void examplesHaveOneTargetAfterTheirLastStep() {
        PackedBatch batch =
                PackedBatch.ofExamples(
                        List.of(
                                new PackedBatch.Example(ItemSequence.ofViews(1), 9),
                                new PackedBatch.Example(ItemSequence.ofViews(2, 3), 8)));

        assertThat(batch.targetCount()).isEqualTo(2);
        assertThat(batch.item(batch.targetRow(0))).isEqualTo(3);
        assertThat(batch.target(0)).isEqualTo(8);
        assertThat(batch.item(batch.targetRow(1))).isEqualTo(1);
        assertThat(batch.target(1)).isEqualTo(9);
    }

    @Test
    void gapsFallIntoBucketsThatDouble() {
        assertThat(GapBuckets.of(ItemSequence.UNKNOWN_GAP)).isZero();
        assertThat(GapBuckets.of(0)).isEqualTo(1);
        assertThat(GapBuckets.of(1)).isEqualTo(2);
        assertThat(GapBuckets.of(6.5f)).isEqualTo(3);
        assertThat(GapBuckets.of(1e9f)).isEqualTo(GapBuckets.COUNT - 1);
    }

    private static List<Integer> items(PackedBatch batch, int t) {
        List<Integer> items = new ArrayList<>();
        for (int k = 0; k < batch.rowsAt(t); k++) {
            items.add(batch.item(batch.start(t) + k));
        }
        return items;
    }
}
