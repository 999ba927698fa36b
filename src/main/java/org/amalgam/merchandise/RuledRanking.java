package org.amalgam.merchandise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.amalgam.domain.TargetRank;
import org.amalgam.domain.rule.MerchandisingRule;
import org.amalgam.domain.rule.RuleEffect;

/**
 * The ranking that rules make of fused scores. Its order depends on the scores, the candidates, the
 * catalogue and the rules that act at the time, and on nothing else:
 *
 * <ol>
 *   <li>Excluded items are taken out; places they would have had go to the next ones, so a list has
 *       k items as long as so many are left.
 *   <li>A boosted (buried) item's score rises (falls) by the strength of the rule times the range
 *       of the candidates' scores, the highest less the lowest, or 1 where all are equal. Strengths
 *       of several rules on one item add up. So a bury of 1 leaves an item no better than the
 *       lowest was, and a smaller one leaves the best of the buried above the worst of the others.
 *   <li>Pins are taken by place, lower places first. Each takes one item: the one it names, even if
 *       it has never occurred, or else the candidate of its scope with the best score by now that
 *       is neither excluded nor pinned already. A pin that finds none is let be.
 *   <li>The others stand in order of their scores, equal ones by item number, and fill the places
 *       that are not pinned. When they run out, the pins that are left follow by place.
 * </ol>
 *
 * <p>Hence a list of k is the beginning of any longer one, and the order of the rules in their book
 * does not matter. A pinned item gets the score of the first unpinned one after it, or of the one
 * before it at the end, so that scores fall along the list and the pin's share says what it gave.
 *
 * <p>Keeps room between calls: one thread makes all calls, and what they tell is about the scores
 * {@link #apply applied} last. Nothing that grows with the catalogue is made by a call.
 */
public final class RuledRanking {

    private final CompiledRules rules;
    private final float[] scores;
    private final BitSet free = new BitSet();
    private final int[] pinnedItems;
    private final ActiveRules.Pinned[] pinnedBy;
    private ActiveRules active;
    private double range;
    private int pinned;

    public RuledRanking(CompiledRules rules) {
        this.rules = rules;
        this.scores = new float[rules.items()];
        this.pinnedItems = new int[RuleEffect.LAST_PLACE];
        this.pinnedBy = new ActiveRules.Pinned[RuleEffect.LAST_PLACE];
    }

    /**
     * One place of the list that is shown.
     *
     * @param score after all rules
     * @param given by name of its share, what each rule that touches the item gave; to rounding
     */
    public record Place(int item, float score, Map<String, Double> given) {

        /**
         * The members' shares with one for each rule, which added in this order and rounded to
         * float are the score.
         *
         * @param members likewise for the fused score
         */
        public Map<String, Double> shares(Map<String, Double> members) {
            if (given.isEmpty()) {
                return members;
            }
            Map<String, Double> shares = new LinkedHashMap<>(members);
            double sum = 0;
            for (double share : members.values()) {
                sum += share;
            }
            int left = given.size();
            for (var rule : given.entrySet()) {
                left--;
                double share = left == 0 ? score - sum : rule.getValue();
                shares.put(rule.getKey(), share);
                sum += share;
            }
            return shares;
        }
    }

    /**
     * Applies the rules of this time.
     *
     * @param fused by item, all finite; not changed
     * @param candidates items that may be ranked; not changed
     */
    public void apply(Instant time, float[] fused, BitSet candidates) {
        active = rules.at(time);
        System.arraycopy(fused, 0, scores, 0, scores.length);
        if (!active.movers().isEmpty()) {
            range = range(fused, candidates);
            active.move(scores, range);
        }
        free.clear();
        free.or(candidates);
        free.andNot(active.excluded());
        pin();
    }

    private void pin() {
        pinned = 0;
        for (ActiveRules.Pinned pin : active.pins()) {
            int item = pin.byName() ? named(pin) : best(pin.items());
            if (item >= 0 && pinned < pinnedItems.length) {
                pinnedItems[pinned] = item;
                pinnedBy[pinned] = pin;
                pinned++;
                free.clear(item);
            }
        }
    }

    private int named(ActiveRules.Pinned pin) {
        int item = pin.items().nextSetBit(0);
        return item < 0 || active.excluded().get(item) || pinOf(item) >= 0 ? -1 : item;
    }

    private int best(BitSet scope) {
        int best = -1;
        for (int item = scope.nextSetBit(0); item >= 0; item = scope.nextSetBit(item + 1)) {
            if (free.get(item) && (best < 0 || scores[item] > scores[best])) {
                best = item;
            }
        }
        return best;
    }

    /** Which of the pins took this item; −1 for none. */
    private int pinOf(int item) {
        for (int i = 0; i < pinned; i++) {
            if (pinnedItems[i] == item) {
                return i;
            }
        }
        return -1;
    }

    /** Run by run, for nearly all items are candidates. */
    private static double range(float[] fused, BitSet candidates) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        int from = candidates.nextSetBit(0);
        while (from >= 0 && from < fused.length) {
            int end = Math.min(fused.length, candidates.nextClearBit(from));
            for (int item = from; item < end; item++) {
                low = Math.min(low, fused[item]);
                high = Math.max(high, fused[item]);
            }
            from = candidates.nextSetBit(end);
        }
        return high > low ? (double) high - low : 1;
    }

    /** Scores by item after boosts and buries; not a copy. */
    public float[] scores() {
        return scores;
    }

    /** Candidates that are neither excluded nor pinned, always the same set; only to be read. */
    public BitSet free() {
        return free;
    }

    /**
     * The list that is shown, best first; fewer than k when there are fewer.
     *
     * @param best the k best of {@link #free} by {@link #scores}, equal ones by item number
     */
    public List<Place> list(int[] best, int k) {
        List<Place> places = new ArrayList<>(k);
        int next = 0;
        int pin = 0;
        while (places.size() < k && (next < best.length || pin < pinned)) {
            boolean pinsTurn =
                    pin < pinned
                            && (next == best.length || pinnedBy[pin].place() <= places.size() + 1);
            if (pinsTurn) {
                float score = next < best.length ? scores[best[next]] : atTheEnd(places, pin);
                places.add(place(pinnedItems[pin], score, Optional.of(pinnedBy[pin].rule())));
                pin++;
            } else {
                int item = best[next++];
                places.add(place(item, scores[item], Optional.empty()));
            }
        }
        return places;
    }

    private float atTheEnd(List<Place> places, int pin) {
        return places.isEmpty() ? scores[pinnedItems[pin]] : places.get(places.size() - 1).score();
    }

    private Place place(int item, float score, Optional<MerchandisingRule> pin) {
        Map<String, Double> given = new LinkedHashMap<>();
        for (ActiveRules.Mover mover : active.movers()) {
            if (mover.items().get(item)) {
                given.put(mover.rule().shareName(), mover.strength() * range);
            }
        }
        pin.ifPresent(rule -> given.put(rule.shareName(), (double) score - scores[item]));
        return new Place(item, score, Collections.unmodifiableMap(given));
    }

    /**
     * Where an item stands in the whole ranking; empty for one that is not shown at all.
     *
     * @param among its rank among {@link #free} by {@link #scores}; asked for items in there only
     */
    public Optional<TargetRank> rank(int item, IntFunction<TargetRank> among) {
        int pin = pinOf(item);
        if (pin >= 0) {
            int before = Math.min(unpinnedBefore(pin), free.cardinality());
            return Optional.of(new TargetRank(before + pin + 1.0, 0));
        }
        return free.get(item) ? Optional.of(behindPins(among.apply(item))) : Optional.empty();
    }

    /** How many unpinned items stand before a pin where there are enough of them. */
    private int unpinnedBefore(int pin) {
        int before = 0;
        for (int i = 0; i <= pin; i++) {
            before = Math.max(before, pinnedBy[i].place() - 1 - i);
        }
        return before;
    }

    /** A block of equal scores may stand on both sides of a pin: the mean of its places. */
    private TargetRank behindPins(TargetRank rank) {
        double first = rank.meanRank() - rank.tied() / 2.0;
        double last = rank.meanRank() + rank.tied() / 2.0;
        double behind = 0;
        for (int pin = 0; pin < pinned; pin++) {
            double from = Math.max(first, unpinnedBefore(pin) + 1.0);
            behind += Math.max(0, last - from + 1) / (rank.tied() + 1.0);
        }
        return new TargetRank(rank.meanRank() + behind, rank.tied());
    }
}
