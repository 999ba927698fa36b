package org.amalgam.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class HalvesTest {

    private static final int SIZE = 1001;

    @RepeatedTest(20)
    void everyPieceIsDoneOnceWithASecondCore() {
        AtomicIntegerArray done = new AtomicIntegerArray(SIZE);

        Halves.onTwoCores(
                () -> {
                    for (int round = 0; round < 50; round++) {
                        Halves.of(SIZE, (from, to) -> count(done, from, to));
                    }
                    return null;
                });

        for (int i = 0; i < SIZE; i++) {
            assertThat(done.get(i)).isEqualTo(50);
        }
    }

    @Test
    void everyPieceIsDoneOnceWithoutOne() {
        AtomicIntegerArray done = new AtomicIntegerArray(SIZE);

        Halves.of(SIZE, (from, to) -> count(done, from, to));

        for (int i = 0; i < SIZE; i++) {
            assertThat(done.get(i)).isEqualTo(1);
        }
    }

    @Test
    void halvesInsideHalvesAreDoneToo() {
        AtomicIntegerArray done = new AtomicIntegerArray(SIZE);

        Halves.onTwoCores(
                () -> {
                    Halves.both(
                            () -> Halves.of(500, (from, to) -> count(done, from, to)),
                            () -> Halves.of(501, (from, to) -> count(done, from + 500, to + 500)));
                    return null;
                });

        for (int i = 0; i < SIZE; i++) {
            assertThat(done.get(i)).isEqualTo(1);
        }
    }

    @RepeatedTest(20)
    void aHalfThatFailsFailsTheWhole() {
        assertThatThrownBy(
                        () ->
                                Halves.onTwoCores(
                                        () -> {
                                            Halves.both(() -> count(null, 0, 0), HalvesTest::fail);
                                            return null;
                                        }))
                .hasStackTraceContaining("no room");
        // And the next one works.
        everyPieceIsDoneOnceWithASecondCore();
    }

    private static void fail() {
        throw new IllegalArgumentException("no room");
    }

    private static void count(AtomicIntegerArray done, int from, int to) {
        for (int i = from; i < to; i++) {
            done.incrementAndGet(i);
        }
    }
}
