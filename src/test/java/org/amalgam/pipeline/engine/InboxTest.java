package org.amalgam.pipeline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InboxTest {

    private final AtomicInteger rung = new AtomicInteger();
    private final Inbox inbox = new Inbox(rung::incrementAndGet);

    @Test
    void ordersAreCarriedOutInTheirOrder() {
        List<Integer> done = new ArrayList<>();
        for (int order = 0; order < 5; order++) {
            int number = order;
            assertThat(inbox.put(() -> done.add(number))).isTrue();
        }
        CompletableFuture<Integer> answer = inbox.ask(done::size);
        assertThat(done).isEmpty();
        inbox.carryOut();
        assertThat(done).containsExactly(0, 1, 2, 3, 4);
        assertThat(answer).isCompletedWithValue(5);
        assertThat(rung).hasValue(6);
    }

    @Test
    void whatIsTooMuchIsRefusedAndAQuestionFails() {
        AtomicInteger done = new AtomicInteger();
        for (int order = 0; order < Inbox.MOST; order++) {
            inbox.put(done::incrementAndGet);
        }
        assertThat(inbox.put(done::incrementAndGet)).isFalse();
        assertThat(inbox.ask(done::get)).isCompletedExceptionally();
        inbox.carryOut();
        assertThat(done).hasValue(Inbox.MOST);
        assertThat(inbox.put(done::incrementAndGet)).isTrue();
    }
}
