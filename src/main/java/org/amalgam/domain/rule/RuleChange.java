package org.amalgam.domain.rule;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * One line of the audit trail: what became of one rule.
 *
 * @param who the system's user and what he used, such as {@code anna (window)}
 * @param why as he said; may be empty
 * @param before the rule in one line; empty when it is new
 * @param after the rule in one line; empty when it was removed
 */
public record RuleChange(
        Instant time,
        String who,
        String why,
        int rule,
        Optional<String> before,
        Optional<String> after) {

    public RuleChange {
        requireNonNull(time, "time");
        requireNonNull(who, "who");
        requireNonNull(why, "why");
    }
}
