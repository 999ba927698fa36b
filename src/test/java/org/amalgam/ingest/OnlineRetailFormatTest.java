package org.amalgam.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.amalgam.config.CleaningSettings;
import org.amalgam.domain.Action;
import org.amalgam.domain.CatalogueLine;
import org.amalgam.domain.LogLine;
import org.amalgam.domain.RejectedLine;
import org.amalgam.domain.RejectedLine.Reason;
import org.amalgam.domain.stage.TaskMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnlineRetailFormatTest {

    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

    @TempDir Path folder;

    @Test
    void aLineIsAPurchaseAndSaysWhatItsItemIs() throws IOException {
        ParsedLine line =
                only("500001,12345A, BLUE PAPER LANTERN ,6,2011-03-04 09:15:00,2.5,17001.0,France");

        LogLine log =
                new LogLine(
                        2,
                        Instant.parse("2011-03-04T09:15:00Z"),
                        "17001",
                        Optional.of("12345A"),
                        Action.PURCHASE,
                        Optional.empty(),
                        OptionalDouble.of(2.5),
                        OptionalDouble.of(6));
        CatalogueLine about =
                new CatalogueLine(
                        2,
                        "12345A",
                        Optional.of("BLUE PAPER LANTERN"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        OptionalDouble.of(2.5));
        assertThat(line)
                .isEqualTo(
                        new ParsedLine.Kept(log, OptionalDouble.empty(), Optional.of(about), true));
    }

    @Test
    void whatAnItemIsCalledIsToldWithItsFirstSaleOnly() throws IOException {
        List<ParsedLine> lines =
                read(
                        "500001,12345,LANTERN,6,2011-03-04 09:15:00,2.5,17001,France",
                        "500002,12345,LANTERN wrong box,1,2011-03-05 09:15:00,9,17001,France");

        assertThat(lines).allMatch(line -> line instanceof ParsedLine.Kept);
        assertThat(((ParsedLine.Kept) lines.get(0)).about()).isPresent();
        assertThat(((ParsedLine.Kept) lines.get(1)).about()).isEmpty();
    }

    @Test
    void withoutACustomerTheInvoiceIsTheUser() throws IOException {
        ParsedLine line = only("500001,12345,LANTERN,6,2011-03-04 09:15:00,2.5,,France");

        assertThat(((ParsedLine.Kept) line).log().user()).isEqualTo("invoice-500001");
    }

    @Test
    void theDateMayBeWrittenAsASpreadsheetDoes() throws IOException {
        ParsedLine line = only("500001,12345,LANTERN,6,3/4/2011 9:15,2.5,17001,France");

        assertThat(((ParsedLine.Kept) line).log().time())
                .isEqualTo(Instant.parse("2011-03-04T09:15:00Z"));
    }

    @Test
    void anInvoiceCountsACodeOnceWhereverItsOtherLineStands() throws IOException {
        List<ParsedLine> lines =
                read(
                        "500001,12345,LANTERN,6,2011-03-04 09:15:00,2.5,17001,France",
                        "500002,12345,LANTERN,6,2011-03-04 09:15:00,2.5,17002,France",
                        "500001,12345,LANTERN,2,2011-03-04 09:16:00,2.5,17001,France");

        assertThat(lines.get(1)).isInstanceOf(ParsedLine.Kept.class);
        assertThat(lines.get(2)).isEqualTo(new ParsedLine.Duplicate(4));
    }

    @Test
    void aRejectedLineDoesNotMakeTheNextOneADuplicate() throws IOException {
        List<ParsedLine> lines =
                read(
                        "500001,12345,LANTERN,0,2011-03-04 09:15:00,2.5,17001,France",
                        "500001,12345,LANTERN,2,2011-03-04 09:15:00,2.5,17001,France");

        assertThat(lines.get(0)).isInstanceOf(ParsedLine.Rejected.class);
        assertThat(lines.get(1)).isInstanceOf(ParsedLine.Kept.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "C500001,12345,LANTERN,-6,2011-03-04 09:15:00,2.5,17001,France|NOT_A_SALE|C500001",
                "A500001,B,Adjust bad debt,1,2011-03-04 09:15:00,11062.06,,France|NOT_A_SALE|A50",
                "500001,12345,LANTERN,-6,2011-03-04 09:15:00,2.5,17001,France|NOT_A_SALE|-6",
                "500001,12345,LANTERN,6,2011-03-04 09:15:00,0,17001,France|NOT_A_SALE|price 0.0",
                "500001,POST,POSTAGE,1,2011-03-04 09:15:00,18,17001,France|NOT_AN_ITEM|POST",
                "500001,1234,SHORT,1,2011-03-04 09:15:00,18,17001,France|NOT_AN_ITEM|1234",
                "500001,12345,,1,2011-03-04 09:15:00,18,17001,France|MISSING_TITLE|12345",
                "500001,,LANTERN,1,2011-03-04 09:15:00,18,17001,France|MISSING_ITEM|stock code",
                ",12345,LANTERN,1,2011-03-04 09:15:00,18,17001,France|MISSING_USER|invoice",
                "500001,12345,LANTERN,six,2011-03-04 09:15:00,2,17001,France|BAD_NUMBER|six",
                "500001,12345,LANTERN,6,2011-03-04 09:15:00,,17001,France|BAD_NUMBER|unit price",
                "500001,12345,LANTERN,6,4 March 2011,2,17001,France|BAD_TIMESTAMP|4 March 2011",
                "500001,12345,LANTERN,6,1911-03-04 09:15:00,2,1,France|IMPLAUSIBLE_TIME|1911",
            })
    void aLineIsRejectedForOneReason(String text, Reason reason, String detail) throws IOException {
        RejectedLine rejected = ((ParsedLine.Rejected) only(text)).rejected();

        assertThat(rejected.reason()).isEqualTo(reason);
        assertThat(rejected.detail()).contains(detail);
        assertThat(rejected.line()).isEqualTo(2);
    }

    private ParsedLine only(String line) throws IOException {
        List<ParsedLine> lines = read(line);
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }

    /** Read as a file whose format its header tells. */
    private List<ParsedLine> read(String... lines) throws IOException {
        Path file = folder.resolve("invoices.csv");
        Files.writeString(file, HEADER + String.join("\n", lines) + "\n");
        SourceFile source = SourceFile.inspect(file, LogFormats.AUTO, TaskMonitor.silent());
        List<ParsedLine> parsed = new ArrayList<>();
        try (LineReader reader = source.read(CleaningSettings.defaults(), TaskMonitor.silent())) {
            reader.forEachRemaining(parsed::add);
        }
        return parsed;
    }
}
