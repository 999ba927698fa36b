package org.amalgam.fusion;

import static java.util.Objects.requireNonNull;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.MemberOutput.Scored;

/** Keeps cases while members answer them. One thread makes all calls. */
public final class KeptCasesBuilder {

    private final List<String> members;
    private final int[] itemCounts;
    private final BitSet candidates;
    private final int top;
    private final TopItems topItems;
    private final CaseRows rows;
    private final double[] room;

    /**
     * Begins without cases.
     *
     * @param members names of those whose answers are kept; others are ignored
     * @param itemCounts how often each item occurred in training
     * @param candidates items that are ranked; looked at anew in every case
     * @param top N: how many items are kept of each member, ≥ 1; {@link KeptCases#DEFAULT_TOP}
     */
    public KeptCasesBuilder(List<String> members, int[] itemCounts, BitSet candidates, int top) {
        this.members = members.stream().sorted().toList();
        this.itemCounts = itemCounts.clone();
        this.candidates = requireNonNull(candidates, "candidates");
        if (top < 1 || members.isEmpty()) {
            throw new IllegalArgumentException("top " + top + " of members " + members);
        }
        this.top = top;
        this.topItems = new TopItems(top);
        this.rows = new CaseRows(members.size());
        this.room = new double[itemCounts.length];
    }

    /**
     * Keeps one case, numbered, whose user tells which cases belong together.
     *
     * @see #add(CaseLabel, FeatureWindow, List)
     */
    public boolean add(FeatureWindow window, int target, List<MemberOutput> outputs) {
        String id = Integer.toString(rows.cases());
        return add(new CaseLabel(id, window.user(), target, true), window, outputs);
    }

    /**
     * Keeps one case. The outputs' arrays are not kept.
     *
     * @param window what the members answered to
     * @return whether it was kept: not if the target is said to be known and is no candidate
     * @throws IllegalArgumentException if a member's scores are not as many as the items
     */
    public boolean add(CaseLabel label, FeatureWindow window, List<MemberOutput> outputs) {
        if (label.targetKnown() && !candidates.get(label.target())) {
            return false;
        }
        float[][] scores = new float[members.size()][];
        for (MemberOutput output : outputs) {
            int member = members.indexOf(output.member());
            if (member >= 0 && output instanceof Scored scored) {
                scores[member] = checked(scored);
            }
        }
        keep(label, window, scores);
        return true;
    }

    private float[] checked(Scored output) {
        if (output.scores().length != itemCounts.length) {
            throw new IllegalArgumentException(
                    output.member()
                            + ": "
                            + output.scores().length
                            + " scores for "
                            + itemCounts.length
                            + " items");
        }
        return output.scores();
    }

    private void keep(CaseLabel label, FeatureWindow window, float[][] scores) {
        IntOpenHashSet union = new IntOpenHashSet();
        if (label.targetKnown()) {
            union.add(label.target());
        }
        for (int m = 0; m < scores.length; m++) {
            if (scores[m] == null) {
                rows.addFacts(m, Optional.empty(), 0);
                continue;
            }
            ScoreFacts facts = ScoreFacts.of(scores[m], room);
            topItems.select(scores[m], candidates, facts.low());
            rows.addFacts(m, Optional.of(facts), topItems.threshold(facts.low()));
            for (int item : topItems.items()) {
                union.add(item);
            }
        }
        ItemSequence steps = window.context();
        for (int i = 0; i < steps.length(); i++) {
            if (candidates.get(steps.item(i))) {
                union.add(steps.item(i)); // stacking may raise what comes again from anywhere
            }
        }
        int[] items = union.toIntArray();
        Arrays.sort(items);
        int first = rows.rows();
        for (int item : items) {
            rows.addItem(item, itemCounts[item], CaseContext.recency(steps, item, 0));
        }
        for (int m = 0; m < scores.length; m++) {
            addScores(m, scores[m], items);
        }
        int targetRow =
                label.targetKnown()
                        ? first + Arrays.binarySearch(items, label.target())
                        : CaseRows.NO_TARGET;
        rows.endCase(CaseContext.of(window, itemCounts), label, targetRow);
    }

    private void addScores(int member, float[] scores, int[] items) {
        if (scores == null) {
            for (int i = 0; i < items.length; i++) {
                rows.addScore(member, 0, 0);
            }
            return;
        }
        float[] ranks = RankCounter.ranks(scores, items);
        for (int i = 0; i < items.length; i++) {
            rows.addScore(member, scores[items[i]], ranks[i]);
        }
    }

    /** What has been kept so far; the builder is not used again. */
    public KeptCases build() {
        return new KeptCases(members, top, rows);
    }
}
