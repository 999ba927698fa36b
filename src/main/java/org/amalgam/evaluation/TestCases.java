package org.amalgam.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.amalgam.domain.HeldOut;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.Session;
import org.amalgam.domain.TrainingSet;

/**
 * The cases of a protocol.
 *
 * @param unseenTargets cases left out because their target never occurred in training; a protocol
 *     that asks about everybody leaves none out and counts them as misses
 */
public record TestCases(List<TestCase> cases, long unseenTargets) {

    public TestCases {
        cases = List.copyOf(cases);
    }

    /**
     * Every step but the first of each session, given those before it. Users are new to whoever
     * learned from the data, whatever their numbers in the test file.
     */
    public static TestCases ofSessions(List<TestSession> sessions, TrainingSet data) {
        Collector collector = new Collector(data, Unseen.IS_LEFT_OUT);
        for (int index = 0; index < sessions.size(); index++) {
            collector.add(sessions.get(index), collector.firstUser + index, index, 1, false);
        }
        return collector.collected();
    }

    /**
     * The last step of each user's sequence, among the items the user had not met before it.
     * Everybody is asked about: a target that training never saw is a case, and a miss.
     */
    public static TestCases ofLastSteps(List<TestSession> sequences, TrainingSet data) {
        Collector collector = new Collector(data, Unseen.IS_A_MISS);
        for (int index = 0; index < sequences.size(); index++) {
            TestSession sequence = sequences.get(index);
            int last = Math.max(1, sequence.steps().length() - 1);
            collector.add(sequence, sequence.session().user(), index, last, true);
        }
        return collector.collected();
    }

    /**
     * The steps of held-out sessions that are to be predicted.
     *
     * @param newItemsOnly whether items that the user met before take no part
     */
    public static TestCases ofHeldOut(List<HeldOut> late, TrainingSet data, boolean newItemsOnly) {
        Collector collector = new Collector(data, Unseen.IS_LEFT_OUT);
        for (int index = 0; index < late.size(); index++) {
            HeldOut held = late.get(index);
            TestSession session = new TestSession(Integer.toString(index), held.session());
            collector.add(session, held.session().user(), index, held.firstTarget(), newItemsOnly);
        }
        return collector.collected();
    }

    /** At most so many cases, taken at even distances. */
    public TestCases thinned(int most) {
        if (cases.size() <= most) {
            return this;
        }
        List<TestCase> kept = new ArrayList<>(most);
        for (int i = 0; i < most; i++) {
            kept.add(cases.get((int) ((long) i * cases.size() / most)));
        }
        return new TestCases(kept, unseenTargets);
    }

    /** How many of the cases have a target that training never saw. */
    public long misses() {
        return cases.stream().filter(asked -> !asked.targetKnown()).count();
    }

    /** What becomes of a case whose target training never saw. */
    private enum Unseen {
        IS_LEFT_OUT,
        IS_A_MISS
    }

    /** Gathers cases. */
    private static final class Collector {

        private final int[] popularity;
        private final int firstUser;
        private final Unseen unseen;
        private final List<TestCase> cases = new ArrayList<>();
        private long unseenTargets;

        Collector(TrainingSet data, Unseen unseen) {
            this.unseen = unseen;
            this.popularity = data.itemCounts();
            this.firstUser = 1 + data.sessions().stream().mapToInt(Session::user).max().orElse(-1);
        }

        void add(TestSession session, int user, int group, int firstTarget, boolean newItemsOnly) {
            ItemSequence steps = session.steps();
            for (int given = firstTarget; given < steps.length(); given++) {
                int target = steps.item(given);
                boolean known = popularity[target] > 0;
                if (!known && unseen == Unseen.IS_LEFT_OUT) {
                    unseenTargets++;
                    continue;
                }
                cases.add(
                        new TestCase(
                                session.id() + ":" + given,
                                group,
                                session.windowAfter(given, user),
                                target,
                                known,
                                newItemsOnly ? others(steps, given, target) : TestCase.NOTHING));
            }
        }

        private static int[] others(ItemSequence steps, int given, int target) {
            return IntStream.range(0, given)
                    .map(steps::item)
                    .filter(item -> item != target)
                    .distinct()
                    .toArray();
        }

        TestCases collected() {
            return new TestCases(cases, unseenTargets);
        }
    }
}
