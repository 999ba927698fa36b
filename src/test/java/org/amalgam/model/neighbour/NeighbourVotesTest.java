package org.amalgam.model.neighbour;

import static java.lang.Math.exp;
import static java.lang.Math.log;
import static java.lang.Math.sqrt;
import static org.amalgam.model.neighbour.Days.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.amalgam.config.SessionNeighbourSettings;
import org.amalgam.config.SessionNeighbourSettings.Weighting;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.Session;
import org.junit.jupiter.api.Test;

class NeighbourVotesTest {

    private static final double NEVER = Double.POSITIVE_INFINITY;

    @Test
    void vstanIsAsWorkedByHand() {
        SessionNeighbourSettings settings =
                new SessionNeighbourSettings(Weighting.EXPONENTIAL, 9, 9, 2, 3, 1.5, 1, 5, 1);

        float[] scores =
                scores(
                        settings,
                        List.of(session(1, 0, 0, 4), session(2, 10, 1, 2, 3)),
                        ItemSequence.ofViews(0, 1));

        double norm = sqrt(1 + exp(-1));
        // [0, 4] shares the first of two steps and is ten days older
        double old = exp(-0.5) / norm / sqrt(2) * exp(-10 / 5.0) * exp(-1 / 3.0);
        // [1, 2, 3] shares the last step
        double late = 1 / norm / sqrt(3);
        // all items occur once in two sessions: one rarity for all
        double rare = 1 + log(2);
        double best = late * rare;
        assertThat((double) scores[1]).isEqualTo(1);
        assertThat((double) scores[2]).isCloseTo(exp(-1 / 1.5), within(1e-6));
        assertThat((double) scores[3]).isCloseTo(exp(-2 / 1.5), within(1e-6));
        assertThat((double) scores[0]).isCloseTo(old * rare / best, within(1e-6));
        assertThat((double) scores[4]).isCloseTo(old * exp(-1 / 1.5) * rare / best, within(1e-6));
        assertThat(scores[5]).isZero();
    }

    @Test
    void vsknnIsAsWorkedByHand() {
        SessionNeighbourSettings settings =
                new SessionNeighbourSettings(
                        Weighting.HARMONIC, 9, 9, NEVER, NEVER, NEVER, 1, NEVER, 2);

        float[] scores =
                scores(
                        settings,
                        List.of(session(1, 0, 0, 4), session(2, 10, 1, 2, 3), session(3, 11, 2, 5)),
                        ItemSequence.ofViews(0, 1));

        double norm = sqrt(1 + 0.25);
        double first = 0.5 / norm / sqrt(2) / 2; // latest shared item two steps from the end
        double last = 1 / norm / sqrt(3);
        double once = 1 + 2 * log(3);
        double twice = 1 + 2 * log(3 / 2.0);
        double best = last * once;
        assertThat((double) scores[1]).isEqualTo(1);
        assertThat((double) scores[3]).isEqualTo(1);
        assertThat((double) scores[2]).isCloseTo(twice / once, within(1e-6));
        assertThat((double) scores[0]).isCloseTo(first * once / best, within(1e-6));
        assertThat((double) scores[4]).isCloseTo(first * once / best, within(1e-6));
        assertThat(scores[5]).isZero();
    }

    /** The same formulas, written as session-rec's loops run, over sessions with repeats. */
    @Test
    void randomSessionsScoreAsTheDefinitionSays() {
        Random random = new Random(9);
        for (int trial = 0; trial < 200; trial++) {
            SessionNeighbourSettings settings =
                    new SessionNeighbourSettings(
                            random.nextBoolean() ? Weighting.EXPONENTIAL : Weighting.HARMONIC,
                            30,
                            30,
                            1 + random.nextInt(5),
                            1 + random.nextInt(5),
                            1 + random.nextInt(5),
                            .25 * (1 + random.nextInt(5)),
                            1 + random.nextInt(40),
                            random.nextInt(5));
            List<Session> sessions = new ArrayList<>();
            for (int s = 0; s < 25; s++) {
                sessions.add(session(s, s / 2.0, items(random)));
            }
            ItemSequence query = ItemSequence.ofViews(items(random));

            double[] expected = byDefinition(settings, sessions, query);
            float[] found = scores(settings, sessions, query);

            for (int item = 0; item < ITEMS; item++) {
                assertThat((double) found[item]).isCloseTo(expected[item], within(1e-6));
            }
        }
    }

    @Test
    void onlyTheMostRecentSessionsAreCompared() {
        SessionNeighbourSettings settings =
                new SessionNeighbourSettings(Weighting.EXPONENTIAL, 9, 2, 3, 3, 3, 1, NEVER, 0);

        float[] scores =
                scores(
                        settings,
                        List.of(
                                session(1, 1, 0, 2),
                                session(2, 2, 0, 3),
                                session(3, 3, 1, 4),
                                session(4, 4, 1, 5)),
                        ItemSequence.ofViews(0, 1));

        assertThat(scores[2]).isZero();
        assertThat(scores[3]).isZero();
        assertThat(scores[4]).isPositive();
        assertThat(scores[5]).isPositive();
    }

    @Test
    void onlyTheMostSimilarSessionsVoteAndTheLatestOfEqualOnes() {
        SessionNeighbourSettings settings =
                new SessionNeighbourSettings(Weighting.EXPONENTIAL, 2, 9, 3, 3, 3, 1, NEVER, 0);

        float[] scores =
                scores(
                        settings,
                        List.of(
                                session(1, 1, 0, 1, 2),
                                session(2, 2, 1, 3),
                                session(3, 3, 1, 4),
                                session(4, 4, 0, 5)),
                        ItemSequence.ofViews(0, 1));

        assertThat(scores[2]).isPositive(); // shares both items
        assertThat(scores[3]).isZero(); // as similar as the next, but older
        assertThat(scores[4]).isPositive();
        assertThat(scores[5]).isZero(); // shares the earlier item
    }

    @Test
    void askingAgainGivesTheSameScores() {
        SessionIndex index = SessionIndex.of(ITEMS, List.of(session(1, 1, 0, 1, 2)));
        NeighbourVotes votes = new NeighbourVotes(index, SessionNeighbourSettings.vstan(), 0);
        float[] first = new float[ITEMS];
        float[] other = new float[ITEMS];
        float[] again = new float[ITEMS];

        assertThat(votes.fill(ItemSequence.ofViews(1), SessionIndex.NONE, first)).isTrue();
        assertThat(votes.fill(ItemSequence.ofViews(0, 2), SessionIndex.NONE, other)).isTrue();
        assertThat(votes.fill(ItemSequence.ofViews(1), SessionIndex.NONE, again)).isTrue();

        assertThat(again).isEqualTo(first).isNotEqualTo(other);
    }

    private static final int ITEMS = 8;

    private static int[] items(Random random) {
        return random.ints(1 + random.nextInt(6), 0, ITEMS).toArray();
    }

    private static float[] scores(
            SessionNeighbourSettings settings, List<Session> sessions, ItemSequence query) {
        SessionIndex index = SessionIndex.of(ITEMS, sessions);
        float[] scores = new float[ITEMS];
        new NeighbourVotes(index, settings, index.latestMillis())
                .fill(query, SessionIndex.NONE, scores);
        return scores;
    }

    private static double[] byDefinition(
            SessionNeighbourSettings settings, List<Session> sessions, ItemSequence query) {
        double[] scores = new double[ITEMS];
        int n = query.length();
        double[] weights = new double[ITEMS];
        double[] voteWeights = new double[ITEMS];
        int[] events = new int[ITEMS];
        for (int i = 0; i < n; i++) {
            boolean stan = settings.weighting() == Weighting.EXPONENTIAL;
            int back = n - 1 - i;
            weights[query.item(i)] =
                    stan ? exp(-back / settings.querySteps()) : (i + 1) / (double) n;
            voteWeights[query.item(i)] =
                    stan ? exp(-back / settings.overlapSteps()) : 1 / (back + 1.0);
        }
        double norm = 0;
        for (double weight : weights) {
            norm += weight * weight;
        }
        sessions.forEach(session -> all(session).forEach(item -> events[item]++));
        double latest = sessions.get(sessions.size() - 1).start().toEpochMilli();
        for (Session session : sessions) {
            List<Integer> steps = all(session);
            Set<Integer> distinct = new HashSet<>(steps);
            double overlap = distinct.stream().mapToDouble(item -> weights[item]).sum();
            if (overlap == 0) {
                continue;
            }
            double days = (latest - session.start().toEpochMilli()) / 86_400_000;
            double similarity =
                    overlap / sqrt(norm) / sqrt(distinct.size()) * exp(-days / settings.ageDays());
            int shared = 0;
            double vote = 0;
            for (int i = 0; i < steps.size(); i++) {
                if (weights[steps.get(i)] > 0) {
                    shared = i;
                    vote = Math.max(vote, voteWeights[steps.get(i)]);
                }
            }
            for (int item : distinct) {
                int distance = Math.abs(steps.lastIndexOf(item) - shared);
                double side = steps.lastIndexOf(item) < shared ? settings.earlier() : 1;
                double rarity = Math.max(1, sessions.size() / (double) events[item]);
                scores[item] +=
                        similarity
                                * vote
                                * side
                                * exp(-distance / settings.itemSteps())
                                * (1 + settings.idf() * log(rarity));
            }
        }
        double best = java.util.Arrays.stream(scores).max().orElse(0);
        for (int item = 0; item < ITEMS; item++) {
            scores[item] = best == 0 ? 0 : scores[item] / best;
        }
        return scores;
    }

    private static List<Integer> all(Session session) {
        List<Integer> items = new ArrayList<>();
        for (int i = 0; i < session.steps().length(); i++) {
            items.add(session.steps().item(i));
        }
        return items;
    }
}
