package org.amalgam.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.amalgam.domain.HeldOut;
import org.amalgam.domain.Holdout;
import org.amalgam.domain.Session;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.UnusableInput;
import org.amalgam.evaluation.TestCases;
import org.amalgam.evaluation.TestSession;
import org.amalgam.ingest.ItemNumbers;
import org.amalgam.ingest.SessionFile;

/**
 * The parts of an offline protocol.
 *
 * @param train what members learn from in the end
 * @param holdout what members and fusion choose on before that
 * @param validation the cases of the holdout's late part
 * @param test touched once, at the end
 * @param retrain whether members learn again, from all of the training part, after choosing
 * @param leavesOut whether targets that training never saw are left out; else they are misses
 * @param note the protocol in a sentence, for the report
 */
record OfflineData(
        TrainingSet train,
        Holdout holdout,
        TestCases validation,
        TestCases test,
        boolean retrain,
        boolean leavesOut,
        String note) {

    private static final int LATE_SESSIONS = 10_000;
    private static final double LEAST_LATE = 0.05;
    private static final double MOST_LATE = 0.10;

    /** The last item tests, the one before validates. */
    private static final int KEPT_BACK = 2;

    static OfflineData of(OfflineRequest.Files files) {
        if (files instanceof OfflineRequest.Sessions sessions) {
            return sessions(sessions.train(), sessions.test());
        }
        if (files instanceof OfflineRequest.Sequences sequences) {
            return sequences(sequences.file());
        }
        throw new IllegalArgumentException("no protocol for " + files);
    }

    /** What members choose on in these protocols, without their test part. */
    static Holdout holdout(TuneRequest.Files files) {
        if (files instanceof TuneRequest.Sessions) {
            ItemNumbers numbers = new ItemNumbers();
            List<Session> sessions = sessionsOf(SessionFile.read(files.file(), numbers));
            return holdout(new TrainingSet(numbers.catalogue(), sessions));
        }
        return sequences(files.file()).holdout();
    }

    private static Holdout holdout(TrainingSet train) {
        return Holdout.lastSessions(train, lateShare(train.sessions().size()));
    }

    private static OfflineData sessions(Path trainFile, Path testFile) {
        ItemNumbers numbers = new ItemNumbers();
        List<Session> sessions = sessionsOf(SessionFile.read(trainFile, numbers));
        List<TestSession> later = testSessionsOf(SessionFile.readTest(testFile, numbers));
        TrainingSet train = new TrainingSet(numbers.catalogue(), sessions);
        Holdout holdout = holdout(train);
        return new OfflineData(
                train,
                holdout,
                TestCases.ofHeldOut(holdout.late(), holdout.early(), false),
                TestCases.ofSessions(later, train),
                true,
                true,
                "In each test session every item but the first was predicted from those before it,"
                        + " by a ranking of all items of the training file.");
    }

    /**
     * Ten thousand sessions are enough to choose on, and a tenth of them all is as much as hurts.
     */
    private static double lateShare(int sessions) {
        double enough = (double) LATE_SESSIONS / Math.max(1, sessions);
        return Math.max(LEAST_LATE, Math.min(MOST_LATE, enough));
    }

    private static OfflineData sequences(Path file) {
        ItemNumbers numbers = new ItemNumbers();
        List<Session> train = new ArrayList<>();
        List<HeldOut> late = new ArrayList<>();
        List<TestSession> tested = new ArrayList<>();
        for (SessionFile.Read user : SessionFile.readUsers(file, numbers)) {
            Session whole = user.session();
            int length = whole.steps().length();
            if (length <= KEPT_BACK) {
                train.add(whole);
                continue;
            }
            train.add(prefix(whole, length - KEPT_BACK));
            late.add(new HeldOut(prefix(whole, length - 1), length - KEPT_BACK));
            tested.add(new TestSession(user.id(), whole));
        }
        if (tested.isEmpty()) {
            throw new UnusableInput(file + ": no user has three items; nobody can be tested");
        }
        TrainingSet data = new TrainingSet(numbers.catalogue(), train);
        return new OfflineData(
                data,
                new Holdout(data, late),
                TestCases.ofHeldOut(late, data, true),
                TestCases.ofLastSteps(tested, data),
                false,
                false,
                "Each user's last item was predicted from all those before it, by a ranking of all"
                        + " items but the user's own earlier ones; the last but one served to"
                        + " choose, and was never learned from.");
    }

    private static Session prefix(Session session, int length) {
        return new Session(session.user(), session.start(), session.steps().prefix(length));
    }

    private static List<Session> sessionsOf(List<SessionFile.Read> file) {
        return file.stream().map(SessionFile.Read::session).toList();
    }

    private static List<TestSession> testSessionsOf(List<SessionFile.Read> file) {
        return file.stream().map(read -> new TestSession(read.id(), read.session())).toList();
    }
}
