package org.amalgam.ui.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FuzzyTest {

    /** Texts that match, best first. */
    private static List<String> found(String query, String... texts) {
        return Stream.of(texts)
                .filter(text -> Fuzzy.score(query, text).isPresent())
                .sorted(Comparator.comparingInt(text -> -Fuzzy.score(query, text).orElseThrow()))
                .toList();
    }

    @Test
    void lettersMustOccurInOrder() {
        assertEquals(List.of("Go to Live"), found("gtl", "Go to Live", "Theme", "Light"));
        assertTrue(Fuzzy.score("evil", "Live").isEmpty());
    }

    @Test
    void beginningsOfWordsCountMoreThanLettersInBetween() {
        assertEquals("Go to Live", found("gl", "Toggle the theme", "Go to Live").get(0));
    }

    @Test
    void lettersInARowCountMoreThanScatteredOnes() {
        assertEquals(
                "Train members", found("train", "The replay again in", "Train members").get(0));
    }

    @Test
    void theBestPlaceCountsAndNotTheFirst() {
        int late = Fuzzy.score("live", "Lower values: go to Live").orElseThrow();
        assertTrue(late >= Fuzzy.score("live", "Deliver").orElseThrow(), "score " + late);
    }

    @Test
    void nothingTypedMatchesEverythingAlike() {
        assertEquals(
                Fuzzy.score("", "Settings").orElseThrow(), Fuzzy.score(" ", "x").orElseThrow());
    }

    @Test
    void chineseIsSearchedByCharacters() {
        assertEquals(List.of("转到 实时"), found("实时", "转到 实时", "切换主题"));
    }
}
