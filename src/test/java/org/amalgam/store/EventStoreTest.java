package org.amalgam.store;

import static org.amalgam.store.MemoryStore.NOON;
import static org.amalgam.store.MemoryStore.described;
import static org.amalgam.store.MemoryStore.replayed;
import static org.amalgam.store.MemoryStore.viewed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.amalgam.domain.Action;
import org.amalgam.domain.CatalogueLine;
import org.amalgam.domain.Event;
import org.amalgam.domain.Item;
import org.amalgam.domain.LogLine;
import org.amalgam.domain.UnusableInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EventStoreTest {

    @RegisterExtension final MemoryStore h2 = new MemoryStore();

    @Test
    void tiesReplayInOrderOfSourceAndLine() {
        h2.insert("b", viewed(2, NOON, "ann", "hat"), viewed(3, NOON, "ann", "shoe"));
        h2.insert(
                "a", viewed(2, NOON, "bob", "sock"), viewed(4, NOON.minusMillis(1), "bob", "tie"));

        assertThat(items(all())).containsExactly("tie", "hat", "shoe", "sock");
    }

    @Test
    void numbersAreDenseInOrderOfFirstAppearance() {
        h2.insert("a", viewed(2, NOON, "zoe", "shoe"), viewed(3, NOON, "ann", "hat"));
        h2.insert("b", viewed(2, NOON, "ann", "shoe"), viewed(3, NOON, "bob", "bag"));

        assertThat(List.of(h2.store().userId(0), h2.store().userId(1), h2.store().userId(2)))
                .containsExactly("zoe", "ann", "bob");
        assertThat(h2.store().catalogue().items())
                .containsExactly(Item.bare(0, "shoe"), Item.bare(1, "hat"), Item.bare(2, "bag"));
    }

    @Test
    void eventNumbersHaveNoGapsAndDoNotDependOnTheRangeRead() {
        LogLine search =
                new LogLine(
                        3,
                        NOON,
                        "ann",
                        Optional.empty(),
                        Action.SEARCH,
                        Optional.of("red shoe"),
                        OptionalDouble.empty(),
                        OptionalDouble.empty());
        h2.insert(
                "a",
                Set.of("robot"),
                viewed(2, NOON, "robot", "hat"),
                search,
                viewed(4, NOON.plusSeconds(1), "ann", "hat"),
                viewed(9, NOON.plusSeconds(2), "ann", "shoe"));

        assertThat(all()).extracting(Event::number).containsExactly(0L, 1L);
        assertThat(replayed(h2.store(), NOON.plusSeconds(2), Instant.MAX))
                .extracting(Event::number)
                .containsExactly(1L);
        assertThat(h2.store().count(Instant.MIN, Instant.MAX)).isEqualTo(2);
    }

    @Test
    void aRangeHoldsItsFirstTimeAndNotItsLast() {
        h2.insert("a", viewed(2, NOON, "ann", "hat"), viewed(3, NOON.plusMillis(5), "ann", "shoe"));

        assertThat(items(replayed(h2.store(), NOON, NOON.plusMillis(5)))).containsExactly("hat");
        assertThat(items(replayed(h2.store(), NOON.plusNanos(1), NOON.plusMillis(5).plusNanos(1))))
                .containsExactly("shoe");
        assertThat(h2.store().count(NOON.plusNanos(1), NOON.plusMillis(5))).isZero();
    }

    @Test
    void manyEventsOfOneTimeAreReplayedOnceEachAcrossPages() {
        LogLine[] lines =
                IntStream.range(0, 20_000)
                        .mapToObj(i -> viewed(i + 2, NOON.plusSeconds(i / 15_000), "u", "i" + i))
                        .toArray(LogLine[]::new);
        h2.insert("a", lines);

        assertThat(all())
                .extracting(Event::item)
                .isEqualTo(IntStream.range(0, 20_000).boxed().toList());
    }

    @Test
    void aSourceIsUnseenUntilItIsComplete() {
        h2.insert("a", viewed(2, NOON, "ann", "hat"));
        try (SourceWriter writer = h2.store().write(described("b"))) {
            for (int line = 2; line < 6_000; line++) {
                writer.keep(viewed(line, NOON, "bob", "shoe"), OptionalDouble.empty(), false);
            }
        }
        assertThat(items(all())).containsExactly("hat");

        try (SourceWriter writer = h2.store().write(described("b"))) {
            assertThat(writer.before().lastLine()).isEqualTo(5_001);
            writer.keep(viewed(5_002, NOON, "bob", "bag"), OptionalDouble.empty(), false);
            writer.finish(Set.of());
        }
        assertThat(all()).hasSize(5_002);
    }

    @Test
    void whatIsUndoneLeavesNothing() {
        h2.insert("a", viewed(2, NOON, "ann", "hat"));
        try (SourceWriter writer = h2.store().write(described("b"))) {
            for (int line = 2; line < 6_000; line++) {
                writer.keep(
                        viewed(line, NOON, "u" + line, "i" + line), OptionalDouble.empty(), false);
            }
            writer.undo();
        }

        assertThat(h2.store().catalogue().size()).isEqualTo(1);
        assertThat(h2.store().statistics().totals().users()).isEqualTo(1);
        assertThat(h2.store().imported(described("b").sha256())).isEmpty();
        h2.insert("b", viewed(2, NOON, "bob", "bag"));
        assertThat(items(all())).containsExactly("hat", "bag");
    }

    @Test
    void aCatalogueFillsInWhatItKnowsAndAddsWhatIsNew() {
        h2.insert("a", viewed(2, NOON, "ann", "hat"));
        describe("c", line(2, "bag", "Bag", 3.5), line(3, "hat", "Hat", 9));
        describe("d", line(2, "hat", null, 8));

        assertThat(h2.store().catalogue().item(0).title()).contains("Hat");
        assertThat(h2.store().catalogue().item(0).price()).hasValue(8);
        assertThat(h2.store().catalogue().item(1).id()).isEqualTo("bag");
    }

    @Test
    void aSplitLeavesItsShareBefore() {
        h2.insert(
                "a",
                IntStream.range(0, 10)
                        .mapToObj(i -> viewed(i + 2, NOON.plusSeconds(i), "ann", "hat"))
                        .toArray(LogLine[]::new));

        assertThat(h2.store().splitAt(0)).isEqualTo(NOON);
        assertThat(h2.store().splitAt(0.8)).isEqualTo(NOON.plusSeconds(8));
        assertThat(h2.store().count(Instant.MIN, h2.store().splitAt(1))).isEqualTo(10);
        assertThat(h2.store().timeSpan())
                .contains(new EventStore.Span(NOON, NOON.plusSeconds(9), 10));
    }

    @Test
    void anEmptyStoreHasNoSpanAndNoSplit() {
        assertThat(h2.store().timeSpan()).isEmpty();
        assertThat(all()).isEmpty();
        assertThatThrownBy(() -> h2.store().splitAt(0.5))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("import a log first");
    }

    @Test
    void twoImportsAtOnceAreRefused() {
        SourceDescription second = described("b");
        try (SourceWriter first = h2.store().write(described("a"))) {
            assertThat(first.before()).isEqualTo(SourceCounts.none());
            assertThatThrownBy(() -> h2.store().write(second))
                    .isInstanceOf(UnusableInput.class)
                    .hasMessageContaining("another import");
        }
        h2.insert("b", viewed(2, NOON, "ann", "hat"));
        assertThat(all()).hasSize(1);
    }

    private List<Event> all() {
        return replayed(h2.store(), Instant.MIN, Instant.MAX);
    }

    private List<String> items(List<Event> events) {
        return events.stream().map(e -> h2.store().catalogue().item(e.item()).id()).toList();
    }

    private void describe(String source, CatalogueLine... lines) {
        try (SourceWriter writer = h2.store().write(described(source))) {
            for (CatalogueLine line : lines) {
                writer.describe(line, false);
            }
            writer.finish(Set.of());
        }
    }

    private static CatalogueLine line(long line, String item, String title, double price) {
        return new CatalogueLine(
                line,
                item,
                Optional.ofNullable(title),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.of(price));
    }
}
