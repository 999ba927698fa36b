package org.amalgam.fusion;

import it.unimi.dsi.fastutil.bytes.ByteArrayList;
import it.unimi.dsi.fastutil.floats.FloatArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The table behind {@link KeptCases}: one row a kept item, the rows of a case side by side. Columns
 * are primitive lists, so that tens of thousands of cases fit. Filled by one thread, then read
 * only.
 */
final class CaseRows {

    private final int members;
    private final IntArrayList starts = new IntArrayList(new int[] {0});
    private final IntArrayList targets = new IntArrayList();
    private final IntArrayList groups = new IntArrayList();
    private final List<CaseContext> contexts = new ArrayList<>();
    private final IntArrayList items = new IntArrayList();
    private final IntArrayList counts = new IntArrayList();
    private final ByteArrayList recency = new ByteArrayList();
    private final FloatArrayList[] scores;
    private final FloatArrayList[] ranks;
    private final List<List<Optional<ScoreFacts>>> facts = new ArrayList<>();
    private final List<FloatArrayList> thresholds = new ArrayList<>();

    CaseRows(int members) {
        this.members = members;
        this.scores = new FloatArrayList[members];
        this.ranks = new FloatArrayList[members];
        for (int m = 0; m < members; m++) {
            scores[m] = new FloatArrayList();
            ranks[m] = new FloatArrayList();
            facts.add(new ArrayList<>());
            thresholds.add(new FloatArrayList());
        }
    }

    /** Begins a row. Its members' scores follow by {@link #addScore}. */
    void addItem(int item, int count, int stepsBack) {
        items.add(item);
        counts.add(count);
        recency.add((byte) Math.min(Byte.MAX_VALUE, stepsBack));
    }

    /** One member's score and mean rank of the row that was begun last; 0 and 0 without answer. */
    void addScore(int member, float score, float rank) {
        scores[member].add(score);
        ranks[member].add(rank);
    }

    /** What one member said of the case as a whole. */
    void addFacts(int member, Optional<ScoreFacts> what, double threshold) {
        facts.get(member).add(what);
        thresholds.get(member).add((float) threshold);
    }

    /** Ends a case, to which all rows since the case before belong. */
    void endCase(CaseContext context, int group, int targetRow) {
        contexts.add(context);
        groups.add(group);
        targets.add(targetRow);
        starts.add(items.size());
    }

    int members() {
        return members;
    }

    int cases() {
        return targets.size();
    }

    int rows() {
        return items.size();
    }

    int start(int index) {
        return starts.getInt(index);
    }

    int end(int index) {
        return starts.getInt(index + 1);
    }

    int targetRow(int index) {
        return targets.getInt(index);
    }

    int group(int index) {
        return groups.getInt(index);
    }

    CaseContext context(int index) {
        return contexts.get(index);
    }

    int item(int row) {
        return items.getInt(row);
    }

    /** How often the row's item occurred in training. */
    int count(int row) {
        return counts.getInt(row);
    }

    /** How many steps back the row's item was met last; 0 if it was not. */
    int recency(int row) {
        return recency.getByte(row);
    }

    float score(int member, int row) {
        return scores[member].getFloat(row);
    }

    float rank(int member, int row) {
        return ranks[member].getFloat(row);
    }

    Optional<ScoreFacts> facts(int member, int index) {
        return facts.get(member).get(index);
    }

    /** The highest score that an item which was not kept can have. */
    double threshold(int member, int index) {
        return thresholds.get(member).getFloat(index);
    }

    /**
     * A member's rank of a row; beyond all ranks if it had no answer or says nothing of the item,
     * having it at its lowest score.
     */
    double effectiveRank(int member, int row, int index) {
        Optional<ScoreFacts> known = facts(member, index);
        return known.isPresent() && score(member, row) > known.get().low()
                ? rank(member, row)
                : Double.POSITIVE_INFINITY;
    }

    /** Whether some member has the row among its first ones. */
    boolean within(int depth, int row, int index) {
        for (int m = 0; m < members; m++) {
            if (effectiveRank(m, row, index) <= depth) {
                return true;
            }
        }
        return false;
    }
}
