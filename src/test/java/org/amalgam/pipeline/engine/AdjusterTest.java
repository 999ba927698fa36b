package org.amalgam.pipeline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.amalgam.config.AdjustmentSettings;
import org.amalgam.config.FusionSettings;
import org.amalgam.config.SessionSettings;
import org.amalgam.domain.Action;
import org.amalgam.domain.Adjustment;
import org.amalgam.domain.Adjustment.Change;
import org.amalgam.domain.Adjustment.Kind;
import org.amalgam.domain.Event;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.FusedRanking;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.StepOutcome;
import org.amalgam.domain.TargetRank;
import org.amalgam.domain.stage.EnsembleMember;
import org.amalgam.pipeline.FusionRequest;
import org.amalgam.pipeline.ReplayRequest;
import org.amalgam.telemetry.LatencyRecorder;
import org.junit.jupiter.api.Test;

class AdjusterTest {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final AdjustmentSettings SETTINGS = AdjustmentSettings.defaults();
    private static final String SHOWN = "fused";

    private final List<FusionGroup> groups = new ArrayList<>();
    private LiveView view;
    private Adjuster adjuster;

    /** A network that has a rate, and a member that counts. */
    private static List<EnsembleMember> members() {
        FakeMember network =
                new FakeMember("lstm", RankerKind.MEMBER, window -> 0) {
                    @Override
                    public boolean hastens() {
                        return true;
                    }
                };
        return List.of(network, new FakeMember("vstan", RankerKind.MEMBER, window -> 0));
    }

    private void begin(String fusion, boolean learn) {
        ReplayRequest request =
                new ReplayRequest(
                        List.of(),
                        FusionRequest.by(fusion),
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        learn,
                        false,
                        1);
        ReplaySetup setup =
                new ReplaySetup(
                        new ListSource(2, List.of()),
                        new ReplaySetup.Span(START, START, Instant.MAX),
                        request,
                        SessionSettings.defaults(),
                        new TrainedMembers(members(), START, Map.of(), Map.of(), new int[2])
                                .lineup(request, FusionSettings.defaults(), Duration.ofSeconds(9)),
                        List.of());
        groups.addAll(setup.lineup().groups().get());
        view =
                new LiveView(
                        Rankers.of(setup.ensemble(), groups),
                        Integer::toString,
                        new LatencyRecorder(10));
        adjuster = new Adjuster(SETTINGS, setup, groups, view);
    }

    private void step(long number, Duration between, boolean opens, Map<String, Boolean> hits) {
        Instant time = START.plus(between.multipliedBy(number));
        Event event = new Event(number, 1, 1, Action.VIEW, time);
        FeatureWindow window =
                new FeatureWindow(1, time, ItemSequence.ofViews(0), ItemSequence.empty());
        Map<String, TargetRank> ranks = new HashMap<>();
        hits.forEach((ranker, hit) -> ranks.put(ranker, new TargetRank(hit ? 1 : 40, 0)));
        FusionWeights weights = groups.get(0).learner().weights();
        StepOutcome outcome =
                new StepOutcome(
                        event,
                        window,
                        opens,
                        true,
                        ranks,
                        Map.of(),
                        Optional.of(new FusedRanking(SHOWN, List.of())),
                        weights,
                        Map.of());
        ScoredStep scored = new ScoredStep(outcome, List.copyOf(hits.keySet()), Map.of());
        view.scored(scored);
        adjuster.scored(scored);
    }

    /** Steps at which this ranker hits at one rate and later at another; others always hit. */
    private void turn(String ranker, Duration between, double before, double after) {
        Random random = new Random(4);
        for (int i = 1; i <= 1_000 && adjuster.made().isEmpty(); i++) {
            boolean hit = random.nextDouble() < (i <= 600 ? before : after);
            Map<String, Boolean> hits =
                    new LinkedHashMap<>(Map.of(SHOWN, true, "lstm", true, "vstan", true));
            hits.put(ranker, hit);
            step(i, between, false, hits);
        }
    }

    private List<Kind> kinds() {
        return adjuster.made().stream()
                .flatMap(one -> one.changes().stream())
                .map(Change::kind)
                .toList();
    }

    @Test
    void whenTheShownRankerFallsEverythingLearnsFasterForAWhile() {
        begin("hedge", true);
        groups.get(0).learner().set(FusionWeights.of(Map.of("lstm", .9, "vstan", .1)));

        turn(SHOWN, Duration.ofMinutes(1), .8, .2);

        assertThat(kinds())
                .containsExactly(
                        Kind.FUSION_RATE, Kind.EVEN_WEIGHTS, Kind.MEMBER_RATES, Kind.WINDOWS);
        Adjustment made = adjuster.made().get(0);
        assertThat(made.ranker()).isEqualTo(SHOWN);
        assertThat(made.cause().isFall()).isTrue();
        assertThat(made.time()).isEqualTo(START.plus(Duration.ofMinutes(made.step())));
        assertThat(groups.get(0).learner().weights().of("lstm"))
                .isCloseTo(.9 + SETTINGS.evenShare() * (.5 - .9), within(1e-12));
        assertThat(adjuster.fusion()).isEqualTo(SETTINGS.fusionRate());
        assertThat(adjuster.member("lstm")).isEqualTo(SETTINGS.memberRate());
        assertThat(adjuster.member("vstan")).isEqualTo(1);
        assertThat(view.quality().get(0).slidingHr20Low())
                .as("the window of the others is cut too, so that all show the same cases")
                .isLessThan(.99);

        for (int i = 0; i < SETTINGS.cases() / 2; i++) {
            step(made.step() + i, Duration.ofMinutes(1), false, Map.of());
        }
        assertThat(adjuster.fusion()).isEqualTo(1 + (SETTINGS.fusionRate() - 1) / 2);
    }

    @Test
    void whenOneMemberFallsItAloneLearnsFaster() {
        begin("hedge", true);

        turn("lstm", Duration.ofMinutes(1), .8, .2);

        assertThat(kinds()).containsExactly(Kind.MEMBER_RATE);
        assertThat(adjuster.member("lstm")).isEqualTo(SETTINGS.memberRate());
        assertThat(adjuster.fusion()).isEqualTo(1);
    }

    @Test
    void aMemberThatHasNoRateIsNotedOnlyAndSoIsARise() {
        begin("hedge", true);
        turn("vstan", Duration.ofMinutes(1), .8, .2);
        assertThat(adjuster.made()).hasSize(1);
        assertThat(kinds()).isEmpty();

        groups.clear();
        begin("hedge", true);
        turn(SHOWN, Duration.ofMinutes(1), .2, .8);
        assertThat(adjuster.made()).hasSize(1);
        assertThat(kinds()).isEmpty();
        assertThat(adjuster.fusion()).isEqualTo(1);
    }

    @Test
    void whatDoesNotLearnIsNotSaidToLearnFaster() {
        begin("weighted", true);
        turn(SHOWN, Duration.ofMinutes(1), .8, .2);
        assertThat(kinds()).containsExactly(Kind.MEMBER_RATES, Kind.WINDOWS);

        groups.clear();
        begin("hedge", false);
        turn(SHOWN, Duration.ofMinutes(1), .8, .2);
        assertThat(kinds()).containsExactly(Kind.WINDOWS);
        assertThat(adjuster.member("lstm")).isEqualTo(1);
    }

    @Test
    void casesCountAndTimeDoesNot() {
        begin("hedge", true);
        turn(SHOWN, Duration.ofMillis(1), .8, .2);
        long inABurst = adjuster.made().get(0).step();
        groups.clear();
        begin("hedge", true);
        turn(SHOWN, Duration.ofDays(2), .8, .2);
        assertThat(adjuster.made().get(0).step()).isEqualTo(inABurst);
    }

    @Test
    void eventsThatOpenASessionAreNotWatched() {
        begin("hedge", true);
        for (int i = 1; i <= 1_000; i++) {
            boolean hit = i <= 500;
            step(i, Duration.ofMinutes(1), true, Map.of(SHOWN, hit, "lstm", hit, "vstan", hit));
        }
        assertThat(adjuster.made()).isEmpty();
    }
}
