package org.amalgam.domain.rule;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * One rule of a merchandiser. Its number stays its own for as long as the store is kept.
 *
 * @param number from 1
 * @param enabled whether it acts at all
 * @param note why it is there, for whoever reads it later; may be empty
 * @param from when it begins to act, in event time; empty for from ever
 * @param until when it no longer acts; empty for for ever
 */
public record MerchandisingRule(
        int number,
        RuleEffect effect,
        RuleScope scope,
        boolean enabled,
        String note,
        Optional<Instant> from,
        Optional<Instant> until) {

    public MerchandisingRule {
        requireNonNull(effect, "effect");
        requireNonNull(scope, "scope");
        requireNonNull(note, "note");
        if (number < 1) {
            throw new IllegalArgumentException("rule " + number + ": numbers begin at 1");
        }
        if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
            throw new IllegalArgumentException(
                    "rule " + number + " ends at " + until.get() + ", before it begins");
        }
    }

    /** One that acts from now on for ever. */
    public static MerchandisingRule of(int number, RuleEffect effect, RuleScope scope) {
        return new MerchandisingRule(
                number, effect, scope, true, "", Optional.empty(), Optional.empty());
    }

    /** Name of its share in the score of an item that it moved; no member has such a name. */
    public String shareName() {
        return "rule " + number;
    }

    /** Whether it acts at this time. */
    public boolean actsAt(Instant time) {
        return enabled
                && from.filter(time::isBefore).isEmpty()
                && until.filter(end -> !time.isBefore(end)).isEmpty();
    }

    /** Whether there is a time at which both act. */
    public boolean meets(MerchandisingRule other) {
        return enabled && other.enabled && begins(this, other.until) && begins(other, until);
    }

    private static boolean begins(MerchandisingRule rule, Optional<Instant> before) {
        return rule.from.isEmpty() || before.isEmpty() || rule.from.get().isBefore(before.get());
    }

    /** The same, enabled or not. */
    public MerchandisingRule enabled(boolean on) {
        return new MerchandisingRule(number, effect, scope, on, note, from, until);
    }

    /** The same under another number. */
    public MerchandisingRule numbered(int other) {
        return new MerchandisingRule(other, effect, scope, enabled, note, from, until);
    }

    /** The same, enabled and without beginning and end. */
    public MerchandisingRule always() {
        return new MerchandisingRule(
                number, effect, scope, true, note, Optional.empty(), Optional.empty());
    }

    /** In one line, for a person. */
    public String text() {
        StringBuilder text = new StringBuilder(effect.text()).append(": ").append(scope.text());
        from.ifPresent(time -> text.append(", from ").append(time));
        until.ifPresent(time -> text.append(", until ").append(time));
        if (!enabled) {
            text.append(", disabled");
        }
        if (!note.isEmpty()) {
            text.append(" (").append(note).append(')');
        }
        return text.toString();
    }
}
