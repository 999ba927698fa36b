package org.amalgam.model.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.amalgam.config.NeighbourSettings;
import org.amalgam.domain.Action;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.Event;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.Item;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.Observation;
import org.amalgam.domain.Session;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.stage.EnsembleMember;
import org.amalgam.domain.stage.TaskMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselinesTest {

    private static final int ITEMS = 5;

    @TempDir Path directory;

    @Test
    void popularityIsTheShareOfAllEvents() {
        float[] scores = scores(train(new Popularity(), session(0, 1, 1), session(1, 2)));

        // five events; one more in the denominator
        assertThat(scores).containsExactly(new float[] {1 / 6f, 3 / 6f, 1 / 6f, 0, 0}, EPS);
    }

    @Test
    void popularityAnswersEvenWithoutContext() {
        assertThat(train(new Popularity(), session(1)).score(window(), new float[ITEMS]))
                .isInstanceOf(MemberOutput.Scored.class);
    }

    @Test
    void markovSmoothsTransitionsByPopularity() {
        EnsembleMember markov =
                train(new MarkovChain(), session(0, 1), session(0, 1), session(0, 2));

        float[] scores = scores(markov, 3, 0);

        // n(0→·) = 3; six events: 0 three times, 1 twice, 2 once; μ = 1
        assertThat(scores[1]).isCloseTo((float) ((2 + 2 / 7.0) / 4), within(1e-6f));
        assertThat(scores[2]).isCloseTo((float) ((1 + 1 / 7.0) / 4), within(1e-6f));
        assertThat(scores[0]).isCloseTo((float) (3 / 7.0 / 4), within(1e-6f));
        assertThat(scores[4]).isZero();
    }

    @Test
    void oneTransitionOutweighsAnyPopularity() {
        List<Session> sessions = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            sessions.add(session(3));
        }
        sessions.add(session(0, 4));
        EnsembleMember markov = train(new MarkovChain(), sessions.toArray(Session[]::new));

        float[] scores = scores(markov, 0);

        assertThat(scores[4]).isGreaterThan(scores[3]);
        assertThat(scores[3]).isGreaterThan(scores[1]);
    }

    @Test
    void rowsNeverSeenBackOffToPopularityWhole() {
        EnsembleMember markov = train(new MarkovChain(), session(0, 1, 1), session(3, 2));
        EnsembleMember popularity = train(new Popularity(), session(0, 1, 1), session(3, 2));

        // nothing ever followed item 2, nor item 4, which never occurred
        assertThat(scores(markov, 2)).containsExactly(scores(popularity, 2), EPS);
        assertThat(scores(markov, 4)).containsExactly(scores(popularity, 4), EPS);
    }

    @Test
    void theThinnerARowTheMorePopularityCounts() {
        List<Session> sessions = new ArrayList<>(List.of(session(0, 2)));
        for (int i = 0; i < 50; i++) {
            sessions.add(session(1, 3));
        }
        EnsembleMember markov = train(new MarkovChain(), sessions.toArray(Session[]::new));

        // item 4 apart, what is left for the items that never followed: μ / (n + μ)
        assertThat(scores(markov, 0)[1]).isCloseTo(50 / 103f / 2, EPS);
        assertThat(scores(markov, 1)[0]).isCloseTo(1 / 103f / 51, EPS);
    }

    @Test
    void rulesWeighPairsByTheStepsBetween() {
        EnsembleMember rules = train(new SequentialRules(), session(0, 1, 2), session(0, 2));

        float[] scores = scores(rules, 0);

        // w(0→1) = 1, w(0→2) = 1/2 + 1; μ = 1/10; five events, one more in the denominator
        double sum = 2.5 + .1;
        assertThat((double) scores[1]).isCloseTo((1 + .1 * 1 / 6) / sum, within(1e-6));
        assertThat((double) scores[2]).isCloseTo((1.5 + .1 * 2 / 6) / sum, within(1e-6));
        assertThat((double) scores[0]).isCloseTo(.1 * 2 / 6 / sum, within(1e-6));
        assertThat(scores[4]).isZero();
    }

    @Test
    void rulesReachTenStepsAndNoFurther() {
        EnsembleMember rules =
                train(
                        new SequentialRules(),
                        session(3, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1),
                        session(2, 2, 2));

        assertThat(scores(rules, 4)[1]).isGreaterThan(scores(rules, 4)[2]);
        assertThat(scores(rules, 3)[1]).isLessThan(scores(rules, 3)[2]);
    }

    @Test
    void transitionsDoNotCrossSessions() {
        EnsembleMember markov = train(new MarkovChain(), session(0), session(1));

        markov.learn(List.of(observation(2)));

        float[] after0 = scores(markov, 0);
        assertThat(after0[0]).isEqualTo(after0[1]).isEqualTo(after0[2]);
    }

    @Test
    void neighboursAreScoredByCosine() {
        NeighbourSettings settings = new NeighbourSettings(2, 0.5, 1, 10);
        EnsembleMember neighbours =
                train(new ItemNeighbours(settings), session(0, 1), session(0, 1, 2), session(2, 3));

        float[] scores = scores(neighbours, 2, 0);

        // n(0) = 2, n(1) = 2, n(2) = 2, n(3) = 1; last item 0, then 2 at half weight
        double sim01 = 2 / (2 + 1.0);
        double sim21 = 1 / (2 + 1.0);
        double sim23 = 1 / (Math.sqrt(2) + 1);
        assertThat((double) scores[1]).isCloseTo(sim01 + sim21 / 2, within(1e-5));
        assertThat((double) scores[3]).isCloseTo(sim23 / 2, within(1e-5));
        assertThat((double) scores[4]).isZero();
    }

    @Test
    void anItemThatReturnsIsItsOwnNeighbour() {
        EnsembleMember neighbours =
                train(
                        new ItemNeighbours(NeighbourSettings.defaults()),
                        session(0, 0),
                        session(0, 1));

        float[] scores = scores(neighbours, 0);

        assertThat(scores[0]).isPositive().isGreaterThan(scores[2]);
    }

    @Test
    void liveEventsCountLikeTrainedOnes() {
        for (EnsembleMember[] pair : pairs()) {
            train(pair[0], session(4), session(0, 1, 2));
            train(pair[1], session(4));
            pair[1].learn(List.of(observation(0)));
            pair[1].learn(List.of(observation(1, 0)));
            pair[1].learn(List.of(observation(2, 0, 1)));

            assertThat(scores(pair[1], 0, 1)).isEqualTo(scores(pair[0], 0, 1));
        }
    }

    private static List<EnsembleMember[]> pairs() {
        return List.of(
                new EnsembleMember[] {new Popularity(), new Popularity()},
                new EnsembleMember[] {new MarkovChain(), new MarkovChain()},
                new EnsembleMember[] {new SequentialRules(), new SequentialRules()},
                new EnsembleMember[] {
                    new ItemNeighbours(NeighbourSettings.defaults()),
                    new ItemNeighbours(NeighbourSettings.defaults())
                });
    }

    @Test
    void withoutContextOnlyPopularityHasSomethingToSay() {
        assertThat(train(new MarkovChain(), session(0, 1)).score(window(), new float[ITEMS]))
                .isInstanceOf(MemberOutput.Abstained.class);
    }

    @Test
    void aCutOffFileIsToldAndTheMemberStaysUntrained() throws IOException {
        train(new MarkovChain(), session(0, 1), session(2, 1)).save(directory);
        Path file = directory.resolve("markov.bin");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 3));
        MarkovChain loaded = new MarkovChain();

        assertThatThrownBy(() -> loaded.load(directory))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("markov.bin: cut off");
        assertThat(loaded.score(window(0), new float[ITEMS]))
                .isInstanceOf(MemberOutput.Abstained.class);
    }

    @Test
    void aFileOfAnotherVersionIsTold() throws IOException {
        train(new Popularity(), session(0, 1)).save(directory);
        Path file = directory.resolve("pop.bin");
        byte[] bytes = Files.readAllBytes(file);
        bytes[7] = 99; // last byte of the version
        Files.write(file, bytes);

        assertThatThrownBy(() -> new Popularity().load(directory))
                .hasMessageContaining("version 99 instead of 2");
    }

    @Test
    void equalCountsGiveEqualFilesWhateverTheOrder() throws IOException {
        Path one = Files.createDirectory(directory.resolve("one"));
        Path other = Files.createDirectory(directory.resolve("other"));
        train(new MarkovChain(), session(0, 1), session(0, 2), session(0, 3)).save(one);
        train(new MarkovChain(), session(0, 3), session(0, 2), session(0, 1)).save(other);

        assertThat(one.resolve("markov.bin")).hasSameBinaryContentAs(other.resolve("markov.bin"));
    }

    @Test
    void scoresForAnotherCatalogueAreRefused() {
        EnsembleMember popularity = train(new Popularity(), session(0));

        assertThatThrownBy(() -> popularity.score(window(0), new float[ITEMS + 1]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static final org.assertj.core.data.Offset<Float> EPS = within(1e-6f);

    private static EnsembleMember train(EnsembleMember member, Session... sessions) {
        List<Item> items = IntStream.range(0, ITEMS).mapToObj(i -> Item.bare(i, "i" + i)).toList();
        member.train(
                new TrainingSet(new Catalogue(items), List.of(sessions)), TaskMonitor.silent());
        return member;
    }

    private static Session session(int... items) {
        return new Session(0, Instant.EPOCH, ItemSequence.ofViews(items));
    }

    private static FeatureWindow window(int... items) {
        return new FeatureWindow(
                0, Instant.EPOCH, ItemSequence.ofViews(items), ItemSequence.empty());
    }

    private static Observation observation(int revealed, int... before) {
        return new Observation(
                window(before), new Event(0, 0, revealed, Action.VIEW, Instant.EPOCH));
    }

    private static float[] scores(EnsembleMember member, int... context) {
        float[] scores = new float[ITEMS];
        assertThat(member.score(window(context), scores)).isInstanceOf(MemberOutput.Scored.class);
        return scores;
    }
}
