package org.amalgam.domain.rule;

import java.util.Locale;

/** What a rule does to the items of its scope. */
public sealed interface RuleEffect {

    /** The last place that can be pinned: as long as the lists that are shown and scored. */
    int LAST_PLACE = 20;

    /** For a person: {@code pin to place 1}, {@code boost by 0.2}, {@code exclude}. */
    String text();

    /**
     * Puts the best item of the scope at this place.
     *
     * @param place from 1 to {@value #LAST_PLACE}
     */
    record Pin(int place) implements RuleEffect {

        public Pin {
            if (place < 1 || place > LAST_PLACE) {
                throw new IllegalArgumentException(
                        "place " + place + " cannot be pinned; choose 1 to " + LAST_PLACE);
            }
        }

        @Override
        public String text() {
            return "pin to place " + place;
        }
    }

    /**
     * Raises the scores of the scope.
     *
     * @param strength in units of the range of a step's fused scores, from the lowest candidate's
     *     to the highest's: at 1 the lowest would draw level with the best; in (0, 1]
     */
    record Boost(double strength) implements RuleEffect {

        public Boost {
            requireStrength(strength);
        }

        @Override
        public String text() {
            return String.format(Locale.ROOT, "boost by %s", strength);
        }
    }

    /**
     * Lowers the scores of the scope.
     *
     * @param strength as a boost's: at 1 the best would fall to the level of the lowest; in (0, 1]
     */
    record Bury(double strength) implements RuleEffect {

        public Bury {
            requireStrength(strength);
        }

        @Override
        public String text() {
            return String.format(Locale.ROOT, "bury by %s", strength);
        }
    }

    /** Shows no item of the scope to anybody. */
    record Exclude() implements RuleEffect {

        @Override
        public String text() {
            return "exclude";
        }
    }

    private static void requireStrength(double strength) {
        if (!(strength > 0 && strength <= 1)) {
            throw new IllegalArgumentException(
                    "strength " + strength + " must be above 0 and at most 1");
        }
    }
}
