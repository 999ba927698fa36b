package org.amalgam.model.neighbour;

import java.util.ArrayList;
import java.util.List;
import org.amalgam.config.SessionNeighbourSettings;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.Session;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.stage.TaskMonitor;

/**
 * Steps of validation sessions that settings are judged by, against an index that holds none of
 * them. Of a validation session that only continues one in the index, the new steps alone are
 * cases. Targets that the index has never seen are none. In a log where no item ever comes back in
 * its session, a session's own items are no candidates.
 */
final class ValidationCases {

    private static final int CUT = 20;
    private static final int CANCEL_EVERY = 64;

    private final SessionIndex index;
    private final boolean itemsComeBack;
    private final List<Case> cases = new ArrayList<>();
    private final float[] scores;

    private record Case(ItemSequence given, int own, int target) {}

    /**
     * @param limit about how many cases; of more, sessions are taken at equal distances
     */
    ValidationCases(TrainingSet data, List<Session> validation, int limit) {
        index = SessionIndex.of(data.itemCount(), data.sessions());
        itemsComeBack = itemsComeBack();
        scores = new float[data.itemCount()];
        List<Case> all = new ArrayList<>();
        validation.forEach(session -> addCases(session, all));
        double stride = Math.max(1, all.size() / (double) limit);
        for (double at = 0; at < all.size(); at += stride) {
            cases.add(all.get((int) at));
        }
    }

    private boolean itemsComeBack() {
        for (int session = 0; session < index.sessions(); session++) {
            if (index.distinctItems(session) < index.steps().size(session)) {
                return true;
            }
        }
        return false;
    }

    private void addCases(Session session, List<Case> all) {
        ItemSequence steps = session.steps();
        int latest = index.latestOf(session.user());
        boolean continues = latest != SessionIndex.NONE && index.isContinuedBy(latest, steps);
        int first = continues ? index.steps().size(latest) : 1;
        for (int given = first; given < steps.length(); given++) {
            if (index.eventCount(steps.item(given)) > 0) {
                int own = continues ? latest : SessionIndex.NONE;
                all.add(new Case(steps.prefix(given), own, steps.item(given)));
            }
        }
    }

    int count() {
        return cases.size();
    }

    /**
     * By case, 1 + 1 / rank of the target, or 0 beyond rank 20: their mean is HR@20 + MRR@20.
     *
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    double[] gains(SessionNeighbourSettings settings, TaskMonitor monitor) {
        NeighbourVotes votes = new NeighbourVotes(index, settings, index.latestMillis());
        double[] gains = new double[cases.size()];
        for (int i = 0; i < gains.length; i++) {
            if (i % CANCEL_EVERY == 0) {
                monitor.checkCancelled();
            }
            Case one = cases.get(i);
            if (votes.fill(one.given(), one.own(), scores)) {
                double rank = rank(one);
                gains[i] = rank <= CUT ? 1 + 1 / rank : 0;
            }
        }
        return gains;
    }

    /** Mean rank of the items tied with the target. */
    private double rank(Case one) {
        if (!itemsComeBack) {
            for (int i = 0; i < one.given().length(); i++) {
                scores[one.given().item(i)] = -1;
            }
        }
        float reference = scores[one.target()];
        int above = 0;
        int equal = 0;
        for (float score : scores) {
            above += score > reference ? 1 : 0;
            equal += score == reference ? 1 : 0;
        }
        return 1 + above + (equal - 1) / 2.0;
    }
}
