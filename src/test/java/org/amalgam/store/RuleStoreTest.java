package org.amalgam.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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
        MerchandisingRule on = rule(new RuleEffect.Pin(3), new RuleScope.OneItem("p-1"));
        MerchandisingRule off = on.enabled(false);
        RuleBook one = RuleBook.EMPTY.add(on);
        rules.change(one, "anna (window)", "launch");
        rules.change(one.replace(1, was -> off), "ben (command line)", "");
        rules.change(one.remove(1), "anna (window)", "over");
        assertThat(rules.trail())
                .containsExactly(
                        changed("anna (window)", "over", Optional.of(off), Optional.empty()),
                        changed("ben (command line)", "", Optional.of(on), Optional.of(off)),
                        changed("anna (window)", "launch", Optional.empty(), Optional.of(on)));
        assertThat(rules.trail().get(0).before().orElseThrow().text())
                .isEqualTo("pin to place 3: item p-1, disabled");
    }

    private static RuleChange changed(
            String who,
            String why,
            Optional<MerchandisingRule> before,
            Optional<MerchandisingRule> after) {
        return new RuleChange(
                MemoryStore.NOON,
                who,
                why,
                1,
                before.map(RuleChange.Version::of),
                after.map(RuleChange.Version::of));
    }

    @Test
    void theTrailKeepsEveryKindOfRuleAsItWas() {
        rules.change(full(), "anna", "");
        List<RuleChange> trail = rules.trail();
        for (MerchandisingRule rule : full().rules()) {
            assertThat(trail)
                    .filteredOn(change -> change.rule() == rule.number())
                    .extracting(RuleChange::after)
                    .containsExactly(Optional.of(RuleChange.Version.of(rule)));
        }
    }

    @Test
    void aLineThatHasItsTextAloneIsReadAsThat() throws SQLException {
        rules.change(full(), "anna", "");
        try (Connection connection = memory.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM rule_version");
        }
        assertThat(rules.trail().get(4).after())
                .contains(new RuleChange.Version("pin to place 3: item p-1", Optional.empty()));
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
