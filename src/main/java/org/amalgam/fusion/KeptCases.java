package org.amalgam.fusion;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.List;
import org.amalgam.domain.TargetRank;

/**
 * Cases as the members answered them: for each the context, the target, and of every item that any
 * member had in its top N (and of the target, and of the session's own items) every member's score
 * and rank, with the facts that normalisations need of all scores. So any weights and
 * normalisations can be tried without asking the members again. Immutable; thread-safe.
 *
 * <p>A fused rank found here is the rank among all candidates whenever the target's fused score is
 * above {@link KeptMix#bound}: an item that was not kept has of every member at most the score of
 * the last one kept. Otherwise it is a lower bound of that rank; {@link KeptMix#isExact} tells
 * which.
 *
 * <p>Memory is 6 + 8 · members bytes for an item kept and 150 · members bytes for a case: with four
 * members and N = 100 about 9 kB a case.
 */
public final class KeptCases {

    /** N where nothing else is asked for. */
    public static final int DEFAULT_TOP = 100;

    /** Below this many cases whatever is learned from them would be luck. */
    public static final int LEAST_CASES = 30;

    private final List<String> members;
    private final int top;
    private final CaseRows rows;

    KeptCases(List<String> members, int top, CaseRows rows) {
        this.members = List.copyOf(members);
        this.top = top;
        this.rows = rows;
    }

    /** Names of the members, in their natural order. */
    public List<String> members() {
        return members;
    }

    /** How many cases there are. */
    public int size() {
        return rows.cases();
    }

    /** N: how many items were kept of each member. */
    public int top() {
        return top;
    }

    /** What was known in this case. */
    public CaseContext context(int index) {
        return rows.context(index);
    }

    /** Which case of its run it is. */
    public CaseLabel label(int index) {
        return rows.label(index);
    }

    /** Cases with the same number depend on each other: the session's user or number. */
    public int group(int index) {
        return rows.label(index).group();
    }

    /** The item that came next. */
    public int target(int index) {
        return rows.label(index).target();
    }

    /** The same cases as some of the members alone would have had them. */
    public KeptCases only(java.util.Collection<String> some) {
        List<String> names = members.stream().filter(some::contains).toList();
        return new KeptCases(names, top, rows.only(names.stream().map(members::indexOf).toList()));
    }

    /** One member's scores of the kept items; 0 of all without an answer. */
    float[] scores(int index, int member) {
        float[] scores = new float[kept(index)];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = rows.score(member, rows.start(index) + i);
        }
        return scores;
    }

    /**
     * Where the target stands among the kept items of its case.
     *
     * @param scores one a kept item; what stands beyond is not looked at
     */
    TargetRank rank(int index, float[] scores) {
        float own = scores[rows.targetRow(index) - rows.start(index)];
        int above = 0;
        int tied = -1;
        for (int i = 0; i < kept(index); i++) {
            above += scores[i] > own ? 1 : 0;
            tied += scores[i] == own ? 1 : 0;
        }
        return new TargetRank(1 + above + tied / 2.0, tied);
    }

    /**
     * The kept items of a case with the highest scores, best first, equal ones by lower number.
     *
     * @param scores one a kept item; what stands beyond is not looked at
     */
    int[] best(int index, float[] scores, int length) {
        int[] places = new int[kept(index)];
        for (int i = 0; i < places.length; i++) {
            places[i] = i;
        }
        // Items stand in the order of their numbers, so that a stable sort settles ties.
        IntArrays.stableSort(places, (a, b) -> Float.compare(scores[b], scores[a]));
        int[] items = new int[Math.min(length, places.length)];
        for (int i = 0; i < items.length; i++) {
            items[i] = rows.item(rows.start(index) + places[i]);
        }
        return items;
    }

    /** How many items were kept of this case. */
    public int kept(int index) {
        return rows.end(index) - rows.start(index);
    }

    /** Whether this member, by its place in {@link #members}, had an answer. */
    public boolean answered(int index, int member) {
        return rows.facts(member, index).isPresent();
    }

    /**
     * Where a member alone had put the target among the kept items, which is its rank among all
     * candidates if it is within N.
     *
     * @return a miss at the end of the kept items if the member had no answer
     */
    TargetRank alone(int index, int member) {
        if (!answered(index, member)) {
            return new TargetRank(Integer.MAX_VALUE, 0);
        }
        TargetRank rank = rank(index, scores(index, member));
        float own = rows.score(member, rows.targetRow(index));
        boolean silent = own <= rows.facts(member, index).orElseThrow().low();
        // Of items at its lowest score a member says nothing; most of them were not kept.
        return silent ? new TargetRank(Integer.MAX_VALUE, rank.tied()) : rank;
    }

    CaseRows rows() {
        return rows;
    }
}
