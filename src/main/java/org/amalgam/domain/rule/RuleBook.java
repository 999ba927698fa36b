package org.amalgam.domain.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.Item;
import org.amalgam.domain.UnusableInput;
import org.amalgam.domain.rule.RuleEffect.Exclude;
import org.amalgam.domain.rule.RuleEffect.Pin;

/**
 * All rules of a store, in the order in which they were written. The order is for readers: whatever
 * it is, the same list is shown.
 *
 * @param nextNumber of the rule that is added next; above all numbers that were ever given
 */
public record RuleBook(List<MerchandisingRule> rules, int nextNumber) {

    /** Without any rule. */
    public static final RuleBook EMPTY = new RuleBook(List.of(), 1);

    public RuleBook {
        rules = List.copyOf(rules);
        Set<Integer> numbers = new HashSet<>();
        for (MerchandisingRule rule : rules) {
            if (!numbers.add(rule.number()) || rule.number() >= nextNumber) {
                throw new IllegalArgumentException(
                        "rule " + rule.number() + " in a book that goes on with " + nextNumber);
            }
        }
    }

    /** The rule of this number. */
    public Optional<MerchandisingRule> find(int number) {
        return rules.stream().filter(rule -> rule.number() == number).findFirst();
    }

    /** Whether some rule may act, now or later. */
    public boolean acts() {
        return rules.stream().anyMatch(MerchandisingRule::enabled);
    }

    /** With one more rule, which gets the next number. */
    public RuleBook add(MerchandisingRule rule) {
        List<MerchandisingRule> more = new ArrayList<>(rules);
        more.add(rule.numbered(nextNumber));
        return new RuleBook(more, nextNumber + 1);
    }

    /** Without the rule of this number. */
    public RuleBook remove(int number) {
        require(number);
        return new RuleBook(
                rules.stream().filter(rule -> rule.number() != number).toList(), nextNumber);
    }

    /** With another rule in place of the one of this number, under the same number. */
    public RuleBook replace(int number, UnaryOperator<MerchandisingRule> change) {
        require(number);
        return new RuleBook(
                rules.stream()
                        .map(
                                rule ->
                                        rule.number() == number
                                                ? change.apply(rule).numbered(number)
                                                : rule)
                        .toList(),
                nextNumber);
    }

    /** Numbers of the rules that differ from another book's, or are in one of the two alone. */
    public SortedSet<Integer> differences(RuleBook other) {
        SortedSet<Integer> numbers = new TreeSet<>();
        rules.forEach(rule -> numbers.add(rule.number()));
        other.rules.forEach(rule -> numbers.add(rule.number()));
        numbers.removeIf(number -> find(number).equals(other.find(number)));
        return numbers;
    }

    private void require(int number) {
        if (find(number).isEmpty()) {
            throw new UnusableInput(
                    "there is no rule " + number + "; 'amalgam rules list' tells which there are");
        }
    }

    /** What keeps these rules from being used with this catalogue; disabled ones are let be. */
    public List<RuleProblem> problems(Catalogue catalogue) {
        List<MerchandisingRule> on = rules.stream().filter(MerchandisingRule::enabled).toList();
        List<RuleProblem> problems = new ArrayList<>();
        for (MerchandisingRule rule : on) {
            if (!rule.scope().isKnownTo(catalogue)) {
                problems.add(problem(RuleProblem.Kind.UNKNOWN, rule.scope().text(), rule.number()));
            }
        }
        for (MerchandisingRule pin : on) {
            if (pin.effect() instanceof Pin place) {
                on.stream()
                        .filter(pin::meets)
                        .flatMap(other -> clash(pin, place, other, catalogue).stream())
                        .forEach(problems::add);
            }
        }
        return problems;
    }

    private static Optional<RuleProblem> clash(
            MerchandisingRule pin, Pin place, MerchandisingRule other, Catalogue catalogue) {
        int a = pin.number();
        int b = other.number();
        if (other.effect() instanceof Pin taken && taken.place() == place.place() && a < b) {
            return Optional.of(
                    problem(RuleProblem.Kind.ONE_PLACE, Integer.toString(place.place()), a, b));
        }
        if (other.effect() instanceof Exclude && covers(other.scope(), pin.scope(), catalogue)) {
            return Optional.of(
                    problem(RuleProblem.Kind.PINNED_AND_EXCLUDED, pin.scope().text(), a, b));
        }
        return Optional.empty();
    }

    /** Whether the first scope has all items of the second, of which there are some. */
    private static boolean covers(RuleScope wide, RuleScope narrow, Catalogue catalogue) {
        List<Item> inside = catalogue.items().stream().filter(narrow::contains).toList();
        return !inside.isEmpty() && inside.stream().allMatch(wide::contains);
    }

    private static RuleProblem problem(RuleProblem.Kind kind, String what, Integer... rules) {
        return new RuleProblem(kind, List.of(rules), what);
    }

    /**
     * This book, if it can be used with this catalogue.
     *
     * @throws UnusableInput with the first problem otherwise
     */
    public RuleBook requireUsable(Catalogue catalogue) {
        problems(catalogue).stream()
                .findFirst()
                .ifPresent(
                        problem -> {
                            throw new UnusableInput(problem.text());
                        });
        return this;
    }
}
