package org.amalgam.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.zip.GZIPOutputStream;
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

class LineReaderTest {

    private static final String HEADER = "timestamp,user,item,action\n";

    @TempDir Path folder;

    @Test
    void columnsStandInAnyOrderAndOthersArePassedOver() throws IOException {
        ParsedLine line =
                only(
                        """
                        Price,note,action,USER,item,quantity,rating,timestamp
                        9.5,x,purchase,ann,hat,2,,2026-03-01T08:15:30Z
                        """);

        LogLine expected =
                new LogLine(
                        2,
                        Instant.parse("2026-03-01T08:15:30Z"),
                        "ann",
                        Optional.of("hat"),
                        Action.PURCHASE,
                        Optional.empty(),
                        OptionalDouble.of(9.5),
                        OptionalDouble.of(2));
        assertThat(line).isEqualTo(new ParsedLine.Kept(expected, OptionalDouble.empty(), false));
    }

    @ParameterizedTest
    @CsvSource({
        "1772352930,      2026-03-01T08:15:30Z,     false",
        "1772352930123,   2026-03-01T08:15:30.123Z, true",
        "2026-03-01T08:15:30Z, 2026-03-01T08:15:30Z, false",
        "2026-03-01T09:15:30+01:00, 2026-03-01T08:15:30Z, false"
    })
    void timesAreIsoOrUnix(String written, Instant meant, boolean repaired) throws IOException {
        ParsedLine.Kept line = (ParsedLine.Kept) only(HEADER + written + ",ann,hat,view\n");

        assertThat(line.log().time()).isEqualTo(meant);
        assertThat(line.repaired()).isEqualTo(repaired);
    }

    @ParameterizedTest
    @CsvSource({
        "' ann ', hat, view",
        "17850.0, hat, view",
        "ann, 85123.00, view",
        "ann, hat, VIEW"
    })
    void whatCanBeMendedIsMendedAndCounted(String user, String item, String action)
            throws IOException {
        String text = HEADER + "1772352930,\"" + user + "\"," + item + "," + action + "\n";
        ParsedLine.Kept line = (ParsedLine.Kept) only(text);

        assertThat(line.repaired()).isTrue();
        assertThat(line.log().user()).isIn("ann", "17850");
        assertThat(line.log().item()).get().isIn("hat", "85123");
    }

    @ParameterizedTest
    @CsvSource({
        "yesterday,ann,hat,view, BAD_TIMESTAMP",
        "'',ann,hat,view, BAD_TIMESTAMP",
        "12,ann,hat,view, IMPLAUSIBLE_TIME",
        "99999999999,ann,hat,view, IMPLAUSIBLE_TIME",
        "-9223372036854775808,ann,hat,view, IMPLAUSIBLE_TIME",
        "1772352930,ann,hat,lick, UNKNOWN_ACTION",
        "1772352930,' ',hat,view, MISSING_USER",
        "1772352930,ann,'',view, MISSING_ITEM",
        "1772352930,an\uFFFDn,hat,view, UNREADABLE"
    })
    void aBadLineIsRejectedForItsReason(
            String time, String user, String item, String action, Reason reason)
            throws IOException {
        String line = String.join(",", time, user, item, action);
        ParsedLine.Rejected rejected = (ParsedLine.Rejected) only(HEADER + line + "\n");

        assertThat(rejected.rejected())
                .extracting(RejectedLine::line, RejectedLine::reason)
                .containsExactly(2L, reason);
    }

    @ParameterizedTest
    @CsvSource({"NaN", "1d", "-1", "1e999", "cheap"})
    void anOddPriceIsRejected(String price) throws IOException {
        String text = "timestamp,user,item,action,price\n1772352930,ann,hat,view," + price + "\n";

        assertThat(((ParsedLine.Rejected) only(text)).rejected().reason())
                .isEqualTo(Reason.BAD_NUMBER);
    }

    @Test
    void aSearchNeedsNoItem() throws IOException {
        ParsedLine.Kept line =
                (ParsedLine.Kept)
                        only(
                                """
                                timestamp,user,item,action,query
                                1772352930,ann,,search,"red, ""shiny"" shoe"
                                """);

        assertThat(line.log().query()).contains("red, \"shiny\" shoe");
        assertThat(line.log().item()).isEmpty();
    }

    @Test
    void linesAreNumberedAsAnEditorNumbersThem() throws IOException {
        List<ParsedLine> lines =
                read(HEADER + "\n1772352930,ann,hat,view\r\n1,2\n1772352931,ann,hat,view");

        assertThat(lines).extracting(ParsedLine::line).containsExactly(3L, 4L, 5L);
        assertThat(((ParsedLine.Rejected) lines.get(1)).rejected().reason())
                .isEqualTo(Reason.WRONG_FIELD_COUNT);
    }

    @Test
    void onlyALineEqualInEveryFieldIsARepeat() throws IOException {
        List<ParsedLine> lines =
                read(
                        """
                        timestamp,visitorid,event,itemid,transactionid
                        1430623510,1,transaction,7,100
                        1430623510,1,transaction,7,101
                        1430623510,1,transaction,7,100
                        1430623511,1,transaction,7,100
                        """);

        assertThat(lines.get(2)).isEqualTo(new ParsedLine.Duplicate(4));
        assertThat(lines).filteredOn(ParsedLine.Kept.class::isInstance).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "view,VIEW",
        "addtocart,ADD_TO_CART",
        "transaction,PURCHASE",
        "pv,VIEW",
        "fav,RATE",
        "cart,ADD_TO_CART",
        "buy,PURCHASE"
    })
    void retailRocketAndTaobaoEventsAreActions(String event, Action action) throws IOException {
        ParsedLine line = only("timestamp,visitorid,event,itemid\n1430623510,1," + event + ",7\n");

        assertThat(((ParsedLine.Kept) line).log().action()).isEqualTo(action);
    }

    @Test
    void aCatalogueLineMayHoldLittle() throws IOException {
        ParsedLine line = only("item,title_zh,price,colour\nhat,帽子,,red\n");

        CatalogueLine expected =
                new CatalogueLine(
                        2,
                        "hat",
                        Optional.empty(),
                        Optional.of("帽子"),
                        Optional.empty(),
                        Optional.empty(),
                        OptionalDouble.empty());
        assertThat(line).isEqualTo(new ParsedLine.Described(expected, false));
    }

    @Test
    void aByteOrderMarkAndGzipUnderAnyNameAreReadAsIs() throws IOException {
        String text = "\uFEFF\"timestamp\",user,item,action\n1772352930,ann,hat,view\n";
        Path plain = Files.writeString(folder.resolve("plain.csv.gz"), text);
        Path packed = folder.resolve("packed.csv");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(read(packed)).isEqualTo(read(plain)).hasSize(1);
        assertThat(inspect(packed).sha256()).isEqualTo(inspect(plain).sha256());
    }

    private ParsedLine only(String text) throws IOException {
        List<ParsedLine> lines = read(text);
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }

    private List<ParsedLine> read(String text) throws IOException {
        return read(Files.writeString(folder.resolve("log.csv"), text));
    }

    private static List<ParsedLine> read(Path path) {
        List<ParsedLine> lines = new ArrayList<>();
        try (LineReader reader =
                inspect(path).read(CleaningSettings.defaults(), TaskMonitor.silent())) {
            reader.forEachRemaining(lines::add);
        }
        return lines;
    }

    private static SourceFile inspect(Path path) {
        return SourceFile.inspect(path, LogFormats.AUTO, TaskMonitor.silent());
    }
}
