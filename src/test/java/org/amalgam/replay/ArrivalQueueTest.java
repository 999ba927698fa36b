package org.amalgam.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.amalgam.domain.Action;
import org.amalgam.domain.Event;
import org.junit.jupiter.api.Test;

class ArrivalQueueTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final ArrivalQueue queue = new ArrivalQueue(2, System::nanoTime);

    private static Event event(int number) {
        return new Event(number, 0, number, Action.VIEW, Instant.ofEpochSecond(number));
    }

    /** Puts so many events and the end, on a thread of its own. */
    private CompletableFuture<Void> reader(int events, CountDownLatch third) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        for (int i = 0; i < events; i++) {
                            if (i == 2) {
                                third.countDown();
                            }
                            queue.put(event(i), i % 10 == 7);
                        }
                        queue.end();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    @Test
    void aFullQueueMakesTheReaderWaitAndLosesNothing() throws Exception {
        CountDownLatch third = new CountDownLatch(1);
        CompletableFuture<Void> reader = reader(1_000, third);
        assertThat(third.await(60, TimeUnit.SECONDS)).isTrue();
        // The third finds it full, and so nobody can have got further.
        assertThat(queue.traffic().handedOver()).isLessThanOrEqualTo(3);
        List<Event> taken = new ArrayList<>();
        List<Event> late = new ArrayList<>();
        ArrivalCursor cursor = new ArrivalCursor(queue);
        while (cursor.hasNext()) {
            late.addAll(cursor.late());
            taken.add(cursor.next());
        }
        late.addAll(cursor.late());
        reader.get(60, TimeUnit.SECONDS);
        assertThat(taken).hasSize(900).doesNotHaveDuplicates();
        assertThat(late).hasSize(100);
        assertThat(queue.traffic().handedOver()).isEqualTo(1_000);
        assertThat(queue.traffic().taken()).isEqualTo(1_000);
        assertThat(queue.traffic().mostWaiting()).isLessThanOrEqualTo(2);
        assertThat(queue.traffic().readerWaits()).isPositive();
    }

    @Test
    void lateEventsAreToldBeforeTheOneTheyCameBefore() throws Exception {
        queue.put(event(1), true);
        queue.put(event(2), false);
        ArrivalCursor cursor = new ArrivalCursor(queue);
        assertThat(cursor.awaitNext(LONG)).isTrue();
        assertThat(cursor.late()).containsExactly(event(1));
        assertThat(cursor.next()).isEqualTo(event(2));
        queue.put(event(3), true);
        assertThat(cursor.awaitNext(Duration.ZERO)).isFalse();
        assertThat(cursor.late()).containsExactly(event(3));
        assertThat(cursor.late()).isEmpty();
        queue.end();
        assertThat(cursor.awaitNext(LONG)).isTrue();
        assertThat(cursor.hasNext()).isFalse();
    }

    @Test
    void whatStoppedTheReaderIsThrownWhereEventsAreTaken() throws Exception {
        queue.fail(new IllegalStateException("the disk is gone"));
        ArrivalCursor cursor = new ArrivalCursor(queue);
        assertThatThrownBy(cursor::hasNext).hasMessage("the disk is gone");
    }
}
