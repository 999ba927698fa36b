package org.amalgam.model.attribute;

import com.oracle.labs.mlrg.olcut.util.Pair;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tribuo.math.distance.L2Distance;
import org.tribuo.math.la.SGDVector;
import org.tribuo.math.la.SparseVector;
import org.tribuo.math.neighbour.NeighboursQuery;
import org.tribuo.math.neighbour.bruteforce.NeighboursBruteForceFactory;

/**
 * The k nearest items vote, each with its cosine. Rows have length 1, so that the cosine is 1 −
 * d²/2 of the Euclidean distance d. Strength is the share of the votes for the winner times the
 * mean cosine of its voters: far neighbours that agree are no proof.
 */
final class Neighbours implements Classifier {

    private final Search search;
    private final int k;

    private Neighbours(Search search, int k) {
        this.search = search;
        this.k = k;
    }

    /** One for each number of neighbours; asked for one row after the other they search once. */
    static List<Neighbours> of(LabelledRows known, List<Integer> ks) {
        Search search = new Search(known, Collections.max(ks));
        return ks.stream().map(k -> new Neighbours(search, k)).toList();
    }

    /** The nearest rows of the latest row asked for, nearest first. */
    private static final class Search {

        private final LabelledRows known;
        private final Guess majority;
        private final NeighboursQuery query;
        private final int most;
        private FeatureRow latest;
        private List<Pair<Integer, Double>> nearest;

        Search(LabelledRows known, int most) {
            this.known = known;
            this.majority = new Guess(known.majority().value(), 0);
            this.most = Math.min(most, known.rows().size());
            SGDVector[] vectors = known.rows().stream().map(this::vector).toArray(SGDVector[]::new);
            this.query =
                    new NeighboursBruteForceFactory(new L2Distance(), 1)
                            .createNeighboursQuery(vectors);
        }

        private SGDVector vector(FeatureRow row) {
            return SparseVector.createSparseVector(known.width(), row.columns(), row.values());
        }

        @SuppressWarnings("ReferenceEquality") // the very row just searched for
        List<Pair<Integer, Double>> nearest(FeatureRow row) {
            if (row != latest) {
                nearest = query.query(vector(row), most);
                latest = row;
            }
            return nearest;
        }
    }

    @Override
    public Guess guess(FeatureRow row) {
        if (row.isEmpty()) {
            return search.majority;
        }
        List<Pair<Integer, Double>> nearest = search.nearest(row);
        return vote(nearest.subList(0, Math.min(k, nearest.size())));
    }

    private Guess vote(List<Pair<Integer, Double>> nearest) {
        Map<Integer, double[]> votes = new HashMap<>();
        double all = 0;
        for (Pair<Integer, Double> one : nearest) {
            double cosine = Math.max(0, 1 - one.getB() * one.getB() / 2);
            double[] own =
                    votes.computeIfAbsent(search.known.labels()[one.getA()], c -> new double[2]);
            own[0] += cosine;
            own[1]++;
            all += cosine;
        }
        int best = -1;
        for (Map.Entry<Integer, double[]> one : votes.entrySet()) {
            double ahead = best < 0 ? 1 : one.getValue()[0] - votes.get(best)[0];
            best = ahead > 0 || (ahead == 0 && one.getKey() < best) ? one.getKey() : best;
        }
        if (all == 0) {
            return search.majority;
        }
        double[] winner = votes.get(best);
        return new Guess(best, winner[0] / all * (winner[0] / winner[1]));
    }
}
