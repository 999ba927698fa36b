package org.amalgam.model.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.amalgam.config.HiddenMarkovSettings;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.Item;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.Session;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.stage.TaskMonitor;
import org.junit.jupiter.api.Test;

class HiddenMarkovTest {

    private static final int ITEMS = 6;

    @Test
    void moreIterationsMakeTheSessionsMoreLikely() {
        ItemCounts popularity = popularity(twoTastes(200));
        List<ItemSequence> sessions = twoTastes(200).stream().map(Session::steps).toList();
        BaumWelch training = new BaumWelch(sessions, popularity.smoothedShares(), 1e-3);

        double before = Double.NEGATIVE_INFINITY;
        for (int iterations = 1; iterations <= 6; iterations++) {
            HmmCounts counts = training.fit(2, iterations, 3, TaskMonitor.silent());
            ForwardBackward pass = new ForwardBackward(training.tables(counts));
            double now = sessions.stream().mapToDouble(pass::logLikelihood).sum();

            assertThat(now).isGreaterThanOrEqualTo(before - 1e-2);
            before = now;
        }
    }

    @Test
    void twoTastesAreFoundAndKeptApart() {
        HiddenMarkov member = trained(List.of(2), twoTastes(300));

        float[] scores = scores(member, 0, 2);

        assertThat(scores[0] + scores[1] + scores[2]).isGreaterThan(.9f);
        assertThat(scores(member, 4)[3]).isGreaterThan(scores(member, 4)[0]);
    }

    @Test
    void scoresAreTheProbabilitiesOfTheNextItem() {
        List<Session> sessions = twoTastes(100);
        ItemCounts popularity = popularity(sessions);
        double smoothing = 7;
        BaumWelch training =
                new BaumWelch(
                        sessions.stream().map(Session::steps).toList(),
                        popularity.smoothedShares(),
                        smoothing);
        HmmCounts counts = training.fit(3, 4, 1, TaskMonitor.silent());
        ForwardBackward pass = new ForwardBackward(training.tables(counts));
        float[] scores = new float[ITEMS];

        HmmModel.of(counts, popularity, smoothing).fill(ItemSequence.ofViews(0, 2), scores);

        double given = pass.logLikelihood(ItemSequence.ofViews(0, 2));
        for (int next = 0; next < ITEMS; next++) {
            double joint = pass.logLikelihood(ItemSequence.ofViews(0, 2, next));
            assertThat((double) scores[next]).isCloseTo(Math.exp(joint - given), within(1e-5));
        }
    }

    @Test
    void aStepLearnedCountsOnceOverAllStates() {
        List<Session> sessions = twoTastes(50);
        HmmCounts counts =
                new BaumWelch(
                                sessions.stream().map(Session::steps).toList(),
                                popularity(sessions).smoothedShares(),
                                1)
                        .fit(2, 3, 1, TaskMonitor.silent());
        HmmModel model = HmmModel.of(counts, popularity(sessions), 1);
        float[] before = new float[ITEMS];
        float[] after = new float[ITEMS];
        model.fill(ItemSequence.ofViews(0), before);
        for (int i = 0; i < 20; i++) {
            model.learn(ItemSequence.ofViews(0), 5);
        }
        model.fill(ItemSequence.ofViews(0), after);

        assertThat(after[5]).isGreaterThan(before[5]);
        assertThat(IntStream.range(0, ITEMS).mapToDouble(i -> after[i]).sum())
                .isCloseTo(1, within(1e-5));
    }

    @Test
    void theNumberOfStatesIsTheOneThatFitsTheValidationSessions() {
        assertThat(trained(List.of(1, 2), twoTastes(400)).states()).isEqualTo(2);
        // nothing to tell apart: more states only learn the noise of the few sessions
        assertThat(trained(List.of(1, 8), oneTaste(100)).states()).isEqualTo(1);
    }

    @Test
    void littleWorkMeansFewerSessionsAndNotNone() {
        HiddenMarkov member =
                new HiddenMarkov(new HiddenMarkovSettings(List.of(2), 5, 1, 1_000, 1), 1);
        member.train(set(twoTastes(100)), TaskMonitor.silent());

        assertThat(IntStream.range(0, ITEMS).mapToDouble(i -> scores(member, 0)[i]).sum())
                .isCloseTo(1, within(1e-5));
    }

    private static HiddenMarkov trained(List<Integer> states, List<Session> sessions) {
        HiddenMarkov member =
                new HiddenMarkov(
                        new HiddenMarkovSettings(states, 30, 1, 100_000, 1_000_000_000), 3);
        member.train(set(sessions), TaskMonitor.silent());
        return member;
    }

    /** Sessions of items 0 to 2, or else of 3 to 5. */
    private static List<Session> twoTastes(int count) {
        Random random = new Random(2);
        List<Session> sessions = new ArrayList<>();
        for (int s = 0; s < count; s++) {
            int taste = 3 * random.nextInt(2);
            sessions.add(session(random.ints(4, taste, taste + 3).toArray()));
        }
        return sessions;
    }

    private static List<Session> oneTaste(int count) {
        Random random = new Random(2);
        return IntStream.range(0, count)
                .mapToObj(s -> session(random.ints(4, 0, ITEMS).toArray()))
                .toList();
    }

    private static Session session(int... items) {
        return new Session(0, Instant.EPOCH, ItemSequence.ofViews(items));
    }

    private static ItemCounts popularity(List<Session> sessions) {
        ItemCounts counts = new ItemCounts(ITEMS);
        for (Session session : sessions) {
            for (int i = 0; i < session.steps().length(); i++) {
                counts.add(session.steps().item(i));
            }
        }
        return counts;
    }

    private static TrainingSet set(List<Session> sessions) {
        List<Item> items = IntStream.range(0, ITEMS).mapToObj(i -> Item.bare(i, "i" + i)).toList();
        return new TrainingSet(new Catalogue(items), sessions);
    }

    private static float[] scores(HiddenMarkov member, int... context) {
        float[] scores = new float[ITEMS];
        Arrays.fill(scores, Float.NaN);
        FeatureWindow window =
                new FeatureWindow(
                        0, Instant.EPOCH, ItemSequence.ofViews(context), ItemSequence.empty());
        assertThat(member.score(window, scores)).isInstanceOf(MemberOutput.Scored.class);
        return scores;
    }
}
