package org.amalgam.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.amalgam.domain.Action;
import org.amalgam.domain.Event;
import org.amalgam.domain.ItemSequence;
import org.junit.jupiter.api.Test;

class CompanionsTest {

    private static final NegativeSampler SAMPLER = new NegativeSampler(new int[10], 0);

    private final Columns columns = new Columns(10);

    @Test
    void aTargetsCompanionsAreTheOtherItemsOfItsSequence() {
        assertThat(pairs(sequence(0, 1, 2, 1), sequence(5, 6)))
                .containsExactlyInAnyOrder("1 with 2 ×1", "2 with 1 ×2", "1 with 2 ×1");
    }

    @Test
    void aRepeatOfTheTargetIsNoCompanion() {
        assertThat(pairs(sequence(0, 1, 1, 1), sequence(1, 2))).isEmpty();
    }

    @Test
    void theLossesLeaveCompanionsAlone() {
        pairs(sequence(0, 1, 2), sequence(3, 4));
        for (ColumnLoss loss : List.of(new CrossEntropy(SAMPLER), new BprMax())) {
            float[] scores = Toy.gaussian(columns.size() * 3, 1, 3);
            loss.gradient(columns, scores, 3, 1);

            for (int p = 0; p < columns.companions().size(); p++) {
                int at = columns.companions().column(p) * 3 + columns.companions().target(p);
                assertThat(scores[at]).isCloseTo(0f, within(1e-30f));
            }
        }
    }

    private static ItemSequence sequence(int... items) {
        List<Event> events = new ArrayList<>();
        for (int item : items) {
            events.add(new Event(0, 0, item, Action.VIEW, Instant.EPOCH));
        }
        return ItemSequence.of(events);
    }

    /** Pairs without any sampled negative, as text. */
    private List<String> pairs(ItemSequence... sequences) {
        PackedBatch batch = PackedBatch.ofSequences(List.of(sequences));
        columns.select(batch, SAMPLER, 0, new SplittableRandom(1));
        Companions companions = columns.companions();
        List<String> pairs = new ArrayList<>();
        for (int p = 0; p < companions.size(); p++) {
            pairs.add(
                    batch.target(companions.target(p))
                            + " with "
                            + columns.item(companions.column(p))
                            + " ×"
                            + companions.times(p));
        }
        return pairs;
    }
}
