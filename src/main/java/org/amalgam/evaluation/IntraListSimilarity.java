package org.amalgam.evaluation;

import it.unimi.dsi.fastutil.ints.Int2FloatMap;
import it.unimi.dsi.fastutil.ints.Int2FloatOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2FloatOpenHashMap;
import java.util.Arrays;
import java.util.List;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.Session;

/**
 * How alike the items of a list are (Ziegler et al., WWW 2005, section 3.3): the mean similarity of
 * all pairs, from 0, nothing in common, to 1. An item's vector counts the training sessions in
 * which it occurs together with each item, itself included; similarity is the cosine of two
 * vectors. An item that training never saw is like no other.
 *
 * <p>Vectors and similarities are made when first asked for and kept. Of an item in very many
 * sessions the latest {@value #SESSIONS_AN_ITEM} are read, which bounds the time. One thread makes
 * all calls.
 */
public final class IntraListSimilarity {

    static final int SESSIONS_AN_ITEM = 500;

    private static final int MOST_PAIRS = 1_000_000;

    private final List<Session> sessions;
    private final IntArrayList[] sessionsOf;
    private final Int2ObjectOpenHashMap<Int2FloatOpenHashMap> vectors =
            new Int2ObjectOpenHashMap<>();
    private final Int2FloatOpenHashMap norms = new Int2FloatOpenHashMap();
    private final Long2FloatOpenHashMap pairs = new Long2FloatOpenHashMap();

    /**
     * @param sessions of training, in time order
     * @param itemCount items are numbered below it
     */
    public IntraListSimilarity(List<Session> sessions, int itemCount) {
        this.sessions = List.copyOf(sessions);
        this.sessionsOf = new IntArrayList[itemCount];
        for (int number = 0; number < this.sessions.size(); number++) {
            for (int item : distinct(this.sessions.get(number).steps())) {
                if (sessionsOf[item] == null) {
                    sessionsOf[item] = new IntArrayList(2);
                }
                sessionsOf[item].add(number);
            }
        }
    }

    private static int[] distinct(ItemSequence steps) {
        int[] items = new int[steps.length()];
        for (int i = 0; i < items.length; i++) {
            items[i] = steps.item(i);
        }
        return Arrays.stream(items).distinct().toArray();
    }

    /** The mean over lists of two items or more; 0 without any. */
    public double mean(List<int[]> lists) {
        return lists.stream()
                .filter(list -> list.length > 1)
                .mapToDouble(this::of)
                .average()
                .orElse(0);
    }

    /** Mean similarity of all pairs; 0 for fewer than two items. */
    public double of(int[] list) {
        double sum = 0;
        for (int i = 0; i < list.length; i++) {
            for (int j = i + 1; j < list.length; j++) {
                sum += similarity(list[i], list[j]);
            }
        }
        return list.length < 2 ? 0 : sum / (list.length * (list.length - 1) / 2.0);
    }

    private double similarity(int a, int b) {
        long pair = ((long) Math.min(a, b) << 32) | Math.max(a, b);
        if (pairs.containsKey(pair)) {
            return pairs.get(pair);
        }
        float cosine = cosine(Math.min(a, b), Math.max(a, b));
        if (pairs.size() < MOST_PAIRS) {
            pairs.put(pair, cosine);
        }
        return cosine;
    }

    private float cosine(int a, int b) {
        Int2FloatOpenHashMap one = vector(a);
        Int2FloatOpenHashMap other = vector(b);
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        Int2FloatOpenHashMap shorter = one.size() <= other.size() ? one : other;
        Int2FloatOpenHashMap longer = one.size() <= other.size() ? other : one;
        double dot = 0;
        for (Int2FloatMap.Entry entry : shorter.int2FloatEntrySet()) {
            dot += (double) entry.getFloatValue() * longer.get(entry.getIntKey());
        }
        return (float) Math.min(1, dot / ((double) norms.get(a) * norms.get(b)));
    }

    private Int2FloatOpenHashMap vector(int item) {
        Int2FloatOpenHashMap known = vectors.get(item);
        if (known != null) {
            return known;
        }
        Int2FloatOpenHashMap vector = new Int2FloatOpenHashMap();
        IntArrayList with = sessionsOf[item] == null ? new IntArrayList() : sessionsOf[item];
        for (int i = Math.max(0, with.size() - SESSIONS_AN_ITEM); i < with.size(); i++) {
            for (int other : distinct(sessions.get(with.getInt(i)).steps())) {
                vector.addTo(other, 1);
            }
        }
        double squares = 0;
        for (Int2FloatMap.Entry entry : vector.int2FloatEntrySet()) {
            squares += (double) entry.getFloatValue() * entry.getFloatValue();
        }
        norms.put(item, (float) Math.sqrt(squares));
        vectors.put(item, vector);
        return vector;
    }
}
