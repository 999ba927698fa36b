package org.amalgam.domain.rule;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Why a book of rules cannot be used.
 *
 * @param rules numbers of the rules it is about
 * @param what the scope or place in question, as a person wrote it
 */
public record RuleProblem(Kind kind, List<Integer> rules, String what) {

    public RuleProblem {
        requireNonNull(kind, "kind");
        requireNonNull(what, "what");
        rules = List.copyOf(rules);
    }

    /** What can be wrong. */
    public enum Kind {
        /** The catalogue has no such item, brand, category or price. */
        UNKNOWN,
        /** All that one rule could pin another one excludes. */
        PINNED_AND_EXCLUDED,
        /** Two rules pin to one place at the same time. */
        ONE_PLACE
    }

    /** In one line, with what to do. */
    public String text() {
        return switch (kind) {
            case UNKNOWN ->
                    "rule "
                            + rules.get(0)
                            + ": the catalogue has no "
                            + what
                            + "; check how it is written";
            case PINNED_AND_EXCLUDED ->
                    "rule "
                            + rules.get(0)
                            + " pins "
                            + what
                            + ", which rule "
                            + rules.get(1)
                            + " excludes; disable one of them";
            case ONE_PLACE ->
                    "rules "
                            + rules.get(0)
                            + " and "
                            + rules.get(1)
                            + " pin to place "
                            + what
                            + " at the same time; give one another place or time";
        };
    }
}
