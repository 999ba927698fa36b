package org.amalgam.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.amalgam.config.CleaningSettings;
import org.amalgam.domain.UnusableInput;
import org.amalgam.domain.stage.TaskMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowingLogTest {

    private static final String HEADER = "timestamp,user,item,action,query\n";

    private static final String TEXT =
            "\uFEFF"
                    + HEADER
                    + "1772352930,ann,hat,view,\r\n"
                    + "\n"
                    + "1772352931,\"b\"\"ob\",shoe,view,\n"
                    + "1772352931,\"b\"\"ob\",shoe,view,\n"
                    + "never,ann,hat,view,\n"
                    + "1772352932,bob,,search,\"two\nlines, and a comma\"\n"
                    + "1772352933,ánn,hät \"a\",view,\r\n"
                    + "1772352934,ann,hat\n"
                    + "1772352935,\"ann\",hat,view,\n"
                    + "1772352936,cat,cap,purchase,\n";

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("clicks.csv");
    }

    private void append(String text) throws IOException {
        append(text.getBytes(StandardCharsets.UTF_8));
    }

    private void append(byte[] bytes) throws IOException {
        Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private GrowingLog open() {
        return GrowingLog.open(file, "auto", CleaningSettings.defaults());
    }

    private static List<ParsedLine> all(GrowingLog log) {
        List<ParsedLine> lines = new ArrayList<>();
        for (var line = log.next(); line.isPresent(); line = log.next()) {
            lines.add(line.get());
        }
        return lines;
    }

    @Test
    void aLineCountsWhenItsNewlineIsThere() throws IOException {
        append(HEADER + "1772352930,ann,ha");
        try (GrowingLog log = open()) {
            assertThat(log.next()).isEmpty();
            assertThat(log.unfinished()).isTrue();
            append("t,view,");
            assertThat(log.next()).isEmpty();
            append("\n");
            ParsedLine line = log.next().orElseThrow();
            assertThat(((ParsedLine.Kept) line).log().item()).contains("hat");
            assertThat(line.line()).isEqualTo(2);
            assertThat(log.unfinished()).isFalse();
        }
    }

    @Test
    void inWhateverPiecesItComesItIsJudgedAsAnImportJudgesIt() throws IOException {
        Path whole = Files.writeString(folder.resolve("whole.csv"), TEXT);
        List<ParsedLine> imported = new ArrayList<>();
        SourceFile source = SourceFile.inspect(whole, "auto", TaskMonitor.silent());
        try (LineReader reader = source.read(CleaningSettings.defaults(), TaskMonitor.silent())) {
            reader.forEachRemaining(imported::add);
        }
        byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
        Random random = new Random(3);
        for (int run = 0; run < 50; run++) {
            Files.deleteIfExists(file);
            append(new byte[0]);
            List<ParsedLine> followed = new ArrayList<>();
            try (GrowingLog log = open()) {
                for (int from = 0; from < bytes.length; ) {
                    int to = Math.min(bytes.length, from + 1 + random.nextInt(40));
                    append(java.util.Arrays.copyOfRange(bytes, from, to));
                    followed.addAll(all(log));
                    from = to;
                }
                assertThat(log.sha256()).isEqualTo(source.sha256());
            }
            assertThat(followed).isEqualTo(imported);
        }
    }

    @Test
    void whatIsNoCommaSeparatedTextCostsOnlyItsLine() throws IOException {
        append(HEADER + ",".repeat(100_000) + "\n1772352930,ann,hat,view,\n");
        try (GrowingLog log = open()) {
            List<ParsedLine> lines = all(log);
            assertThat(lines).hasSize(2);
            assertThat(lines.get(0)).isInstanceOf(ParsedLine.Rejected.class);
            assertThat(lines.get(1)).isInstanceOf(ParsedLine.Kept.class);
            assertThat(lines.get(1).line()).isEqualTo(3);
        }
    }

    @Test
    void aQuotationMarkThatIsNeverClosedCostsItsLineAndNotThoseAfterIt() throws IOException {
        append(HEADER + "1772352930,\"ann,hat,view,\n");
        try (GrowingLog log = open()) {
            assertThat(all(log)).isEmpty();
            for (int i = 0; i < 40; i++) {
                append(1_772_352_931 + i + ",bob,i" + i + ",view,\n");
            }
            List<ParsedLine> lines = all(log);
            assertThat(lines).hasSize(41);
            assertThat(lines.get(0)).isInstanceOf(ParsedLine.Rejected.class);
            assertThat(lines.subList(1, 41)).allMatch(ParsedLine.Kept.class::isInstance);
        }
    }

    @Test
    void aFileThatIsReplacedIsReadToItsEndAndThenTheNewOneFromItsStart() throws IOException {
        append(HEADER + "1772352930,ann,hat,view,\n");
        try (GrowingLog log = open()) {
            assertThat(all(log)).hasSize(1);
            append("1772352931,ann,cap,view,\n1772352932,ann,sh");
            Files.move(file, folder.resolve("clicks.csv.1"));
            assertThat(all(log)).hasSize(1);
            assertThat(log.replaced()).isEmpty(); // the new one is yet to come
            append(HEADER + "1772352933,bob,hat,view,\n");
            assertThat(log.next()).isEmpty();
            GrowingLog.Replaced replaced = log.replaced().orElseThrow();
            assertThat(replaced.warning())
                    .isEqualTo(file + " was replaced by another; reading it from its start");
            assertThat(replaced.lost().orElseThrow().line()).isEqualTo(4);
            List<ParsedLine> lines = all(log);
            assertThat(lines).hasSize(1);
            assertThat(lines.get(0).line()).isEqualTo(2);
        }
    }

    @Test
    void aFileThatIsCutShortIsReadFromItsStartEvenIfItIsLongerAgain() throws IOException {
        append(HEADER + "1772352930,ann,hat,view,\n");
        try (GrowingLog log = open()) {
            assertThat(all(log)).hasSize(1);
            Files.writeString(file, HEADER);
            assertThat(log.next()).isEmpty();
            Optional<GrowingLog.Replaced> cut = log.replaced();
            assertThat(cut.orElseThrow().warning()).contains("was cut short");
            assertThat(cut.orElseThrow().lost()).isEmpty();
            assertThat(log.replaced()).isEmpty();
            append("1772352931,ann,cap,view,\n");
            assertThat(all(log)).hasSize(1);
            Files.writeString(file, HEADER + "1772352931,bob,caps,view,\n".repeat(3));
            assertThat(log.next()).isEmpty();
            assertThat(log.replaced()).isPresent();
            assertThat(all(log)).hasSize(3);
        }
    }

    @Test
    void nothingThatIsInPlaceIsTakenForReplaced() throws IOException {
        append(HEADER);
        try (GrowingLog log = open()) {
            assertThat(log.next()).isEmpty();
            assertThat(log.replaced()).isEmpty();
            append("1772352930,ann,hat,view,\n");
            assertThat(log.replaced()).isEmpty();
            assertThat(all(log)).hasSize(1);
        }
    }

    @Test
    void aPackedFileIsRefusedWithWhatToDo() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(TEXT.getBytes(StandardCharsets.UTF_8));
        }
        append(packed.toByteArray());
        assertThatThrownBy(this::open)
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("packed with gzip")
                .hasMessageContaining("import this one");
    }

    @Test
    void whatIsNoLogOfShoppersIsRefused() throws IOException {
        assertThatThrownBy(this::open).isInstanceOf(UnusableInput.class);
        append("item,title\nhat,Hat\n");
        assertThatThrownBy(this::open).hasMessageContaining("describes items");
        Files.write(file, "t\0i\0m\0e\0\n\0".getBytes(StandardCharsets.US_ASCII));
        assertThatThrownBy(this::open).hasMessageContaining("not text");
    }

    @Test
    void aTextThatIsKnownIsFoundAtTheBeginning() throws IOException {
        append(TEXT.substring(0, TEXT.length() - 1)); // as a file may end
        String known = SourceFile.inspect(file, "auto", TaskMonitor.silent()).sha256();
        append("\n1772352937,ann,hat,view,\n");
        try (GrowingLog log = open()) {
            assertThat(log.linesKnown(Set.of())).isZero();
            assertThat(log.linesKnown(Set.of(known, "another"))).isEqualTo(12);
            assertThat(all(log)).hasSize(10);
        }
    }
}
