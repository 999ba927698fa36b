package org.amalgam.evaluation;

/**
 * McNemar's test on hits of two rankers over the same cases; exact (binomial), two-sided.
 *
 * @param onlyA cases that only the first ranker hit
 * @param onlyB cases that only the second hit
 * @param pValue chance of a split at least as uneven if neither were better
 */
public record McNemar(long onlyA, long onlyB, double pValue) {

    /** Tests hit vectors over the same cases. */
    public static McNemar of(boolean[] hitsA, boolean[] hitsB) {
        if (hitsA.length != hitsB.length) {
            throw new IllegalArgumentException(hitsA.length + " and " + hitsB.length + " cases");
        }
        long onlyA = 0;
        long onlyB = 0;
        for (int i = 0; i < hitsA.length; i++) {
            onlyA += hitsA[i] && !hitsB[i] ? 1 : 0;
            onlyB += hitsB[i] && !hitsA[i] ? 1 : 0;
        }
        return of(onlyA, onlyB);
    }

    /** Tests counts of discordant cases. */
    public static McNemar of(long onlyA, long onlyB) {
        long n = onlyA + onlyB;
        long fewer = Math.min(onlyA, onlyB);
        // 2·P(X ≤ fewer), X binomial(n, ½); terms in logarithms, as 2^−n underflows.
        double logTerm = -n * Math.log(2);
        double tail = Math.exp(logTerm);
        for (long i = 0; i < fewer; i++) {
            logTerm += Math.log((double) (n - i) / (i + 1));
            tail += Math.exp(logTerm);
        }
        return new McNemar(onlyA, onlyB, Math.min(1, 2 * tail));
    }
}
