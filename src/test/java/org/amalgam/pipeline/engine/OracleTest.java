package org.amalgam.pipeline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amalgam.domain.Action;
import org.amalgam.domain.Event;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.StepOutcome;
import org.amalgam.domain.TargetRank;
import org.amalgam.domain.UnusableInput;
import org.amalgam.simulate.BestRanks;
import org.amalgam.simulate.ClickTruth;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OracleTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    @TempDir Path truth;
    private final QualityRecorder quality =
            new QualityRecorder(
                    new LinkedHashMap<>(Map.of(Oracle.NAME, RankerKind.BASELINE)),
                    new int[4],
                    Optional.empty());
    private Oracle oracle;

    @BeforeEach
    void writeTruth() throws IOException {
        Files.writeString(truth.resolve("drift.csv"), "time,scope,who,what,from,to\n");
        ListSource source = new ListSource(4, List.of());
        String line =
                String.join(
                        ",",
                        NOW.toString(),
                        source.userId(1),
                        source.catalogue().item(2).id(),
                        "view",
                        "4.0");
        Files.writeString(truth.resolve("best.csv"), "time,user,item,action,rank\n" + line + "\n");
        writeClicks();
        oracle = new Oracle(BestRanks.read(truth), ClickTruth.read(truth), source);
    }

    /**
     * A shopper who would click whatever is seen, and items without anything to tell them apart.
     */
    private void writeClicks() throws IOException {
        Files.writeString(
                truth.resolve("clicks.json"),
                "{\"parameters\": {\"intercept\": 40, \"tasteWeight\": 0, \"kindWeight\": 0,"
                        + " \"brandWeight\": 0, \"priceWeight\": 0, \"examinationPower\": 1,"
                        + " \"cartGivenClick\": 0, \"purchaseGivenCart\": 0}}");
        ListSource source = new ListSource(4, List.of());
        StringBuilder items = new StringBuilder("item,brand,kind,price_level,traits\n");
        source.catalogue().items().forEach(i -> items.append(i.id()).append(",b,k,0,0\n"));
        Files.writeString(truth.resolve("items.csv"), items);
        Files.writeString(
                truth.resolve("users.csv"),
                "user,price_level,favourite_kinds,favourite_brands,taste\n"
                        + source.userId(1)
                        + ",0,k,b,0\n");
    }

    @Test
    void clicksAreCountedOfTheShopperWhoWasThere() {
        Engagement engagement = oracle.engagement();
        engagement.scored(step(2, true, true, Map.of("a", new int[] {0, 3}, "b", new int[] {1})));
        engagement.scored(step(2, true, true, Map.of("a", new int[] {0})));
        engagement.scored(step(2, true, false, Map.of("b", new int[] {0, 1, 2})));

        assertThat(engagement.mean("a")).isCloseTo((1.5 + 1) / 2, within(1e-9));
        assertThat(engagement.mean("b")).isCloseTo(1, within(1e-9));
        assertThat(engagement.mean("nobody")).isZero();
    }

    @Test
    void itsRankIsWhatTheSimulatorWroteOfThisVeryEvent() {
        assertThat(oracle.with(step(2, true, true)).outcome().ranks())
                .containsEntry(Oracle.NAME, new TargetRank(4, 0));
        assertThat(oracle.with(step(3, true, true)).outcome().ranks()).isEmpty();
        assertThat(oracle.seasonTurn()).isEmpty();
    }

    @Test
    void anItemNeverSeenBeforeIsAMissForItToo() {
        quality.scored(oracle.with(step(2, true, true)));
        quality.scored(oracle.with(step(2, false, true)));

        var result = quality.results(4, Map.of()).get(0);
        assertThat(result.cases()).isEqualTo(2);
        assertThat(result.hr20()).isEqualTo(.5);
        assertThat(result.mrr20()).isEqualTo(.125);
    }

    @Test
    void itIsNotJudgedByWhatOpensASession() {
        quality.scored(oracle.with(step(2, true, false)));

        assertThat(quality.slices().read()).isEmpty();
    }

    @Test
    void aFolderThatSimulateDidNotWriteIsRefused() {
        assertThatThrownBy(() -> BestRanks.read(truth.resolve("elsewhere")))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("--truth");
    }

    private static ScoredStep step(int item, boolean known, boolean inSession) {
        return step(item, known, inSession, Map.of());
    }

    private static ScoredStep step(
            int item, boolean known, boolean inSession, Map<String, int[]> tops) {
        ItemSequence session = inSession ? ItemSequence.ofViews(1) : ItemSequence.empty();
        StepOutcome outcome =
                new StepOutcome(
                        new Event(0, 1, item, Action.VIEW, NOW),
                        new FeatureWindow(1, NOW, session, ItemSequence.empty()),
                        !inSession,
                        known,
                        Map.of(),
                        Map.of(),
                        Optional.empty(),
                        FusionWeights.of(Map.of("vstan", 1.0)),
                        Map.of());
        return new ScoredStep(outcome, List.of(), tops);
    }
}
