package org.amalgam.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.amalgam.config.NetworkSettings;
import org.amalgam.config.NetworkSettings.Loss;
import org.amalgam.domain.Action;
import org.amalgam.domain.Event;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.MemberOutput.Abstained;
import org.amalgam.domain.MemberOutput.Scored;
import org.amalgam.domain.Observation;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.model.cnn.CnnMember;
import org.amalgam.model.gan.GanMember;
import org.amalgam.model.lstm.LstmMember;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for each of the three networks. */
class NetworkMemberTest {

    private static final int ITEMS = 40;
    private static final TrainingSet DATA = Toy.grammar(300, ITEMS, 11);

    /** Makes a member. */
    interface Factory extends BiFunction<NetworkSettings, Long, NetworkMember> {}

    static Stream<Named<Factory>> members() {
        return Stream.of(
                Named.of("lstm", LstmMember::create),
                Named.of("cnn", CnnMember::create),
                Named.of("gan", GanMember::create));
    }

    @ParameterizedTest
    @MethodSource("members")
    void learnsAGrammar(Factory factory) {
        try (NetworkMember member = factory.apply(Toy.settings(Loss.CROSS_ENTROPY), 1L)) {
            member.train(DATA, TaskMonitor.silent());

            assertThat(hitRate(member)).isGreaterThan(0.9);
        }
    }

    @ParameterizedTest
    @MethodSource("members")
    void sameSeedAndDataGiveTheSameOutputs(Factory factory) {
        try (NetworkMember first = trained(factory);
                NetworkMember second = trained(factory)) {
            assertThat(scores(first)).containsExactly(scores(second));
            learnABit(first);
            learnABit(second);
            assertThat(scores(first)).containsExactly(scores(second));
        }
    }

    @ParameterizedTest
    @MethodSource("members")
    void aLoadedMemberGoesOnExactlyAsTheSavedOne(Factory factory, @TempDir Path directory)
            throws IOException {
        try (NetworkMember saved = trained(factory);
                NetworkMember loaded = factory.apply(brief(), 99L)) {
            learnABit(saved);
            saved.save(directory);
            loaded.load(directory);

            assertThat(scores(loaded)).containsExactly(scores(saved));
            learnABit(saved);
            learnABit(loaded);
            assertThat(scores(loaded)).containsExactly(scores(saved));
        }
    }

    @ParameterizedTest
    @MethodSource("members")
    void servedScoresAreTheNetworksOwn(Factory factory) {
        try (NetworkMember member = trained(factory)) {
            learnABit(member);
            NetworkModel model = member.model();
            ItemSequence steps = ItemSequence.ofViews(3, 24, 11);
            PackedBatch batch = PackedBatch.ofExamples(List.of(new PackedBatch.Example(steps, 0)));
            float[] inputs = new float[3 * 16];
            float[] queries = new float[3 * 16];
            model.inputs.gather(batch, inputs);
            model.encoder.forward(batch, inputs, queries, -1);
            model.addSkip(inputs, queries, queries.length);
            float[] served = scores(member, Toy.window(3, 24, 11));

            for (int item = 0; item < ITEMS; item++) {
                float own = model.biases.values()[item];
                for (int j = 0; j < 16; j++) {
                    own += 4 * queries[2 * 16 + j] * model.items.values()[item * 16 + j];
                }
                assertThat(served[item]).isCloseTo(own, within(1e-4f * Math.max(1, Math.abs(own))));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("members")
    void fineTuningTurnsToWhatIsRevealed(Factory factory) {
        try (NetworkMember member = trained(factory)) {
            float before = share(member, 5);
            for (int i = 0; i < 10; i++) {
                learnABit(member);
            }

            assertThat(share(member, 5)).isGreaterThan(before);
        }
    }

    @ParameterizedTest
    @MethodSource("members")
    void anEmptyWindowOrNoTrainingMakesItAbstain(Factory factory) {
        FeatureWindow empty =
                new FeatureWindow(0, Instant.EPOCH, ItemSequence.empty(), ItemSequence.empty());
        try (NetworkMember member = factory.apply(brief(), 1L)) {
            float[] scores = new float[ITEMS];
            assertThat(member.score(Toy.window(1), scores)).isInstanceOf(Abstained.class);

            member.train(DATA, TaskMonitor.silent());

            assertThat(member.score(empty, scores)).isInstanceOf(Abstained.class);
            assertThat(member.score(Toy.window(1), scores)).isInstanceOf(Scored.class);
        }
    }

    @ParameterizedTest
    @MethodSource("members")
    void cancellingLeavesItUntrained(Factory factory) {
        try (NetworkMember member = trained(factory)) {
            assertThatThrownBy(() -> member.train(DATA, new CancelAfter(3)))
                    .isInstanceOf(CancellationException.class);

            assertThat(member.score(Toy.window(1), new float[ITEMS])).isInstanceOf(Abstained.class);
        }
    }

    private static final class CancelAfter implements TaskMonitor {

        private int left;

        CancelAfter(int checks) {
            this.left = checks;
        }

        @Override
        public void progress(String what, long done, long total) {}

        @Override
        public boolean cancelled() {
            return left-- <= 0;
        }
    }

    /** Two epochs with dropout, of which validation may choose one. */
    private static NetworkSettings brief() {
        return new NetworkSettings(
                16,
                6,
                2,
                32,
                20,
                0.5,
                Loss.CROSS_ENTROPY,
                0.1,
                1,
                0.2,
                0.1,
                0.1,
                4,
                0.5,
                0,
                0.5,
                4,
                0.1,
                1);
    }

    private static NetworkMember trained(Factory factory) {
        NetworkMember member = factory.apply(brief(), 7L);
        member.train(DATA, TaskMonitor.silent());
        return member;
    }

    /** After 3, 24 or 8 came item 5. */
    private static void learnABit(NetworkMember member) {
        List<Observation> seen = new ArrayList<>();
        for (int item : new int[] {3, 24, 8}) {
            seen.add(
                    new Observation(
                            Toy.window(1, item), new Event(0, 0, 5, Action.VIEW, Instant.EPOCH)));
        }
        member.learn(seen);
        member.publish();
    }

    private static double hitRate(NetworkMember member) {
        int hits = 0;
        for (int item = 0; item < ITEMS; item++) {
            float[] scores = scores(member, Toy.window(item));
            int best = 0;
            for (int i = 1; i < ITEMS; i++) {
                best = scores[i] > scores[best] ? i : best;
            }
            hits += best == Toy.successor(item, ITEMS) ? 1 : 0;
        }
        return hits / (double) ITEMS;
    }

    /** The softmax share of an item after 1, 3. */
    private static float share(NetworkMember member, int item) {
        float[] scores = scores(member);
        double sum = 0;
        for (float score : scores) {
            sum += Math.exp(score);
        }
        return (float) (Math.exp(scores[item]) / sum);
    }

    private static float[] scores(NetworkMember member) {
        return scores(member, Toy.window(1, 3));
    }

    private static float[] scores(NetworkMember member, FeatureWindow window) {
        float[] scores = new float[ITEMS];
        assertThat(member.score(window, scores)).isInstanceOf(Scored.class);
        return scores;
    }
}
