package org.amalgam.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.Item;
import org.amalgam.domain.PriceBand;
import org.amalgam.domain.UnusableInput;
import org.amalgam.domain.rule.RuleEffect.Boost;
import org.amalgam.domain.rule.RuleEffect.Exclude;
import org.amalgam.domain.rule.RuleEffect.Pin;
import org.junit.jupiter.api.Test;

class RuleBookTest {

    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
    private static final Catalogue CATALOGUE =
            new Catalogue(
                    List.of(
                            item(0, "a", "Acme", "Home > Kitchen > Mugs", 5),
                            item(1, "b", "Acme", "Home > Kitchen", 15),
                            item(2, "c", "Other", "Garden", 25)));

    private static Item item(int index, String id, String brand, String category, double price) {
        return new Item(
                index,
                id,
                Optional.empty(),
                Optional.empty(),
                Optional.of(brand),
                Optional.of(category),
                OptionalDouble.of(price));
    }

    private static MerchandisingRule rule(RuleEffect effect, RuleScope scope) {
        return MerchandisingRule.of(1, effect, scope);
    }

    private static MerchandisingRule during(MerchandisingRule rule, Instant from, Instant until) {
        return new MerchandisingRule(
                rule.number(),
                rule.effect(),
                rule.scope(),
                true,
                "",
                Optional.ofNullable(from),
                Optional.ofNullable(until));
    }

    private static RuleBook book(MerchandisingRule... rules) {
        RuleBook book = RuleBook.EMPTY;
        for (MerchandisingRule rule : rules) {
            book = book.add(rule);
        }
        return book;
    }

    private static List<String> problems(MerchandisingRule... rules) {
        return book(rules).problems(CATALOGUE).stream().map(RuleProblem::text).toList();
    }

    @Test
    void numbersAreNeverGivenTwice() {
        RuleBook book =
                book(rule(new Exclude(), new RuleScope.OneItem("a")))
                        .remove(1)
                        .add(rule(new Exclude(), new RuleScope.OneItem("b")));
        assertThat(book.rules()).extracting(MerchandisingRule::number).containsExactly(2);
        assertThatThrownBy(() -> book.remove(1))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("no rule 1");
    }

    @Test
    void whatTheCatalogueDoesNotHaveIsSaidInOneLine() {
        assertThat(
                        problems(
                                rule(new Boost(.1), new RuleScope.OneItem("x")),
                                rule(new Boost(.1), new RuleScope.Brand("acme")),
                                rule(new Boost(.1), new RuleScope.Category("Home/Mugs")),
                                rule(new Boost(.1), new RuleScope.Prices(new PriceBand(100, 200)))))
                .containsExactly(
                        "rule 1: the catalogue has no item x; check how it is written",
                        "rule 2: the catalogue has no brand acme; check how it is written",
                        "rule 3: the catalogue has no category Home/Mugs; check how it is written",
                        "rule 4: the catalogue has no price 100.00 to 200.00; check how it is"
                                + " written");
    }

    @Test
    void twoPinsAtOnePlaceContradictWhenTheyMeet() {
        MerchandisingRule one = rule(new Pin(1), new RuleScope.OneItem("a"));
        MerchandisingRule two = rule(new Pin(1), new RuleScope.OneItem("b"));
        assertThat(problems(one, two))
                .containsExactly(
                        "rules 1 and 2 pin to place 1 at the same time; give one another place or"
                                + " time");
        assertThat(problems(during(one, null, MAY), during(two, MAY, JUNE))).isEmpty();
        assertThat(problems(during(one, null, JUNE), during(two, MAY, null))).hasSize(1);
        assertThat(problems(one, two.enabled(false))).isEmpty();
    }

    @Test
    void whatIsPinnedCannotBeExcludedWhole() {
        MerchandisingRule pin = rule(new Pin(1), new RuleScope.OneItem("a"));
        MerchandisingRule acme = rule(new Exclude(), new RuleScope.Brand("Acme"));
        assertThat(problems(acme, pin))
                .containsExactly("rule 2 pins item a, which rule 1 excludes; disable one of them");
        MerchandisingRule anyAcme = rule(new Pin(1), new RuleScope.Brand("Acme"));
        assertThat(problems(anyAcme, rule(new Exclude(), new RuleScope.OneItem("a")))).isEmpty();
        assertThatThrownBy(() -> book(acme, pin).requireUsable(CATALOGUE))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("rule 2 pins item a");
    }

    @Test
    void aCategoryHoldsThoseBelowIt() {
        RuleScope kitchen = new RuleScope.Category("Home/Kitchen");
        assertThat(CATALOGUE.items().stream().filter(kitchen::contains).map(Item::id))
                .containsExactly("a", "b");
        assertThat(new RuleScope.Category("Home > Kit").isKnownTo(CATALOGUE)).isFalse();
    }

    @Test
    void impossibleRulesCannotBeMade() {
        assertThatThrownBy(() -> new Pin(21)).hasMessageContaining("choose 1 to 20");
        assertThatThrownBy(() -> new Boost(0)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> new RuleScope.Brand(" ")).hasMessageContaining("blank");
        MerchandisingRule rule = rule(new Exclude(), new RuleScope.OneItem("a"));
        assertThatThrownBy(() -> during(rule, JUNE, MAY)).hasMessageContaining("before it begins");
    }
}
