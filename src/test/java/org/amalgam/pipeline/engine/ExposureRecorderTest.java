package org.amalgam.pipeline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.amalgam.config.CheckpointSettings;
import org.amalgam.config.FusionSettings;
import org.amalgam.config.SessionSettings;
import org.amalgam.domain.Action;
import org.amalgam.domain.CatalogueExposure;
import org.amalgam.domain.CatalogueExposure.Occasion;
import org.amalgam.domain.Event;
import org.amalgam.domain.RankerKind;
import org.amalgam.pipeline.ReplayRequest;
import org.junit.jupiter.api.Test;

/** One member puts the item last met first; all others are tied and come in their own order. */
class ExposureRecorderTest {

    private static final int ITEMS = 25;
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant SPLIT = START.plus(Duration.ofDays(1));

    private static Event event(int number, int user, int item, Instant time) {
        return new Event(number, user, item, Action.VIEW, time);
    }

    /** Before the split every item occurs once; then somebody meets these items, minutes apart. */
    private static List<Event> log(int... met) {
        List<Event> events = new ArrayList<>();
        for (int item = 0; item < ITEMS; item++) {
            events.add(event(item, 1, item, START.plusSeconds(item)));
        }
        for (int i = 0; i < met.length; i++) {
            events.add(event(ITEMS + i, 0, met[i], SPLIT.plusSeconds(60L * i)));
        }
        return events;
    }

    private static Replay replay(List<Event> events, RankerKind kind) {
        ReplayRequest request = Requests.at(Double.POSITIVE_INFINITY);
        FakeMember member =
                new FakeMember(
                        "vstan",
                        kind,
                        window -> window.context().isEmpty() ? 0 : window.context().lastItem());
        Replay replay =
                Replay.travelling(
                        new ReplaySetup(
                                new ListSource(ITEMS, events),
                                new ReplaySetup.Span(SPLIT, SPLIT, Instant.MAX),
                                request,
                                SessionSettings.defaults(),
                                new TrainedMembers(
                                                List.of(member),
                                                SPLIT,
                                                Map.of(),
                                                Map.of(),
                                                new int[ITEMS])
                                        .lineup(
                                                request,
                                                FusionSettings.defaults(),
                                                MemberHost.MORE_THAN_ENOUGH),
                                List.of(),
                                Optional.empty(),
                                new CheckpointSettings(64, 4)));
        replay.begin();
        return replay;
    }

    private static void toTheEnd(Replay replay) {
        while (replay.next().isPresent()) {
            replay.step();
        }
    }

    private static byte[] bytes(CatalogueExposure exposure) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            exposure.writeTo(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    @Test
    void threeListsCountedByHand() {
        // Lists: 21, 0…18; then 23, 0…18; then 21, 0…18. The first event opens the session.
        try (Replay replay = replay(log(21, 23, 21, 22), RankerKind.MEMBER)) {
            toTheEnd(replay);
            CatalogueExposure shown = replay.exposure();

            assertThat(shown.cases()).isEqualTo(3);
            assertThat(shown.ranker()).contains("fused");
            assertThat(shown.items()).isEqualTo(ITEMS);
            assertThat(shown.top20(21)).isEqualTo(2);
            assertThat(shown.top10(21)).isEqualTo(2);
            assertThat(shown.weighted(21)).isEqualTo(2);
            assertThat(shown.top20(23)).isEqualTo(1);
            assertThat(shown.top20(0)).isEqualTo(3);
            assertThat(shown.weighted(0)).isCloseTo(3 / 1.584962500721156, within(1e-12));
            assertThat(shown.top10(8)).isEqualTo(3);
            assertThat(shown.top10(9)).isZero();
            assertThat(shown.top20(18)).isEqualTo(3);
            assertThat(shown.weighted(18)).isCloseTo(3 / 4.392317422778761, within(1e-12));
            assertThat(shown.top20(19)).isZero();
            assertThat(shown.top20(22)).isZero();
            assertThat(shown.occasions(21))
                    .containsExactly(new Occasion(0, 21, 1), new Occasion(0, 21, 1));
            assertThat(shown.occasions(9)).hasSize(3).contains(new Occasion(0, 23, 11));
            assertThat(shown.occasions(24)).isEmpty();
            assertThat(shown.span().until()).isEqualTo(SPLIT.plusSeconds(180));
        }
    }

    @Test
    void withoutAFusedRankerNothingIsShown() {
        try (Replay replay = replay(log(21, 23, 21), RankerKind.BASELINE)) {
            toTheEnd(replay);

            assertThat(replay.exposure().ranker()).isEmpty();
            assertThat(replay.exposure().cases()).isEqualTo(2);
            assertThat(replay.exposure().top20(0)).isZero();
        }
    }

    @Test
    void afterGoingBackAndOnItIsWhatItWas() {
        Random random = new Random(4);
        int[] met = random.ints(300, 0, ITEMS).toArray();
        try (Replay replay = replay(log(met), RankerKind.MEMBER)) {
            List<byte[]> passed = new ArrayList<>();
            passed.add(bytes(replay.exposure()));
            while (replay.next().isPresent()) {
                replay.step();
                passed.add(bytes(replay.exposure()));
            }
            for (int jump = 0; jump < 40; jump++) {
                int target = random.nextInt(passed.size());
                replay.seek(target, () -> true);
                assertThat(bytes(replay.exposure()))
                        .as("at %d", target)
                        .isEqualTo(passed.get(target));
            }
        }
    }

    @Test
    void theEndTellsWhatWasShown() {
        List<CatalogueExposure> told = new ArrayList<>();
        try (Replay replay = replay(log(21, 23), RankerKind.MEMBER)) {
            replay.whenFinished(told::add);
            toTheEnd(replay);
            assertThat(told).isEmpty();
            replay.finish();
        }
        assertThat(told).singleElement().extracting(CatalogueExposure::cases).isEqualTo(1L);
    }

    /** Of 40 occasions, at places 1 to 40 in time, each is as likely to be remembered. */
    @Test
    void everyOccasionIsAsLikelyToBeRemembered() {
        int runs = 2_000;
        int[] kept = new int[40];
        for (int item = 0; item < runs; item++) {
            int[] slots = new int[CatalogueExposure.SAMPLE];
            for (int n = 1; n <= kept.length; n++) {
                int slot = ExposureRecorder.slot(item, n);
                if (slot < slots.length) {
                    slots[slot] = n;
                }
            }
            for (int n : slots) {
                kept[n - 1]++;
            }
        }
        // 250 expected each, standard deviation 15.
        assertThat(Arrays.stream(kept).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(180, 320));
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        try (Replay replay = replay(log(21, 23, 21, 22), RankerKind.MEMBER)) {
            toTheEnd(replay);
            byte[] written = bytes(replay.exposure());

            CatalogueExposure read =
                    CatalogueExposure.readFrom(
                            new DataInputStream(new ByteArrayInputStream(written)));

            assertThat(bytes(read)).isEqualTo(written);
            assertThat(read.occasions(21)).isEqualTo(replay.exposure().occasions(21));
        }
    }
}
