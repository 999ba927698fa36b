package org.amalgam.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.amalgam.config.BotSettings;
import org.amalgam.domain.Action;
import org.amalgam.domain.LogLine;
import org.junit.jupiter.api.Test;

/** Rule under test: over 30 event times a minute for 5 minutes, or 50 equal gaps in a row. */
class BotWatchTest {

    private static final long NOON = Instant.parse("2026-03-01T12:00:00Z").toEpochMilli();

    private final BotWatch watch = new BotWatch(BotSettings.defaults());

    @Test
    void aPaceNoPersonKeepsIsABots() {
        Random random = new Random(7);
        seeAll(LongStream.range(0, 200).map(i -> NOON + i * 1_500 + random.nextInt(700)));

        assertThat(watch.bots()).containsExactly("u");
    }

    @Test
    void aFastMinuteIsNotEnough() {
        Random random = new Random(7);
        seeAll(LongStream.range(0, 100).map(i -> NOON + i * 1_500 + random.nextInt(700)));

        assertThat(watch.bots()).isEmpty();
    }

    @Test
    void aBasketWrittenAtCheckoutIsOneEventTime() {
        seeAll(LongStream.range(0, 5_000).map(i -> NOON + i / 1_000 * 60_000));

        assertThat(watch.bots()).isEmpty();
    }

    @Test
    void aClockworkIsABots() {
        seeAll(LongStream.range(0, 52).map(i -> NOON + i * 17_000));

        assertThat(watch.bots()).containsExactly("u");
    }

    @Test
    void aBusyHourInALogKeptToTheMinuteIsAPersons() {
        seeAll(LongStream.range(0, 600).map(i -> NOON + i * 60_000));

        assertThat(watch.bots()).isEmpty();
    }

    /** At most 30 distinct times a minute with uneven gaps is never a bot, however long. */
    @Property(tries = 50, seed = "42")
    void aHeavyShopperIsNeverABot(@ForAll @IntRange(min = 1, max = 10_000) int seed) {
        Random random = new Random(seed);
        BotWatch fresh = new BotWatch(BotSettings.defaults());
        long time = NOON;
        for (int i = 0; i < 5_000; i++) {
            time += 2_000 + random.nextInt(60_000);
            fresh.see(viewed(time));
        }
        assertThat(fresh.bots()).isEmpty();
    }

    private void seeAll(LongStream times) {
        times.forEach(time -> watch.see(viewed(time)));
    }

    private static LogLine viewed(long millis) {
        return new LogLine(
                2,
                Instant.ofEpochMilli(millis),
                "u",
                Optional.of("hat"),
                Action.VIEW,
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }
}
