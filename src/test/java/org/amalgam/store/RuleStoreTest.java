package org.amalgam.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.amalgam.domain.PriceBand;
import org.amalgam.domain.rule.MerchandisingRule;
import org.amalgam.domain.rule.RuleBook;
import org.amalgam.domain.rule.RuleChange;
import org.amalgam.domain.rule.RuleEffect;
import org.amalgam.domain.rule.RuleScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RuleStoreTest {

    @RegisterExtension final MemoryStore memory = new MemoryStore();

    private RuleStore rules;

    @BeforeEach
    void open() {
        rules = memory.store().rules();
    }

    private static MerchandisingRule rule(RuleEffect effect, RuleScope scope) {
        return MerchandisingRule.of(1, effect, scope);
    }

    /** One of each effect and scope. */
    private static RuleBook full() {
        return RuleBook.EMPTY
                .add(rule(new RuleEffect.Pin(3), new RuleScope.OneItem("p-1")))
                .add(rule(new RuleEffect.Boost(.25), new RuleScope.Brand("Acme")))
                .add(rule(new RuleEffect.Bury(1), new RuleScope.Category("Home > 厨房")))
                .add(
                        new MerchandisingRule(
                                1,
                                new RuleEffect.Exclude(),
                                new RuleScope.Prices(new PriceBand(10, Double.POSITIVE_INFINITY)),
                                false,
                                "too dear",
                                Optional.of(Instant.parse("2026-05-01T00:00:00Z")),
                                Optional.of(Instant.parse("2026-06-01T00:00:00.123Z"))))
                .add(rule(new RuleEffect.Exclude(), new RuleScope.Prices(new PriceBand(0, 1.5))));
    }

    @Test
    void aNewStoreHasNoRules() {
        assertThat(rules.book()).isEqualTo(RuleBook.EMPTY);
        assertThat(rules.trail()).isEmpty();
    }

    @Test
    void aBookComesBackAsItWasWritten() {
        assertThat(rules.change(full(), "anna (window)", "season")).isEqualTo(full());
        assertThat(rules.book()).isEqualTo(full());
    }

    @Test
    void theTrailSaysWhoWhenWhyAndWhatBeforeAndAfter() {
        RuleBook one =
                RuleBook.EMPTY.add(rule(new RuleEffect.Pin(3), new RuleScope.OneItem("p-1")));
        rules.change(one, "anna (window)", "launch");
        rules.change(one.replace(1, on -> on.enabled(false)), "ben (command line)", "");
        rules.change(one.remove(1), "anna (window)", "over");
        assertThat(rules.trail())
                .containsExactly(
                        changed(
                                "anna (window)",
                                "over",
                                "pin to place 3: item p-1, disabled",
                                null),
                        changed(
                                "ben (command line)",
                                "",
                                "pin to place 3: item p-1",
                                "pin to place 3: item p-1, disabled"),
                        changed("anna (window)", "launch", null, "pin to place 3: item p-1"));
    }

    private static RuleChange changed(String who, String why, String before, String after) {
        return new RuleChange(
                MemoryStore.NOON,
                who,
                why,
                1,
                Optional.ofNullable(before),
                Optional.ofNullable(after));
    }

    @Test
    void aNumberIsNotGivenAgainWhenItsRuleIsGone() {
        rules.change(full(), "anna", "");
        RuleBook left = rules.change(RuleBook.EMPTY, "anna", "");
        assertThat(left.rules()).isEmpty();
        assertThat(left.nextNumber()).isEqualTo(6);
    }

    @Test
    void onlyRulesThatDifferAreNoted() {
        rules.change(full(), "anna", "");
        rules.change(full().remove(2), "anna", "");
        List<RuleChange> trail = rules.trail();
        assertThat(trail).hasSize(6);
        assertThat(trail.get(0).rule()).isEqualTo(2);
        rules.change(rules.book(), "anna", "nothing");
        assertThat(rules.trail()).hasSize(6);
    }
}
