package org.amalgam.ui.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeCsvTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "@SUM(A1)",
                "+49!",
                "-x",
                "-1+cmd|' /C calc'!A0",
                "-",
                "\t=1",
                "\r=1",
                "\n=1",
                "＝1+1",
                "－x"
            })
    void whatASpreadsheetWouldTakeForAFormulaGetsAnApostrophe(String text) {
        assertEquals("'" + text, SafeCsv.cell(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-3",
                "+0.25",
                "-1,204.5",
                "-12 %",
                "-7.5%",
                "-1.0E-5",
                "",
                "u-4",
                "2026-03-02",
                "−3"
            })
    void numbersAndOtherTextsStayAsTheyAre(String text) {
        assertEquals(text, SafeCsv.cell(text));
    }

    @Test
    void headsAndCellsAreDisarmedThenQuoted() {
        assertEquals(
                "'=a,b\r\n\"'=1,2\",-0.5\r\n",
                SafeCsv.text(List.of("=a", "b"), List.of(List.of("=1,2", -0.5))));
    }
}
