package org.amalgam.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.amalgam.config.FusionSettings;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.RankerResult;
import org.amalgam.domain.Session;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.stage.EnsembleMember;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.fusion.FusionMethod;
import org.amalgam.fusion.FusionMethods;
import org.amalgam.ingest.ItemNumbers;
import org.amalgam.ingest.SessionFile;
import org.amalgam.model.Members;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The baselines on real data against figures that independent implementations reached. */
@Tag("slow")
class BaselineQualityTest {

    private static final Path DATA = Path.of(System.getProperty("amalgam.data", "../shared/data"));

    private static final List<String> NAMES = List.of("pop", "markov", "itemknn");
    private static final double MISS = Double.POSITIVE_INFINITY;

    @Test
    void markovReachesThePublishedFiguresOnYoochoose() {
        Map<String, RankerResult> results = runYoochoose(NAMES);

        RankerResult markov = results.get("markov");
        assertThat(markov.hr20()).isCloseTo(.5833, within(.01));
        assertThat(markov.mrr20()).isCloseTo(.3400, within(.01));
        assertThat(results.get("pop").hr20()).isLessThan(markov.hr20() / 2);
        assertThat(results.get("itemknn").hr20()).isGreaterThan(.65);
    }

    /** Others reached .6875 / .3762, .6918 / .3696 and .6176 / .3512 (HR@20 / MRR@20). */
    @Test
    void neighboursAndRulesReachThePublishedFiguresOnYoochoose() {
        Map<String, RankerResult> results = runYoochoose(List.of("vstan", "vsknn", "rules"));

        assertThat(results.get("vstan").hr20()).isGreaterThanOrEqualTo(.685);
        assertThat(results.get("vstan").mrr20()).isGreaterThanOrEqualTo(.375);
        assertThat(results.get("vsknn").hr20()).isGreaterThan(.685);
        assertThat(results.get("vsknn").mrr20()).isGreaterThan(.36);
        assertThat(results.get("rules").hr20()).isGreaterThan(.6176);
        assertThat(results.get("rules").mrr20()).isCloseTo(.3512, within(.01));
    }

    /** Others reached .1319 / .0920 and .0140 / .0045 (HR@20 / MRR@20). */
    @Test
    void theStreamsFiguresAreReachedOnRetailRocket() throws IOException {
        Path log = DATA.resolve("retailrocket_mb_events.csv.gz");
        assumeTrue(Files.exists(log), log + " is not there");
        Map<String, SlidingQuality> quality = new LinkedHashMap<>();
        List<EnsembleMember> members = new ArrayList<>();
        for (String name : NAMES) {
            members.add(Members.create(name, 1));
            quality.put(name, new SlidingQuality(100_000));
        }
        new RetailRocketStream(log)
                .run(
                        members,
                        .8,
                        1,
                        found ->
                                quality.forEach(
                                        (name, sum) ->
                                                sum.add(
                                                        found.map(answer -> answer.rank(name))
                                                                .orElse(MISS))));

        assertThat(quality.get("pop").read().mrr20()).isCloseTo(.0045, within(.0005));
        assertThat(quality.get("markov").read().hr20()).isGreaterThan(.1319);
        assertThat(quality.get("markov").read().mrr20()).isGreaterThan(.0920);
        assertThat(quality.get("itemknn").read().hr20()).isGreaterThan(.21);
        assertThat(quality.get("itemknn").read().mrr20()).isGreaterThan(.095);
    }

    /** MRR@20 over cases with a known target .1621 against .1325: +.0296 (.0224 to .0357). */
    @Test
    void hedgeFusionOfTheBaselinesRanksBetterThanTheBestOfThem() throws IOException {
        Path log = DATA.resolve("retailrocket_mb_events.csv.gz");
        assumeTrue(Files.exists(log), log + " is not there");
        RetailRocketStream stream = new RetailRocketStream(log);
        List<EnsembleMember> members = NAMES.stream().map(name -> Members.create(name, 1)).toList();
        FusionMethod hedge =
                FusionMethods.create(
                        "hedge", FusionWeights.uniform(NAMES), FusionSettings.defaults());
        float[] scores = new float[stream.itemCount()];
        Metric mrr = new Metric(Metric.Kind.MRR, 20);
        DoubleArrayList fused = new DoubleArrayList();
        DoubleArrayList best = new DoubleArrayList();
        IntArrayList users = new IntArrayList();
        stream.run(
                members,
                .8,
                1,
                found ->
                        found.ifPresent(
                                answer -> {
                                    var weights = hedge.learner().weights();
                                    hedge.fuser()
                                            .fuse(
                                                    answer.window(),
                                                    answer.outputs(),
                                                    weights,
                                                    scores);
                                    var rank =
                                            TargetRanks.rank(
                                                    scores, answer.seen(), answer.target());
                                    fused.add(mrr.of(rank.meanRank()));
                                    best.add(mrr.of(answer.rank("itemknn")));
                                    users.add(answer.window().user());
                                    hedge.learner().learn(answer.ranks());
                                }));

        var difference =
                PairedBootstrap.seeded(1)
                        .compare(
                                fused.toDoubleArray(),
                                best.toDoubleArray(),
                                users.toIntArray(),
                                3_000);

        assertThat(difference.interval().low()).isPositive();
    }

    private static Map<String, RankerResult> runYoochoose(List<String> names) {
        Path train = DATA.resolve("yoochoose100k_train.tsv.gz");
        Path test = DATA.resolve("yoochoose100k_test.tsv.gz");
        assumeTrue(Files.exists(train), train + " is not there");
        ItemNumbers items = new ItemNumbers();
        List<Session> sessions =
                SessionFile.read(train, items).stream().map(SessionFile.Read::session).toList();
        List<TestSession> tests =
                SessionFile.readTest(test, items).stream()
                        .map(read -> new TestSession(read.id(), read.session()))
                        .toList();
        TrainingSet data = new TrainingSet(items.catalogue(), sessions);
        List<EnsembleMember> members = new ArrayList<>();
        for (String name : names) {
            EnsembleMember member = Members.create(name, 1);
            member.train(data, TaskMonitor.silent());
            members.add(member);
        }
        var outcome =
                new OfflineProtocol(data, members, List.of(), 1)
                        .run(
                                TestCases.ofSessions(tests, data),
                                Map.of(),
                                CaseSink.none(),
                                TaskMonitor.silent());
        Map<String, RankerResult> byName = new LinkedHashMap<>();
        outcome.results().forEach(result -> byName.put(result.ranker(), result));
        return byName;
    }
}
