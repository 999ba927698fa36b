package org.amalgam.ui.command;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * How well a text answers what was typed: all its letters must occur in order; beginnings of words
 * and letters in a row count more, so that {@code gl} finds "Go to Live" before "Toggle".
 */
final class Fuzzy {

    private static final int IN_A_ROW = 5;
    private static final int WORD_BEGINS = 8;
    private static final int FOUND = 1;

    private Fuzzy() {}

    /** The higher the better; empty when a letter is missing. Blanks in the query are ignored. */
    static OptionalInt score(String query, String text) {
        String wanted = query.toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
        String within = text.toLowerCase(Locale.ROOT);
        int best = -1;
        // A greedy match from every place where the first letter occurs finds the best beginning.
        for (int from = 0; from < Math.max(1, within.length()); from++) {
            best = Math.max(best, scoreFrom(wanted, within, from));
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    private static int scoreFrom(String wanted, String within, int from) {
        int score = 0;
        int last = from - 2;
        int at = from;
        for (int i = 0; i < wanted.length(); i++) {
            int found = within.indexOf(wanted.charAt(i), at);
            if (found < 0) {
                return -1;
            }
            score += FOUND;
            score += found == last + 1 ? IN_A_ROW : 0;
            score += beginsWord(within, found) ? WORD_BEGINS : 0;
            last = found;
            at = found + 1;
        }
        return score;
    }

    private static boolean beginsWord(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }
}
