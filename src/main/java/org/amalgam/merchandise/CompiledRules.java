package org.amalgam.merchandise;

import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.Item;
import org.amalgam.domain.rule.MerchandisingRule;
import org.amalgam.domain.rule.RuleBook;
import org.amalgam.domain.rule.RuleScope;

/**
 * A book of rules made ready for one catalogue: scopes are looked up once. What acts is looked up
 * when time crosses a beginning or an end. One thread makes all calls.
 */
public final class CompiledRules {

    private final List<Scoped> rules;
    private final int items;
    private ActiveRules active;
    private Optional<Instant> activeFrom = Optional.empty();
    private Optional<Instant> activeUntil = Optional.empty();

    /** An enabled rule and its items. */
    record Scoped(MerchandisingRule rule, BitSet items) {

        /** Whether it names one item, which then need not have occurred before. */
        boolean byName() {
            return rule.scope() instanceof RuleScope.OneItem;
        }
    }

    public CompiledRules(RuleBook book, Catalogue catalogue) {
        this.items = catalogue.size();
        this.rules =
                book.rules().stream()
                        .filter(MerchandisingRule::enabled)
                        .map(rule -> new Scoped(rule, inside(rule.scope(), catalogue)))
                        .toList();
    }

    /** Numbers of the items of a scope. */
    public static BitSet inside(RuleScope scope, Catalogue catalogue) {
        BitSet inside = new BitSet(catalogue.size());
        if (scope instanceof RuleScope.OneItem one) {
            catalogue.find(one.id()).map(Item::index).ifPresent(inside::set);
        } else {
            catalogue.items().stream()
                    .filter(scope::contains)
                    .mapToInt(Item::index)
                    .forEach(inside::set);
        }
        return inside;
    }

    /** How many items there are. */
    int items() {
        return items;
    }

    /** What acts at this time. */
    ActiveRules at(Instant time) {
        boolean known =
                active != null
                        && activeFrom.filter(time::isBefore).isEmpty()
                        && activeUntil.filter(end -> !time.isBefore(end)).isEmpty();
        if (!known) {
            active =
                    new ActiveRules(
                            rules.stream().filter(one -> one.rule().actsAt(time)).toList(), items);
            activeFrom = turns().filter(turn -> !turn.isAfter(time)).max(Instant::compareTo);
            activeUntil = turns().filter(turn -> turn.isAfter(time)).min(Instant::compareTo);
        }
        return active;
    }

    private Stream<Instant> turns() {
        return rules.stream()
                .flatMap(
                        one ->
                                Stream.concat(
                                        one.rule().from().stream(), one.rule().until().stream()));
    }
}
