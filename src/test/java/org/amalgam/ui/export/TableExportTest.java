package org.amalgam.ui.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.amalgam.domain.UnusableInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableExportTest {

    private static final ExportTable TABLE =
            new ExportTable(
                    "audience",
                    List.of("shopper", "events", "seen", "item"),
                    List.of(
                            List.of("u,1", 12, Instant.parse("2026-03-02T07:14:00Z"), "Café \"A\""),
                            List.of("=1+1", -3, Instant.EPOCH, Optional.of("+49!")),
                            List.of("@me", 0.5, Optional.empty(), "-x")));

    @TempDir Path folder;

    @Test
    void csvQuotesWhatNeedsItAndDisarmsFormulas() throws IOException {
        Path file = folder.resolve("audience.csv");

        TableExport.write(file, TABLE);

        assertThat(Files.readString(file, StandardCharsets.UTF_8))
                .isEqualToNormalizingNewlines(
                        """
                        shopper,events,seen,item
                        "u,1",12,2026-03-02T07:14:00Z,"Café ""A\"\""
                        '=1+1,-3,1970-01-01T00:00:00Z,'+49!
                        '@me,0.5,,'-x
                        """);
    }

    @Test
    void aWorkbookHasTextsAsTextsNumbersAsNumbersAndNoFormula() throws IOException {
        Path file = folder.resolve("audience.xlsx");

        TableExport.write(file, TABLE);

        String sheet = entry(file, "xl/worksheets/sheet1.xml");
        String texts = entry(file, "xl/sharedStrings.xml");
        assertThat(sheet).doesNotContain("<f>").contains("<v>12</v>").contains("<v>-3</v>");
        assertThat(texts).contains("=1+1").contains("+49!").contains("@me").contains("Caf&#xe9;");
        assertThat(entry(file, "xl/workbook.xml")).contains("name=\"audience\"");
    }

    @Test
    void aFileThatIsThereIsReplacedAndNothingElseIsLeft() throws IOException {
        Path file = folder.resolve("list.csv");
        Files.writeString(file, "old");

        TableExport.write(file, new ExportTable("list", List.of("a"), List.of(List.of("b"))));

        assertThat(Files.readAllLines(file)).containsExactly("a", "b");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void otherEndingsAreRefusedWithWhatToDo() {
        assertThatThrownBy(() -> TableExport.write(folder.resolve("list.pdf"), TABLE))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining(".csv or .xlsx");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsSaid() {
        Path nowhere = folder.resolve("missing").resolve("list.csv");

        assertThatThrownBy(() -> TableExport.write(nowhere, TABLE))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("cannot be written");
    }

    @Test
    void aRowThatDoesNotFitItsHeadsIsRefused() {
        List<List<?>> rows = new ArrayList<>();
        rows.add(List.of("one"));

        assertThatThrownBy(() -> new ExportTable("list", List.of("a", "b"), rows))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String entry(Path file, String name) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile());
                var content = zip.getInputStream(zip.getEntry(name))) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
