package org.amalgam.model.neighbour;

import java.util.Arrays;
import org.amalgam.config.SessionNeighbourSettings;

/**
 * Finds the sessions most like the running one: by the cosine between the running session's weights
 * and the neighbour's set of items, times the neighbour's decay with age (Garg et al. 2019, section
 * 3.2, factors 1 and 2; Ludewig &amp; Jannach 2018, section 3.3.2).
 *
 * <p>Age is taken against a fixed moment and not against the query's: exp(−(now − t)/λ) differs
 * from exp((t − then)/λ) by a factor common to all neighbours, which keeps every order.
 */
final class NeighbourSearch {

    private static final double MILLIS_A_DAY = 86_400_000;

    /** Keeps ages of several thousand e-foldings from becoming infinite or nothing. */
    private static final double LARGEST_EXPONENT = 300;

    private final SessionIndex index;
    private final SessionNeighbourSettings settings;
    private final long thenMillis;

    /** Age decay / √(distinct items), by session. */
    private double[] factors;

    /** Sum of the shared items' weights, by session; 0 between queries. */
    private double[] overlaps;

    private int[] found = new int[1024];
    private double[] similarities = new double[1024];
    private long[] keys = new long[1024];
    private int count;

    NeighbourSearch(SessionIndex index, SessionNeighbourSettings settings, long thenMillis) {
        this.index = index;
        this.settings = settings;
        this.thenMillis = thenMillis;
        this.factors = new double[index.sessions()];
        this.overlaps = new double[index.sessions()];
        for (int session = 0; session < factors.length; session++) {
            refresh(session);
        }
    }

    /** To be told when a session was begun or went on. */
    void refresh(int session) {
        if (session >= factors.length) {
            factors = Arrays.copyOf(factors, Math.max(64, 2 * session));
            overlaps = Arrays.copyOf(overlaps, factors.length);
        }
        double days = (index.lastMillis(session) - thenMillis) / MILLIS_A_DAY;
        double exponent = Math.max(-LARGEST_EXPONENT, days / settings.ageDays());
        double decay = Math.exp(Math.min(LARGEST_EXPONENT, exponent));
        factors[session] = decay / Math.sqrt(index.distinctItems(session));
    }

    /** Finds the neighbours of a running session, but never {@code own}. */
    void find(QuerySteps query, int own) {
        count = 0;
        for (int i = 0; i < query.distinct(); i++) {
            gather(query.item(i), query.weight(i), own);
        }
        if (count > settings.sample()) {
            keepMostRecent();
        }
        for (int i = 0; i < count; i++) {
            int session = found[i];
            similarities[i] = overlaps[session] * factors[session] / query.norm();
            overlaps[session] = 0;
        }
        if (count > settings.neighbours()) {
            keepMostSimilar();
        }
    }

    int count() {
        return count;
    }

    int session(int i) {
        return found[i];
    }

    double similarity(int i) {
        return similarities[i];
    }

    private void gather(int item, double weight, int own) {
        IntRows holders = index.holders();
        int[] sessions = holders.values();
        int size = holders.size(item);
        int start = holders.start(item);
        makeRoom(count + Math.min(size, settings.sample()));
        for (int at = start + size - 1; at >= start + Math.max(0, size - settings.sample()); at--) {
            int session = sessions[at];
            if (session != own) {
                if (overlaps[session] == 0) {
                    found[count++] = session;
                }
                overlaps[session] += weight;
            }
        }
    }

    private void makeRoom(int room) {
        if (room > found.length) {
            int length = Math.max(room, 2 * found.length);
            found = Arrays.copyOf(found, length);
            similarities = new double[length];
            keys = new long[length];
        }
    }

    private void keepMostRecent() {
        for (int i = 0; i < count; i++) {
            keys[i] = found[i];
        }
        long oldest = Selection.kthLargest(keys, count, settings.sample());
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (found[i] >= oldest) {
                found[kept++] = found[i];
            } else {
                overlaps[found[i]] = 0;
            }
        }
        count = kept;
    }

    /** Of sessions equally similar at the end of the list the most recent ones stay. */
    private void keepMostSimilar() {
        for (int i = 0; i < count; i++) {
            // Bits of numbers ≥ 0 are ordered as the numbers are.
            keys[i] = Double.doubleToLongBits(similarities[i]);
        }
        long bits = Selection.kthLargest(keys, count, settings.neighbours());
        double least = Double.longBitsToDouble(bits);
        int above = 0;
        int equal = 0;
        for (int i = 0; i < count; i++) {
            if (similarities[i] > least) {
                above++;
            } else if (similarities[i] == least) {
                keys[equal++] = found[i];
            }
        }
        long oldest = Selection.kthLargest(keys, equal, settings.neighbours() - above);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (similarities[i] > least || (similarities[i] == least && found[i] >= oldest)) {
                similarities[kept] = similarities[i];
                found[kept++] = found[i];
            }
        }
        count = kept;
    }
}
