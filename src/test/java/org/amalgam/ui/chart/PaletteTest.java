package org.amalgam.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PaletteTest {

    private static final List<String> RANKERS =
            List.of(
                    "lstm",
                    "cnn",
                    "gan",
                    "vstan",
                    "fused",
                    "fused-nets",
                    "pop",
                    "recentpop",
                    "markov",
                    "rules",
                    "itemknn",
                    "vsknn",
                    "hmm");

    @Test
    void everyRankerHasAColourOfItsOwn() {
        Set<Integer> colours = new HashSet<>();
        RANKERS.forEach(ranker -> colours.add(Palette.colour(ranker)));
        assertEquals(RANKERS.size(), colours.size());
    }

    @Test
    void labelsCanBeReadInBothThemes() {
        for (String ranker : RANKERS) {
            for (boolean dark : new boolean[] {false, true}) {
                int text = Palette.text(Palette.colour(ranker), dark);
                assertTrue(Palette.contrast(text, dark) >= 4.5, ranker + " dark " + dark);
            }
        }
    }
}
