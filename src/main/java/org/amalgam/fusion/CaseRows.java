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

    /** In place of a row of a target that was not kept. */
    static final int NO_TARGET = -1;

    private final Items table;
    private final List<Answers> answers;

    CaseRows(int members) {
        this(new Items(), new ArrayList<>());
        for (int m = 0; m < members; m++) {
            answers.add(new Answers());
        }
    }

    private CaseRows(Items table, List<Answers> answers) {
        this.table = table;
        this.answers = answers;
    }

    /** What is known of cases and their items, whoever answered. */
    private static final class Items {
        private final IntArrayList starts = new IntArrayList(new int[] {0});
        private final IntArrayList targets = new IntArrayList();
        private final List<CaseLabel> labels = new ArrayList<>();
        private final List<CaseContext> contexts = new ArrayList<>();
        private final IntArrayList items = new IntArrayList();
        private final IntArrayList counts = new IntArrayList();
        private final ByteArrayList recency = new ByteArrayList();
    }

    /** What one member said: a score and a rank a row, facts and a threshold a case. */
    private static final class Answers {
        private final FloatArrayList scores = new FloatArrayList();
        private final FloatArrayList ranks = new FloatArrayList();
        private final List<Optional<ScoreFacts>> facts = new ArrayList<>();
        private final FloatArrayList thresholds = new FloatArrayList();
    }

    /**
     * The same rows with the answers of some members only, in the order given; nothing is copied.
     */
    CaseRows only(List<Integer> members) {
        return new CaseRows(table, members.stream().map(answers::get).toList());
    }

    /** Begins a row. Its members' scores follow by {@link #addScore}. */
    void addItem(int item, int count, int stepsBack) {
        table.items.add(item);
        table.counts.add(count);
        table.recency.add((byte) Math.min(Byte.MAX_VALUE, stepsBack));
    }

    /** One member's score and mean rank of the row that was begun last; 0 and 0 without answer. */
    void addScore(int member, float score, float rank) {
        answers.get(member).scores.add(score);
        answers.get(member).ranks.add(rank);
    }

    /** What one member said of the case as a whole. */
    void addFacts(int member, Optional<ScoreFacts> what, double threshold) {
        answers.get(member).facts.add(what);
        answers.get(member).thresholds.add((float) threshold);
    }

    /**
     * Ends a case, to which all rows since the case before belong.
     *
     * @param targetRow {@link #NO_TARGET} if nobody could know the target
     */
    void endCase(CaseContext context, CaseLabel label, int targetRow) {
        table.contexts.add(context);
        table.labels.add(label);
        table.targets.add(targetRow);
        table.starts.add(table.items.size());
    }

    int members() {
        return answers.size();
    }

    int cases() {
        return table.targets.size();
    }

    int rows() {
        return table.items.size();
    }

    int start(int index) {
        return table.starts.getInt(index);
    }

    int end(int index) {
        return table.starts.getInt(index + 1);
    }

    int targetRow(int index) {
        return table.targets.getInt(index);
    }

    CaseLabel label(int index) {
        return table.labels.get(index);
    }

    CaseContext context(int index) {
        return table.contexts.get(index);
    }

    int item(int row) {
        return table.items.getInt(row);
    }

    /** How often the row's item occurred in training. */
    int count(int row) {
        return table.counts.getInt(row);
    }

    /** How many steps back the row's item was met last; 0 if it was not. */
    int recency(int row) {
        return table.recency.getByte(row);
    }

    float score(int member, int row) {
        return answers.get(member).scores.getFloat(row);
    }

    float rank(int member, int row) {
        return answers.get(member).ranks.getFloat(row);
    }

    Optional<ScoreFacts> facts(int member, int index) {
        return answers.get(member).facts.get(index);
    }

    /** The highest score that an item which was not kept can have. */
    double threshold(int member, int index) {
        return answers.get(member).thresholds.getFloat(index);
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
        for (int m = 0; m < members(); m++) {
            if (effectiveRank(m, row, index) <= depth) {
                return true;
            }
        }
        return false;
    }
}
