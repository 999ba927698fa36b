package org.amalgam.domain.rule;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * One line of the audit trail: what became of one rule.
 *
 * @param who the system's user and what he used, such as {@code anna (window)}
 * @param why as he said; may be empty
 * @param before the rule as it was; empty when it is new
 * @param after the rule as it is since; empty when it was removed
 */
public record RuleChange(
        Instant time,
        String who,
        String why,
        int rule,
        Optional<Version> before,
        Optional<Version> after) {

    /**
     * A rule as it was for a while.
     *
     * @param text in one line of English
     * @param rule empty where only the text was kept, as in the trail's first lines
     */
    public record Version(String text, Optional<MerchandisingRule> rule) {

        public Version {
            requireNonNull(text, "text");
            requireNonNull(rule, "rule");
        }

        public static Version of(MerchandisingRule rule) {
            return new Version(rule.text(), Optional.of(rule));
        }
    }

    public RuleChange {
        requireNonNull(time, "time");
        requireNonNull(who, "who");
        requireNonNull(why, "why");
    }
}
