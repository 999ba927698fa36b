package org.amalgam.kernel.vector;

import static org.amalgam.kernel.FloatKernels.GROUP;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The loops that score groups of items; see {@link org.amalgam.kernel.FloatKernels#score}. */
final class ScoreLoops {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /** Four vectors at a time: additions to one must wait for each other, and four hide that. */
    private static final int STRIDE = 4 * LANES;

    private ScoreLoops() {}

    static void score(float[] table, int from, int to, float[] query, float[] scores, int at) {
        int size = (query.length + 1) * GROUP;
        for (int group = from; group < to; group++) {
            int place = at + (group - from) * GROUP;
            for (int lane = 0; lane < GROUP; lane += STRIDE) {
                scoreStride(table, group * size + lane, query, scores, place + lane);
            }
        }
    }

    /**
     * Four vectors of items by one query. Four elements at a time, which is faster, and makes this
     * too long to be inlined: see {@link VectorKernels}.
     */
    private static void scoreStride(float[] table, int at, float[] query, float[] scores, int to) {
        FloatVector a = FloatVector.fromArray(SPECIES, table, at);
        FloatVector b = FloatVector.fromArray(SPECIES, table, at + LANES);
        FloatVector c = FloatVector.fromArray(SPECIES, table, at + 2 * LANES);
        FloatVector d = FloatVector.fromArray(SPECIES, table, at + 3 * LANES);
        FloatVector factor;
        int row = at + GROUP;
        int j = 0;
        for (; j + 4 <= query.length; j += 4) {
            factor = FloatVector.broadcast(SPECIES, query[j]);
            a = FloatVector.fromArray(SPECIES, table, row).fma(factor, a);
            b = FloatVector.fromArray(SPECIES, table, row + LANES).fma(factor, b);
            c = FloatVector.fromArray(SPECIES, table, row + 2 * LANES).fma(factor, c);
            d = FloatVector.fromArray(SPECIES, table, row + 3 * LANES).fma(factor, d);
            row += GROUP;
            factor = FloatVector.broadcast(SPECIES, query[j + 1]);
            a = FloatVector.fromArray(SPECIES, table, row).fma(factor, a);
            b = FloatVector.fromArray(SPECIES, table, row + LANES).fma(factor, b);
            c = FloatVector.fromArray(SPECIES, table, row + 2 * LANES).fma(factor, c);
            d = FloatVector.fromArray(SPECIES, table, row + 3 * LANES).fma(factor, d);
            row += GROUP;
            factor = FloatVector.broadcast(SPECIES, query[j + 2]);
            a = FloatVector.fromArray(SPECIES, table, row).fma(factor, a);
            b = FloatVector.fromArray(SPECIES, table, row + LANES).fma(factor, b);
            c = FloatVector.fromArray(SPECIES, table, row + 2 * LANES).fma(factor, c);
            d = FloatVector.fromArray(SPECIES, table, row + 3 * LANES).fma(factor, d);
            row += GROUP;
            factor = FloatVector.broadcast(SPECIES, query[j + 3]);
            a = FloatVector.fromArray(SPECIES, table, row).fma(factor, a);
            b = FloatVector.fromArray(SPECIES, table, row + LANES).fma(factor, b);
            c = FloatVector.fromArray(SPECIES, table, row + 2 * LANES).fma(factor, c);
            d = FloatVector.fromArray(SPECIES, table, row + 3 * LANES).fma(factor, d);
            row += GROUP;
        }
        a.intoArray(scores, to);
        b.intoArray(scores, to + LANES);
        c.intoArray(scores, to + 2 * LANES);
        d.intoArray(scores, to + 3 * LANES);
        // Of widths that are no multiple of four. Apart, or the vectors would become objects: they
        // would have to outlive a loop that is hardly ever entered.
        for (; j < query.length; j++) {
            for (int i = 0; i < STRIDE; i++) {
                scores[to + i] = Math.fma(table[row + i], query[j], scores[to + i]);
            }
            row += GROUP;
        }
    }

    static void scoreTogether(
            float[] table,
            int from,
            int to,
            float[][] queries,
            int first,
            float[][] scores,
            int at) {
        int size = (queries[first].length + 1) * GROUP;
        for (int group = from; group < to; group++) {
            int place = at + (group - from) * GROUP;
            if (STRIDE == GROUP) {
                scoreGroup(table, group * size, queries, first, scores, place);
            } else {
                for (int lane = 0; lane < GROUP; lane += 2 * LANES) {
                    scorePair(table, group * size + lane, queries, first, scores, place + lane);
                }
            }
        }
    }

    /**
     * A whole group, in four of the widest vectors, by four queries. Sixteen sums take a machine
     * with 32 vector registers, as those with the widest vectors have.
     */
    private static void scoreGroup(
            float[] table, int at, float[][] queries, int first, float[][] scores, int to) {
        float[] one = queries[first];
        float[] two = queries[first + 1];
        float[] three = queries[first + 2];
        float[] four = queries[first + 3];
        FloatVector a1 = FloatVector.fromArray(SPECIES, table, at);
        FloatVector b1 = FloatVector.fromArray(SPECIES, table, at + LANES);
        FloatVector c1 = FloatVector.fromArray(SPECIES, table, at + 2 * LANES);
        FloatVector d1 = FloatVector.fromArray(SPECIES, table, at + 3 * LANES);
        FloatVector a2 = a1;
        FloatVector b2 = b1;
        FloatVector c2 = c1;
        FloatVector d2 = d1;
        FloatVector a3 = a1;
        FloatVector b3 = b1;
        FloatVector c3 = c1;
        FloatVector d3 = d1;
        FloatVector a4 = a1;
        FloatVector b4 = b1;
        FloatVector c4 = c1;
        FloatVector d4 = d1;
        int row = at;
        for (int j = 0; j < one.length; j++) {
            row += GROUP;
            FloatVector a = FloatVector.fromArray(SPECIES, table, row);
            FloatVector b = FloatVector.fromArray(SPECIES, table, row + LANES);
            FloatVector c = FloatVector.fromArray(SPECIES, table, row + 2 * LANES);
            FloatVector d = FloatVector.fromArray(SPECIES, table, row + 3 * LANES);
            FloatVector factor = FloatVector.broadcast(SPECIES, one[j]);
            a1 = a.fma(factor, a1);
            b1 = b.fma(factor, b1);
            c1 = c.fma(factor, c1);
            d1 = d.fma(factor, d1);
            factor = FloatVector.broadcast(SPECIES, two[j]);
            a2 = a.fma(factor, a2);
            b2 = b.fma(factor, b2);
            c2 = c.fma(factor, c2);
            d2 = d.fma(factor, d2);
            factor = FloatVector.broadcast(SPECIES, three[j]);
            a3 = a.fma(factor, a3);
            b3 = b.fma(factor, b3);
            c3 = c.fma(factor, c3);
            d3 = d.fma(factor, d3);
            factor = FloatVector.broadcast(SPECIES, four[j]);
            a4 = a.fma(factor, a4);
            b4 = b.fma(factor, b4);
            c4 = c.fma(factor, c4);
            d4 = d.fma(factor, d4);
        }
        a1.intoArray(scores[first], to);
        b1.intoArray(scores[first], to + LANES);
        c1.intoArray(scores[first], to + 2 * LANES);
        d1.intoArray(scores[first], to + 3 * LANES);
        a2.intoArray(scores[first + 1], to);
        b2.intoArray(scores[first + 1], to + LANES);
        c2.intoArray(scores[first + 1], to + 2 * LANES);
        d2.intoArray(scores[first + 1], to + 3 * LANES);
        a3.intoArray(scores[first + 2], to);
        b3.intoArray(scores[first + 2], to + LANES);
        c3.intoArray(scores[first + 2], to + 2 * LANES);
        d3.intoArray(scores[first + 2], to + 3 * LANES);
        a4.intoArray(scores[first + 3], to);
        b4.intoArray(scores[first + 3], to + LANES);
        c4.intoArray(scores[first + 3], to + 2 * LANES);
        d4.intoArray(scores[first + 3], to + 3 * LANES);
    }

    /** Two vectors of items by four queries: eight sums, which hide what each waits for. */
    private static void scorePair(
            float[] table, int at, float[][] queries, int first, float[][] scores, int to) {
        float[] one = queries[first];
        float[] two = queries[first + 1];
        float[] three = queries[first + 2];
        float[] four = queries[first + 3];
        FloatVector a1 = FloatVector.fromArray(SPECIES, table, at);
        FloatVector b1 = FloatVector.fromArray(SPECIES, table, at + LANES);
        FloatVector a2 = a1;
        FloatVector b2 = b1;
        FloatVector a3 = a1;
        FloatVector b3 = b1;
        FloatVector a4 = a1;
        FloatVector b4 = b1;
        int row = at;
        for (int j = 0; j < one.length; j++) {
            row += GROUP;
            FloatVector a = FloatVector.fromArray(SPECIES, table, row);
            FloatVector b = FloatVector.fromArray(SPECIES, table, row + LANES);
            FloatVector factor = FloatVector.broadcast(SPECIES, one[j]);
            a1 = a.fma(factor, a1);
            b1 = b.fma(factor, b1);
            factor = FloatVector.broadcast(SPECIES, two[j]);
            a2 = a.fma(factor, a2);
            b2 = b.fma(factor, b2);
            factor = FloatVector.broadcast(SPECIES, three[j]);
            a3 = a.fma(factor, a3);
            b3 = b.fma(factor, b3);
            factor = FloatVector.broadcast(SPECIES, four[j]);
            a4 = a.fma(factor, a4);
            b4 = b.fma(factor, b4);
        }
        a1.intoArray(scores[first], to);
        b1.intoArray(scores[first], to + LANES);
        a2.intoArray(scores[first + 1], to);
        b2.intoArray(scores[first + 1], to + LANES);
        a3.intoArray(scores[first + 2], to);
        b3.intoArray(scores[first + 2], to + LANES);
        a4.intoArray(scores[first + 3], to);
        b4.intoArray(scores[first + 3], to + LANES);
    }
}
