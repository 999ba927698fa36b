package org.amalgam.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.amalgam.config.FusionSettings;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.Comparison;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.Item;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.Observation;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.RankerResult;
import org.amalgam.domain.Session;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.UnusableInput;
import org.amalgam.domain.stage.EnsembleMember;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.fusion.FixedWeights;
import org.amalgam.fusion.WeightedFuser;
import org.amalgam.model.Members;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfflineProtocolTest {

    /** Items a to e are trained on; f occurs in the test only. */
    private static final List<String> IDS = List.of("a", "b", "c", "d", "e", "f");

    private final TrainingSet data =
            new TrainingSet(
                    catalogue(),
                    List.of(session(0, 1), session(0, 1), session(1, 2), session(3, 4)));
    private final EnsembleMember markov = trained("markov");
    private final EnsembleMember popularity = trained("pop");

    @TempDir Path directory;

    @Test
    void everyPositionAfterTheFirstIsACase() {
        var outcome =
                run(
                        List.of(markov),
                        List.of(),
                        CaseSink.none(),
                        test("s1", 0, 1, 2),
                        test("s2", 3));

        assertThat(outcome.cases()).isEqualTo(2);
        assertThat(outcome.unseenTargets()).isZero();
        assertThat(outcome.results().get(0).hr20()).isEqualTo(1);
        assertThat(outcome.results().get(0).mrr20()).isEqualTo(1);
    }

    @Test
    void targetsUnseenInTrainingAreLeftOutAndCounted() {
        var outcome = run(List.of(markov), List.of(), CaseSink.none(), test("s", 0, 5, 1));

        assertThat(outcome.cases()).isEqualTo(1);
        assertThat(outcome.unseenTargets()).isEqualTo(1);
    }

    @Test
    void onlyTrainedItemsAreRankedAndTiesShareTheirMeanRank() {
        List<String> told = new ArrayList<>();
        CaseSink sink =
                (caseId, ranker, target, rank, top) ->
                        told.add(
                                caseId
                                        + " "
                                        + ranker
                                        + " "
                                        + IDS.get(target)
                                        + " "
                                        + rank.orElseThrow().meanRank()
                                        + " "
                                        + top.length);

        run(List.of(popularity), List.of(), sink, test("s7", 1, 4));

        // counts: b 3, a 2, then c, d and e once each on ranks 3 to 5
        assertThat(told).containsExactly("s7:1 pop e 4.0 5");
    }

    @Test
    void membersComeBeforeFusedBeforeBaselines() {
        var outcome =
                run(
                        List.of(popularity, markov),
                        List.of(fused()),
                        CaseSink.none(),
                        test("s", 0, 1));

        assertThat(outcome.results())
                .extracting(RankerResult::ranker)
                .containsExactly("fused", "pop", "markov");
        assertThat(outcome.results().get(0).kind()).isEqualTo(RankerKind.FUSED);
    }

    @Test
    void theFusedRankerIsComparedWithAllOthersOnTheSameCases() {
        var outcome =
                run(
                        List.of(popularity, markov),
                        List.of(fused()),
                        CaseSink.none(),
                        test("s", 3, 4),
                        test("t", 0, 1));

        assertThat(outcome.comparisons()).hasSize(6).allMatch(c -> c.a().equals("fused"));
        assertThat(outcome.results()).allMatch(result -> result.cases() == 2);
        Comparison mrr =
                outcome.comparisons().stream()
                        .filter(c -> c.b().equals("pop") && c.metric().equals("mrr20"))
                        .findFirst()
                        .orElseThrow();
        // popularity puts e on 4, b on 1; the fused ranker both on 1
        assertThat(mrr.difference()).isCloseTo(.375, within(1e-12));
        assertThat(mrr.low()).isLessThanOrEqualTo(mrr.difference());
        assertThat(mrr.high()).isGreaterThanOrEqualTo(mrr.difference());
    }

    @Test
    void listsCanBeReadBack() throws IOException {
        Path file = directory.resolve("lists.tsv.gz");
        try (ListsWriter writer = new ListsWriter(file, IDS::get)) {
            run(List.of(popularity), List.of(), writer, test("s", 1, 4));
            writer.ranked("s:9", "markov", 0, java.util.Optional.empty(), new int[0]);
        }

        try (var reader =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8))) {
            assertThat(reader.lines())
                    .containsExactly("s:1\tpop\te\t4.0\tb\ta\tc\td\te", "s:9\tmarkov\ta\tInfinity");
        }
    }

    @Test
    void listsThatCannotBeWrittenAreToldInOneLine() {
        assertThatThrownBy(() -> new ListsWriter(directory, IDS::get))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("--lists");
    }

    @Test
    void twoRankersOfOneNameAreRefused() {
        assertThatThrownBy(
                        () ->
                                run(
                                        List.of(markov, markov),
                                        List.of(),
                                        CaseSink.none(),
                                        test("s", 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("markov");
    }

    @Test
    void ofSequencesOnlyTheLastStepIsACaseAndOwnItemsTakeNoPart() {
        List<String> told = new ArrayList<>();
        TestCases cases = TestCases.ofLastSteps(List.of(test("u", 1, 0, 4)), data);
        new OfflineProtocol(data, List.of(popularity), List.of(), 1)
                .run(
                        cases,
                        Map.of(),
                        (id, ranker, target, rank, top) ->
                                told.add(
                                        id
                                                + " "
                                                + rank.orElseThrow().meanRank()
                                                + " "
                                                + top.length),
                        TaskMonitor.silent());

        // a and b are the user's own; c, d and e have one step each
        assertThat(told).containsExactly("u:2 2.0 3");
    }

    @Test
    void ofSequencesATargetThatTrainingNeverSawIsAMissForEverybodyAndStandsInTheLists()
            throws IOException {
        Path file = directory.resolve("lists.tsv");
        TestCases cases = TestCases.ofLastSteps(List.of(test("u", 0, 1), test("v", 0, 5)), data);
        OfflineProtocol.Outcome outcome;
        try (ListsWriter writer = new ListsWriter(file, IDS::get)) {
            outcome =
                    new OfflineProtocol(data, List.of(markov, popularity), List.of(fused()), 1)
                            .run(cases, Map.of(), writer, TaskMonitor.silent());
        }

        assertThat(outcome.cases()).isEqualTo(2);
        assertThat(outcome.unseenTargets()).isZero();
        assertThat(outcome.misses()).isEqualTo(1);
        assertThat(outcome.results()).hasSize(3);
        assertThat(outcome.results())
                .allSatisfy(
                        result -> {
                            assertThat(result.cases()).isEqualTo(2);
                            assertThat(result.hr20()).isEqualTo(.5);
                        });
        assertThat(outcome.comparisons()).isNotEmpty();
        var unseen = outcome.slices().read().get("item never seen before");
        assertThat(unseen.get("pop")).isEqualTo(new SlicedQuality.Quality(1, 0, 0));
        // a is the user's own; the rest in the order of their counts
        assertThat(Files.readAllLines(file)).contains("v:1\tpop\tf\tInfinity\tb\tc\td\te");
    }

    @Test
    void aMemberThatFailsOrFindsNoNumberAbstainsAndTheOthersGoOn() {
        EnsembleMember failing =
                new Spoilt("failing") {
                    @Override
                    public MemberOutput score(FeatureWindow window, float[] scores) {
                        throw new IllegalStateException("broken");
                    }
                };
        EnsembleMember lost =
                new Spoilt("lost") {
                    @Override
                    public MemberOutput score(FeatureWindow window, float[] scores) {
                        scores[1] = Float.NaN;
                        return new MemberOutput.Scored(name(), scores);
                    }
                };

        var outcome =
                run(List.of(failing, lost, markov), List.of(), CaseSink.none(), test("s", 0, 1));

        assertThat(outcome.figures().get("failing")).containsEntry("abstentions", 1.0);
        assertThat(outcome.figures().get("lost")).containsEntry("abstentions", 1.0);
        assertThat(outcome.figures().get("markov")).containsEntry("abstentions", 0.0);
    }

    /** A member that has learned nothing. */
    private abstract static class Spoilt implements EnsembleMember {

        private final String name;

        Spoilt(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public RankerKind kind() {
            return RankerKind.MEMBER;
        }

        @Override
        public void train(TrainingSet data, TaskMonitor monitor) {}

        @Override
        public void learn(List<Observation> batch) {}

        @Override
        public int learningBatch() {
            return 1;
        }

        @Override
        public void save(Path directory) {}

        @Override
        public void load(Path directory) {}

        @Override
        public void writeState(DataOutputStream out) {}

        @Override
        public void readState(DataInputStream in) {}
    }

    @Test
    void noCasesGiveNoComparisons() {
        var outcome = run(List.of(markov), List.of(), CaseSink.none(), test("s", 0));

        assertThat(outcome.comparisons()).isEmpty();
        assertThat(outcome.results().get(0).cases()).isZero();
    }

    private FusedRanker fused() {
        return new FusedRanker(
                "fused",
                List.of("markov"),
                new WeightedFuser(FusionSettings.defaults()),
                new FixedWeights(FusionWeights.uniform(List.of("markov"))));
    }

    private OfflineProtocol.Outcome run(
            List<EnsembleMember> members,
            List<FusedRanker> fused,
            CaseSink sink,
            TestSession... sessions) {
        return new OfflineProtocol(data, members, fused, 1)
                .run(
                        TestCases.ofSessions(List.of(sessions), data),
                        Map.of("markov", 2.0),
                        sink,
                        TaskMonitor.silent());
    }

    private EnsembleMember trained(String name) {
        EnsembleMember member = Members.create(name, 1);
        member.train(data, TaskMonitor.silent());
        return member;
    }

    private static TestSession test(String id, int... items) {
        return new TestSession(id, session(items));
    }

    private static Session session(int... items) {
        return new Session(0, Instant.EPOCH, ItemSequence.ofViews(items));
    }

    private static Catalogue catalogue() {
        List<Item> items = new ArrayList<>();
        for (String id : IDS) {
            items.add(Item.bare(items.size(), id));
        }
        return new Catalogue(items);
    }
}
