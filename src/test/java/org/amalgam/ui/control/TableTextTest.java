package org.amalgam.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTextTest {

    private final TableText text =
            new TableText(
                    List.of("item", "events", "share"),
                    List.of(
                            List.of("Wok, cast iron", "1,204", "7.5 %"),
                            List.of("aroma \"diffuser\"", "98", "12 %"),
                            List.of("Silk scarf", "", "-3 %")));

    private List<String> sorted(int column) {
        return text.rows().stream().map(row -> row.get(column)).sorted(text.order(column)).toList();
    }

    @Test
    void numbersAreSortedBySizeAndWordsAsTheyAreRead() {
        assertEquals(List.of("", "98", "1,204"), sorted(1));
        assertEquals(List.of("-3 %", "7.5 %", "12 %"), sorted(2));
        assertEquals("aroma \"diffuser\"", sorted(0).get(0));
    }

    @Test
    void datesAndVersionsAreWords() {
        TableText odd = new TableText(List.of("a", "b"), List.of(List.of("2026-03-02", "1.2.3")));
        assertFalse(odd.numeric(0));
        assertFalse(odd.numeric(1));
        assertTrue(text.numeric(1));
    }

    @Test
    void figuresOfSeveralKindsAreWrittenBelowEachOther() {
        TableText mixed =
                new TableText(
                        List.of("value", "name"),
                        List.of(
                                List.of("57,582", "1 wok"),
                                List.of("2026-04-11 23:51", ""),
                                List.of("75.0 %", "98")));
        assertTrue(mixed.figures(0));
        assertFalse(mixed.numeric(0));
        assertFalse(mixed.figures(1));
        assertTrue(text.figures(2));
    }

    @Test
    void aRowIsFoundByAllWordsInAnyOfItsCells() {
        assertTrue(TableText.matches(text.rows().get(0), "IRON 1,2"));
        assertFalse(TableText.matches(text.rows().get(0), "iron silk"));
        assertTrue(TableText.matches(text.rows().get(0), "  "));
    }

    @Test
    void copiedRowsAreTabbedBelowTheirHeader() {
        assertEquals(
                "item\tevents\tshare\nSilk scarf\t\t-3 %",
                text.tabbed(List.of(text.rows().get(2))));
    }

    @Test
    void exportedCellsAreQuotedWhereTheyMust() {
        assertEquals(
                "item,events,share\r\n"
                        + "\"Wok, cast iron\",\"1,204\",7.5 %\r\n"
                        + "\"aroma \"\"diffuser\"\"\",98,12 %\r\n",
                text.commaSeparated(text.rows().subList(0, 2)));
    }

    @Test
    void whatASpreadsheetWouldTakeForAFormulaIsDisarmedWhereverItGoes() {
        TableText odd =
                new TableText(
                        List.of("=shop", "loss"),
                        List.of(List.of("=1+1", "-3 %"), List.of("", "")));
        assertEquals("'=shop,loss\r\n'=1+1,-3 %\r\n,\r\n", odd.commaSeparated(odd.rows()));
        assertEquals("'=shop\tloss\n'=1+1\t-3 %", odd.tabbed(odd.rows().subList(0, 1)));
    }
}
