package org.amalgam.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.amalgam.config.FollowSettings;
import org.junit.jupiter.api.Test;

class EventOrderTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final List<String> late = new ArrayList<>();

    /** An event, by its second after noon and a name. */
    private record At(long seconds, String name) {
        Instant time() {
            return NOON.plusSeconds(seconds);
        }
    }

    private static EventOrder<String> order(long lateness, int mostHeld) {
        return new EventOrder<>(
                new FollowSettings(
                        Duration.ofSeconds(lateness), HOUR, mostHeld, 1, Duration.ofMillis(1)),
                NOON);
    }

    private List<String> released(EventOrder<String> order, At... events) {
        List<String> out = new ArrayList<>();
        for (At event : events) {
            if (!order.offer(event.time(), event.name())) {
                late.add(event.name());
            }
            drain(order, out);
        }
        return out;
    }

    private static void drain(EventOrder<String> order, List<String> out) {
        for (var next = order.next(); next.isPresent(); next = order.next()) {
            out.add(next.get());
        }
    }

    @Test
    void anEventWaitsUntilNothingCanComeBeforeIt() {
        EventOrder<String> order = order(2, 100);
        assertThat(released(order, new At(10, "a"), new At(11, "b"))).isEmpty();
        assertThat(released(order, new At(12, "c"))).containsExactly("a");
        order.end();
        List<String> rest = new ArrayList<>();
        drain(order, rest);
        assertThat(rest).containsExactly("b", "c");
    }

    @Test
    void oneThatComesInTimeIsPutInItsPlaceAndOneThatDoesNotIsLate() {
        EventOrder<String> order = order(2, 100);
        List<String> out =
                released(
                        order,
                        new At(10, "a"),
                        new At(12, "c"),
                        new At(11, "b"),
                        new At(10, "just in time"),
                        new At(9, "late"),
                        new At(20, "d"));
        assertThat(out).containsExactly("a", "just in time", "b", "c");
        assertThat(late).containsExactly("late");
        assertThat(order.reordered()).isEqualTo(2);
    }

    @Test
    void whatIsBeforeTheHistorysEndIsLateFromTheBeginning() {
        assertThat(released(order(2, 100), new At(-1, "old"), new At(0, "a"), new At(5, "b")))
                .containsExactly("a");
        assertThat(late).containsExactly("old");
    }

    @Test
    void aBurstOfOneInstantKeepsFileOrder() {
        At[] burst = IntStream.range(0, 500).mapToObj(i -> new At(3, "e" + i)).toArray(At[]::new);
        EventOrder<String> order = order(0, 1_000);
        assertThat(released(order, burst))
                .containsExactlyElementsOf(IntStream.range(0, 500).mapToObj(i -> "e" + i).toList());
    }

    @Test
    void aSingleClockThatIsWrongMakesNobodyLate() {
        List<String> out =
                released(
                        order(2, 100),
                        new At(1, "a"),
                        new At(500_000, "wrong"),
                        new At(3, "b"),
                        new At(6, "c"));
        assertThat(out).containsExactly("a", "b");
        assertThat(late).isEmpty();
    }

    @Test
    void aSilentNightIsBelievedWithItsSecondEvent() {
        List<String> out =
                released(
                        order(2, 100),
                        new At(1, "evening"),
                        new At(30_000, "morning"),
                        new At(30_001, "next"),
                        new At(30_005, "third"));
        assertThat(out).containsExactly("evening", "morning", "next");
    }

    @Test
    void whenTooManyAreHeldTheFirstGoesAndWhatWasBeforeItIsLate() {
        List<String> out =
                released(
                        order(100, 2),
                        new At(5, "a"),
                        new At(6, "b"),
                        new At(7, "c"),
                        new At(4, "d"));
        assertThat(out).containsExactly("a");
        assertThat(late).containsExactly("d");
    }

    @Property(seed = "11", tries = 300)
    void anyShufflingWithinTheLatenessGivesTheSortedOrder(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @IntRange(min = 1, max = 120) int size,
            @ForAll @IntRange(min = 0, max = 30) int lateness) {
        Random random = new Random(seed);
        List<At> sorted = new ArrayList<>();
        long second = 0;
        for (int i = 0; i < size; i++) {
            // Now and then a silence that is longer than a leap.
            second += 1 + (random.nextInt(20) == 0 ? 5_000 : random.nextInt(6));
            sorted.add(new At(second, "e" + i));
        }
        List<At> shuffled = shuffledWithin(sorted, lateness, random);
        EventOrder<String> order = order(lateness, 1_000);
        List<String> out = new ArrayList<>();
        shuffled.forEach(event -> out.addAll(released(order, event)));
        order.end();
        drain(order, out);
        assertThat(late).isEmpty();
        assertThat(out).containsExactlyElementsOf(sorted.stream().map(At::name).toList());
    }

    /** Delays each event by up to so many seconds on its way into the file. */
    private static List<At> shuffledWithin(List<At> sorted, int lateness, Random random) {
        record Delayed(long arrives, At event) {}
        List<Delayed> delayed = new ArrayList<>();
        for (At event : sorted) {
            delayed.add(new Delayed(event.seconds() + random.nextInt(lateness + 1), event));
        }
        Collections.shuffle(delayed, random);
        delayed.sort(Comparator.comparingLong(Delayed::arrives));
        return delayed.stream().map(Delayed::event).toList();
    }

    @Test
    void nothingHeldIsNothingDue() {
        EventOrder<String> order = order(2, 100);
        order.end();
        assertThat(order.next()).isEqualTo(Optional.empty());
    }
}
