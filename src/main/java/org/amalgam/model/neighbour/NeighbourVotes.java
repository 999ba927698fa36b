package org.amalgam.model.neighbour;

import java.util.Arrays;
import org.amalgam.config.SessionNeighbourSettings;
import org.amalgam.domain.ItemSequence;

/**
 * Ranks items by the votes of the neighbours that hold them: similarity, times the decay with the
 * distance between the item and the neighbour's last shared item (Garg et al. 2019, factor 3),
 * times what items before it count against those behind it (ours: what came after says more about
 * what comes next), times how late the latest shared item stands in the running session, times the
 * item's rarity (both V-SKNN's, Ludewig &amp; Jannach 2018; together "VSTAN", Ludewig et al. 2021).
 * Positions are those of an item's last occurrence.
 */
final class NeighbourVotes {

    private static final int FARTHEST = 512;

    private final SessionIndex index;
    private final SessionNeighbourSettings settings;
    private final QuerySteps query;
    private final NeighbourSearch search;
    private final double[] distanceWeights = new double[FARTHEST];

    /** Votes by item; 0 between queries. */
    private final double[] votes;

    private final int[] voted;
    private int votedCount;

    /** Number of the neighbour that an item was last met in. */
    private final int[] metIn;

    private int neighbour;

    NeighbourVotes(SessionIndex index, SessionNeighbourSettings settings, long thenMillis) {
        this.index = index;
        this.settings = settings;
        this.query = new QuerySteps(index.items(), settings);
        this.search = new NeighbourSearch(index, settings, thenMillis);
        this.votes = new double[index.items()];
        this.voted = new int[index.items()];
        this.metIn = new int[index.items()];
        for (int distance = 0; distance < FARTHEST; distance++) {
            distanceWeights[distance] = Math.exp(-distance / settings.itemSteps());
        }
    }

    /** To be told when a session was begun or went on. */
    void refresh(int session) {
        search.refresh(session);
    }

    /**
     * Fills the scores: 1 for the best item, 0 for those that no neighbour holds.
     *
     * @param steps of the running session, T ≥ 1
     * @param own the running session's own number, or {@link SessionIndex#NONE}
     * @return whether there was any neighbour
     */
    boolean fill(ItemSequence steps, int own, float[] scores) {
        query.set(steps);
        search.find(query, own);
        if (search.count() == 0) {
            return false;
        }
        votedCount = 0;
        for (int i = 0; i < search.count(); i++) {
            takeVotes(search.session(i), search.similarity(i));
        }
        writeScores(scores);
        return true;
    }

    private void takeVotes(int session, double similarity) {
        int[] items = index.steps().values();
        int start = index.steps().start(session);
        int end = start + index.steps().size(session);
        int[] positions = query.positions();
        int shared = -1;
        int latest = 0;
        for (int at = end - 1; at >= start; at--) {
            int position = positions[items[at]];
            if (position > 0) {
                shared = Math.max(shared, at);
                latest = Math.max(latest, position);
            }
        }
        double base = similarity * query.voteWeight(latest);
        int mark = nextMark();
        for (int at = end - 1; at >= start; at--) {
            int item = items[at];
            if (metIn[item] != mark) {
                metIn[item] = mark;
                int distance = Math.min(FARTHEST - 1, Math.abs(at - shared));
                double side = at < shared ? settings.earlier() : 1;
                vote(item, base * side * distanceWeights[distance]);
            }
        }
    }

    private void vote(int item, double weight) {
        if (votes[item] == 0) {
            voted[votedCount++] = item;
        }
        // A vote too small for a number is still one, or the item would be listed twice.
        votes[item] += weight + Double.MIN_NORMAL;
    }

    private int nextMark() {
        if (neighbour == Integer.MAX_VALUE) {
            Arrays.fill(metIn, 0);
            neighbour = 0;
        }
        return ++neighbour;
    }

    private void writeScores(float[] scores) {
        Arrays.fill(scores, 0);
        double best = Double.MIN_NORMAL;
        for (int i = 0; i < votedCount; i++) {
            int item = voted[i];
            votes[item] *= rarity(item);
            best = Math.max(best, votes[item]);
        }
        for (int i = 0; i < votedCount; i++) {
            int item = voted[i];
            scores[item] = (float) (votes[item] / best);
            votes[item] = 0;
        }
    }

    /** Never below 1: an item with more events than there are sessions is as common as can be. */
    private double rarity(int item) {
        double sessionsPerEvent = index.sessions() / (double) index.eventCount(item);
        return 1 + settings.idf() * Math.log(Math.max(1, sessionsPerEvent));
    }
}
