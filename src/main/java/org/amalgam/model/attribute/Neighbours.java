package org.amalgam.model.attribute;

import com.oracle.labs.mlrg.olcut.util.Pair;
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

    private final LabelledRows known;
    private final NeighboursQuery query;
    private final int k;

    Neighbours(LabelledRows known, int k) {
        this.known = known;
        this.k = Math.min(k, known.rows().size());
        SGDVector[] vectors = new SGDVector[known.rows().size()];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = vector(known.rows().get(i));
        }
        this.query =
                new NeighboursBruteForceFactory(new L2Distance(), 1).createNeighboursQuery(vectors);
    }

    private SGDVector vector(FeatureRow row) {
        return SparseVector.createSparseVector(known.width(), row.columns(), row.values());
    }

    @Override
    public Guess guess(FeatureRow row) {
        if (row.isEmpty()) {
            return new Guess(known.majority().value(), 0);
        }
        return vote(query.query(vector(row), k));
    }

    private Guess vote(List<Pair<Integer, Double>> nearest) {
        Map<Integer, double[]> votes = new HashMap<>();
        double all = 0;
        for (Pair<Integer, Double> one : nearest) {
            double cosine = Math.max(0, 1 - one.getB() * one.getB() / 2);
            double[] own = votes.computeIfAbsent(known.labels()[one.getA()], c -> new double[2]);
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
            return new Guess(known.majority().value(), 0);
        }
        double[] winner = votes.get(best);
        return new Guess(best, winner[0] / all * (winner[0] / winner[1]));
    }
}
