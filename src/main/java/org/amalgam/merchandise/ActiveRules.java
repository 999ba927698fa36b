package org.amalgam.merchandise;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.amalgam.domain.rule.MerchandisingRule;
import org.amalgam.domain.rule.RuleEffect.Boost;
import org.amalgam.domain.rule.RuleEffect.Bury;
import org.amalgam.domain.rule.RuleEffect.Exclude;
import org.amalgam.domain.rule.RuleEffect.Pin;

/** The rules that act at one time, item by item. Immutable, thread-safe. */
final class ActiveRules {

    private final BitSet excluded = new BitSet();
    private final List<Mover> movers = new ArrayList<>();
    private final List<Pinned> pins = new ArrayList<>();
    private final int[] movedItems;
    private final double[] movedBy;

    /** A rule that changes scores, with its strength, negative for one that buries. */
    record Mover(MerchandisingRule rule, BitSet items, double strength) {}

    /** A rule that pins, with what it may pin. */
    record Pinned(MerchandisingRule rule, BitSet items, int place, boolean byName) {}

    /**
     * @param rules all of them act
     * @param items how many items there are
     */
    ActiveRules(List<CompiledRules.Scoped> rules, int items) {
        double[] by = new double[items];
        BitSet moved = new BitSet();
        for (CompiledRules.Scoped scoped : rules) {
            MerchandisingRule rule = scoped.rule();
            if (rule.effect() instanceof Exclude) {
                excluded.or(scoped.items());
            } else if (rule.effect() instanceof Pin pin) {
                pins.add(new Pinned(rule, scoped.items(), pin.place(), scoped.byName()));
            } else if (rule.effect() instanceof Boost boost) {
                movers.add(new Mover(rule, scoped.items(), boost.strength()));
            } else if (rule.effect() instanceof Bury bury) {
                movers.add(new Mover(rule, scoped.items(), -bury.strength()));
            }
        }
        // By number, so that sums and shares do not depend on the order of the book.
        movers.sort(Comparator.comparingInt(mover -> mover.rule().number()));
        pins.sort(
                Comparator.comparingInt(Pinned::place)
                        .thenComparingInt(pinned -> pinned.rule().number()));
        for (Mover mover : movers) {
            moved.or(mover.items());
            mover.items().stream().forEach(item -> by[item] += mover.strength());
        }
        movedItems = moved.stream().toArray();
        movedBy = moved.stream().mapToDouble(item -> by[item]).toArray();
    }

    /** Items that nobody is shown; only to be read. */
    BitSet excluded() {
        return excluded;
    }

    /** By place. */
    List<Pinned> pins() {
        return pins;
    }

    /** By the rule's number. */
    List<Mover> movers() {
        return movers;
    }

    /** Adds to the scores of all items that rules move, in units of this range of scores. */
    void move(float[] scores, double range) {
        for (int i = 0; i < movedItems.length; i++) {
            int item = movedItems[i];
            scores[item] = (float) (scores[item] + movedBy[i] * range);
        }
    }
}
