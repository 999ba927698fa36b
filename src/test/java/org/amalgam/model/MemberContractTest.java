package org.amalgam.model;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.amalgam.config.MemberSettings;
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
import org.amalgam.domain.UnusableInput;
import org.amalgam.domain.stage.EnsembleMember;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.model.Members.Listing;
import org.amalgam.model.network.Toy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One list of checks over every member there is. */
class MemberContractTest {

    private static final int ITEMS = 40;
    private static final Instant NOON = Instant.parse("2024-05-01T12:00:00Z");
    private static final TrainingSet SAMPLE = sample();

    /** Every network with as much choice as it ships with, but tiny. */
    private static final MemberSettings TINY =
            Members.shippedSettings().withNetworks(own -> Toy.settings(own.loss()));

    @TempDir Path directory;

    static Stream<Listing> members() {
        return Members.all().stream();
    }

    private static EnsembleMember create(Listing listing, long seed) {
        return Members.create(listing.name(), seed, TINY);
    }

    private static EnsembleMember trained(Listing listing, long seed) {
        EnsembleMember member = create(listing, seed);
        member.train(SAMPLE, TaskMonitor.silent());
        return member;
    }

    @ParameterizedTest
    @MethodSource("members")
    void nameKindAndTypeAgreeWithTheList(Listing listing) {
        try (EnsembleMember member = create(listing, 1)) {
            assertThat(member.name()).isEqualTo(listing.name());
            assertThat(member.kind()).isEqualTo(listing.kind());
            assertThat(member).isExactlyInstanceOf(listing.type());
            assertThat(member.learningBatch()).isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("members")
    void abstainsUntilItIsTrained(Listing listing) {
        try (EnsembleMember member = create(listing, 1)) {
            MemberOutput output = member.score(window(3, 4), new float[ITEMS]);

            assertThat(output).isInstanceOf(MemberOutput.Abstained.class);
            assertThat(output.member()).isEqualTo(listing.name());
        }
    }

    @ParameterizedTest
    @MethodSource("members")
    void everyScoreIsFiniteAndFilled(Listing listing) {
        try (EnsembleMember member = trained(listing, 1)) {
            float[] scores = new float[ITEMS];
            Arrays.fill(scores, Float.NaN);

            MemberOutput output = member.score(window(3, 4, 3), scores);

            assertThat(output).isEqualTo(new MemberOutput.Scored(listing.name(), scores));
            for (float score : scores) {
                assertThat(score).isFinite();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("members")
    void severalWindowsAtOnceGiveWhatEachGivesAlone(Listing listing) {
        try (EnsembleMember member = trained(listing, 1)) {
            List<FeatureWindow> windows = new ArrayList<>();
            for (int i = 0; i < 11; i++) {
                windows.add(i % 4 == 2 ? window() : window(1 + i % 5, 3, 4));
            }
            float[][] scores = new float[windows.size()][ITEMS];
            List<MemberOutput> outputs = member.scoreAll(windows, scores);
            for (int i = 0; i < windows.size(); i++) {
                float[] alone = scores(member, windows.get(i));
                assertThat(outputs.get(i) instanceof MemberOutput.Scored ? scores[i] : new float[0])
                        .as("window %d", i)
                        .isEqualTo(alone);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("members")
    void whatTheBufferHeldBeforeDoesNotMatter(Listing listing) {
        try (EnsembleMember member = trained(listing, 1)) {
            float[] zeros = new float[ITEMS];
            float[] large = new float[ITEMS];
            Arrays.fill(large, 1e6f);
            member.score(window(3, 4), zeros);
            member.score(window(3, 4), large);

            assertThat(large).isEqualTo(zeros);
        }
    }

    @ParameterizedTest
    @MethodSource("members")
    void anEmptyWindowIsNoError(Listing listing) {
        try (EnsembleMember member = trained(listing, 1)) {
            float[] scores = new float[ITEMS];

            MemberOutput output = member.score(window(), scores);

            if (output instanceof MemberOutput.Scored) {
                assertThat(scores).doesNotContain(Float.NaN);
            } else {
                assertThat(((MemberOutput.Abstained) output).reason()).isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("members")
    void itemsThatNeverOccurredDoNoHarm(Listing listing) {
        try (EnsembleMember member = trained(listing, 1)) {
            assertThat(allFinite(replay(member, List.of(observation(5, ITEMS - 1, ITEMS - 2)))))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("members")
    void sameSeedAndCallsGiveTheSameOutputs(Listing listing) {
        try (EnsembleMember first = trained(listing, 42);
                EnsembleMember second = trained(listing, 42)) {
            assertSame(replay(first, live(40)), replay(second, live(40)));
        }
    }

    @ParameterizedTest
    @MethodSource("members")
    void scoringChangesNothing(Listing listing) {
        try (EnsembleMember asked = trained(listing, 42);
                EnsembleMember quiet = trained(listing, 42)) {
            for (int i = 0; i < 5; i++) {
                asked.score(window(i, i + 1), new float[ITEMS]);
            }

            assertSame(replay(asked, live(20)), replay(quiet, live(20)));
        }
    }

    /** Windows share storage with the steps after them, so a wrong offset would leak these. */
    @ParameterizedTest
    @MethodSource("members")
    void whatComesAfterTheWindowCannotLeak(Listing listing) {
        try (EnsembleMember member = trained(listing, 42)) {
            ItemSequence one = ItemSequence.ofViews(1, 3, 4, 7, 9);
            ItemSequence other = ItemSequence.ofViews(1, 3, 4, 20, 21);

            assertThat(scores(member, within(one.prefix(3))))
                    .isEqualTo(scores(member, within(other.prefix(3))))
                    .isEqualTo(scores(member, window(1, 3, 4)));
        }
    }

    @ParameterizedTest
    @MethodSource("members")
    void filledScoresStayAsTheyAreWhenTheMemberLearns(Listing listing) {
        try (EnsembleMember member = trained(listing, 42)) {
            float[] before = scores(member, window(3, 4));
            float[] copy = before.clone();
            learn(member, live(3 * member.learningBatch()));

            assertThat(before).isEqualTo(copy);
        }
    }

    @ParameterizedTest
    @MethodSource("members")
    void learningAfterTrainingMovesScores(Listing listing) {
        try (EnsembleMember member = trained(listing, 42)) {
            float[] before = scores(member, window(3, 4));
            learn(member, live(4 * member.learningBatch()));

            assertThat(scores(member, window(3, 4))).isNotEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("members")
    void trainingAgainForgetsWhatWasLearned(Listing listing) {
        try (EnsembleMember again = trained(listing, 42);
                EnsembleMember fresh = trained(listing, 42)) {
            learn(again, live(30));
            again.train(SAMPLE, TaskMonitor.silent());

            assertThat(scores(again, window(3, 4))).isEqualTo(scores(fresh, window(3, 4)));
        }
    }

    @ParameterizedTest
    @MethodSource("members")
    void aLoadedMemberGoesOnExactlyAsTheSavedOne(Listing listing) throws IOException {
        try (EnsembleMember saved = trained(listing, 42);
                EnsembleMember loaded = create(listing, 7)) {
            learn(saved, live(3 * saved.learningBatch()));
            saved.save(directory);
            loaded.load(directory);

            assertThat(scores(loaded, window(3, 4))).isEqualTo(scores(saved, window(3, 4)));
            assertSame(replay(loaded, live(60)), replay(saved, live(60)));
        }
    }

    @ParameterizedTest
    @MethodSource("members")
    void aMemberPutBackGoesOnExactlyAsItDidFromThere(Listing listing) throws IOException {
        try (EnsembleMember member = trained(listing, 42)) {
            learn(member, live(3 * member.learningBatch()));
            byte[] there = state(member);
            List<float[]> first = replay(member, live(60));
            byte[] later = state(member);
            assertThat(later).isNotEqualTo(there);

            member.readState(new DataInputStream(new ByteArrayInputStream(there)));
            assertThat(state(member)).isEqualTo(there);
            assertSame(replay(member, live(60)), first);
            assertThat(state(member)).isEqualTo(later);
        }
    }

    private static byte[] state(EnsembleMember member) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        member.writeState(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @MethodSource("members")
    void loadingFromNowhereFails(Listing listing) {
        try (EnsembleMember member = create(listing, 1)) {
            assertThatThrownBy(() -> member.load(directory)).isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("members")
    void aCancelledTrainingLeavesItUntrained(Listing listing) {
        try (EnsembleMember member = create(listing, 1)) {
            assertThatThrownBy(() -> member.train(SAMPLE, new Cancelling()))
                    .isInstanceOf(CancellationException.class);
            assertThat(member.score(window(3), new float[ITEMS]))
                    .isInstanceOf(MemberOutput.Abstained.class);
        }
    }

    @Test
    void everyImplementationIsListed() {
        Set<String> found =
                new ClassFileImporter()
                                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                .importPackages("org.amalgam.model")
                                .stream()
                                .filter(type -> type.isAssignableTo(EnsembleMember.class))
                                .filter(
                                        type ->
                                                !type.getModifiers()
                                                        .contains(JavaModifier.ABSTRACT))
                                .map(JavaClass::getName)
                                .collect(toSet());

        assertThat(found)
                .isNotEmpty()
                .isEqualTo(members().map(listing -> listing.type().getName()).collect(toSet()));
    }

    @Test
    void namesAreLowerCaseAndUnique() {
        assertThat(Members.names()).doesNotHaveDuplicates().allMatch(n -> n.matches("[a-z]+"));
    }

    @Test
    void anUnknownNameIsToldWithTheKnownOnes() {
        assertThatThrownBy(() -> Members.create("lstn", 1))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("lstn")
                .hasMessageContaining("markov");
    }

    // ---- the sample ----

    /** 120 sessions that walk up the item numbers; the last two items occur in none. */
    private static TrainingSet sample() {
        Random random = new Random(5);
        List<Session> sessions = new ArrayList<>();
        for (int s = 0; s < 120; s++) {
            int[] items = new int[2 + random.nextInt(5)];
            int item = random.nextInt(ITEMS - 2);
            for (int i = 0; i < items.length; i++) {
                items[i] = item;
                item = (item + 1 + random.nextInt(3)) % (ITEMS - 2);
            }
            sessions.add(
                    new Session(s % 30, NOON.plusSeconds(60L * s), ItemSequence.ofViews(items)));
        }
        List<Item> catalogue = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            catalogue.add(Item.bare(i, "item-" + i));
        }
        return new TrainingSet(new Catalogue(catalogue), sessions);
    }

    private static FeatureWindow window(int... items) {
        return within(ItemSequence.ofViews(items));
    }

    private static FeatureWindow within(ItemSequence session) {
        return new FeatureWindow(0, NOON.plusSeconds(90_000), session, ItemSequence.empty());
    }

    private static Observation observation(int revealed, int... before) {
        FeatureWindow window = window(before);
        return new Observation(
                window, new Event(1_000, window.user(), revealed, Action.VIEW, window.asOf()));
    }

    private static List<Observation> live(int events) {
        Random random = new Random(11);
        List<Observation> observations = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            int item = random.nextInt(ITEMS - 6);
            observations.add(
                    i % 7 == 0
                            ? observation(item)
                            : observation((item + 3) % ITEMS, item, item + 1));
        }
        return observations;
    }

    @ParameterizedTest
    @MethodSource("members")
    void whoLearnsAsideAnswersMeanwhileWithWhatWasPublished(Listing listing) throws Exception {
        try (EnsembleMember member = trained(listing, 1)) {
            if (!member.learnsAside()) {
                return;
            }
            float[] before = scores(member, window(3, 4));
            List<Observation> seen = live(16);
            Thread learner = new Thread(() -> member.learn(seen));
            learner.start();
            boolean learning = true;
            while (learning) {
                learning = learner.isAlive();
                assertThat(scores(member, window(3, 4))).isEqualTo(before);
            }
            learner.join();
            member.publish();
            assertThat(scores(member, window(3, 4))).isNotEqualTo(before);
        }
    }

    private static void learn(EnsembleMember member, List<Observation> observations) {
        int batch = member.learningBatch();
        for (int from = 0; from < observations.size(); from += batch) {
            member.learn(observations.subList(from, Math.min(observations.size(), from + batch)));
            member.publish();
        }
    }

    /** Scores before each batch and after the last; abstentions as empty arrays. */
    private static List<float[]> replay(EnsembleMember member, List<Observation> observations) {
        List<float[]> all = new ArrayList<>();
        int batch = member.learningBatch();
        for (int from = 0; from < observations.size(); from += batch) {
            List<Observation> part =
                    observations.subList(from, Math.min(observations.size(), from + batch));
            part.forEach(observation -> all.add(scores(member, observation.window())));
            member.learn(part);
            member.publish();
        }
        all.add(scores(member, window(3, 4)));
        return List.copyOf(all);
    }

    private static float[] scores(EnsembleMember member, FeatureWindow window) {
        float[] scores = new float[ITEMS];
        return member.score(window, scores) instanceof MemberOutput.Scored ? scores : new float[0];
    }

    /** Bit for bit; lists of arrays do not compare by content by themselves. */
    private static void assertSame(List<float[]> one, List<float[]> other) {
        assertThat(one).hasSameSizeAs(other);
        for (int i = 0; i < one.size(); i++) {
            assertThat(one.get(i)).as("step %d", i).isEqualTo(other.get(i));
        }
    }

    private static boolean allFinite(List<float[]> all) {
        for (float[] scores : all) {
            for (float score : scores) {
                if (!Float.isFinite(score)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Cancels at the first question. */
    private static final class Cancelling implements TaskMonitor {
        @Override
        public void progress(String what, long done, long total) {}

        @Override
        public boolean cancelled() {
            return true;
        }
    }
}
