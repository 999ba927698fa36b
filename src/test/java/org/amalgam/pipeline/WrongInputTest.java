package org.amalgam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.amalgam.config.CleaningSettings;
import org.amalgam.domain.UnusableInput;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.store.MemoryStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Files that cannot be imported: one clear line, and what was stored before is as it was. */
class WrongInputTest {

    private static final int EARLIER = 6_000;

    @RegisterExtension final MemoryStore h2 = new MemoryStore();

    @TempDir Path folder;

    @BeforeEach
    void storeSomething() throws IOException {
        Path earlier = Files.writeString(folder.resolve("earlier.csv"), LogFiles.log(EARLIER));
        run(earlier, "auto");
    }

    @AfterEach
    void whatWasStoredIsAsItWas() {
        assertThat(h2.store().count(Instant.MIN, Instant.MAX)).isEqualTo(EARLIER);
        assertThat(h2.store().catalogue().size()).isEqualTo(1_013);
        assertThat(h2.store().statistics().totals().users()).isEqualTo(97);
        assertThat(h2.store().statistics().totals().rejected()).isZero();
        assertThat(h2.store().statistics().sources()).hasSize(1);
    }

    @Test
    void aMissingFile() {
        assertRefused(folder.resolve("none.csv"), "no such file");
    }

    @Test
    void anEmptyFile() throws IOException {
        assertRefused(write(""), "is empty");
        assertRefused(write(LogFiles.gzip("")), "is empty");
        assertRefused(write("\n\n \n"), "line 1");
    }

    @Test
    void aFolder() {
        assertRefused(folder, "is a folder");
    }

    @Test
    void binaryContent() throws IOException {
        assertRefused(write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 1, 7}), "not text");
        assertRefused(write("timestamp,user".getBytes(StandardCharsets.UTF_16)), "UTF-8");
    }

    @Test
    void aTruncatedGzip() throws IOException {
        byte[] whole = LogFiles.gzip(LogFiles.log(50_000));

        assertRefused(
                write(Arrays.copyOf(whole, whole.length / 2)), "line ", "gzip data end too early");
        assertRefused(write(Arrays.copyOf(whole, 5)), "gzip data end too early");
    }

    @Test
    void aCorruptGzip() throws IOException {
        byte[] broken = LogFiles.gzip(LogFiles.log(50_000));
        Arrays.fill(broken, broken.length / 2, broken.length / 2 + 64, (byte) 0xFF);

        assertRefused(write(broken), "line ", "gzip data are damaged");
    }

    @Test
    void missingColumns() throws IOException {
        assertRefused(
                write("timestamp,user,item\n1772352930,ann,hat\n"),
                "line 1",
                "column action is missing",
                "canonical (timestamp,user,item,action)");
        assertRefused(write("a;b;c\n1;2;3\n"), "line 1", "not the header of a known format");
        assertRefused(write("item,title,item\nhat,Hat,cap\n"), "line 1", "stands twice");
        assertThatThrownBy(() -> run(write(LogFiles.log(3)), "retailrocket"))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("visitorid, itemid, event is missing");
    }

    @Test
    void anUnknownFormat() throws IOException {
        Path log = write(LogFiles.log(3));
        assertThatThrownBy(() -> run(log, "excel"))
                .isInstanceOf(UnusableInput.class)
                .hasMessage(
                        "no format is called \"excel\"; use auto, canonical, retailrocket,"
                                + " onlineretail, catalogue, campaigns");
    }

    @Test
    void exchangedColumnsInAShortFile() throws IOException {
        assertRefused(
                write(LogFiles.log(50, i -> "u" + i + "," + (1_772_352_000 + i) + ",hat,view")),
                "line 2: timestamp \"u0\"",
                "50 of 50 lines",
                "nothing of this file was kept");
    }

    @Test
    void contentsThatAreExchangedOnlyAfterManyGoodLines() throws IOException {
        assertRefused(
                write(
                        LogFiles.log(
                                90_000,
                                i ->
                                        i < 7_000
                                                ? 1_772_352_000
                                                        + i
                                                        + ",new"
                                                        + i
                                                        + ",new"
                                                        + i
                                                        + ",view"
                                                : "u,1772352000,hat,view")),
                "line 7002",
                "83000 of 90000 lines");
    }

    @Test
    void aQuotationMarkThatIsNeverClosed() throws IOException {
        assertRefused(
                write(
                        LogFiles.log(
                                20_000,
                                i ->
                                        1_772_352_000
                                                + i
                                                + (i == 8_000 ? ",\"u" : ",u")
                                                + ",new,view")),
                "line 8002",
                "quotation mark");
    }

    @Test
    void aWrongFileBehindAGoodOneStopsBoth() throws IOException {
        Path good = Files.writeString(folder.resolve("good.csv"), LogFiles.log(7));
        assertThatThrownBy(
                        () ->
                                new LogImport(h2.store(), CleaningSettings.defaults())
                                        .run(
                                                List.of(good, folder.resolve("none.csv")),
                                                "auto",
                                                TaskMonitor.silent()))
                .isInstanceOf(UnusableInput.class);
    }

    private void assertRefused(Path file, String... parts) {
        assertThatThrownBy(() -> run(file, "auto"))
                .isInstanceOf(UnusableInput.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContainingAll(parts)
                .message()
                .doesNotContain("\n");
    }

    private void run(Path file, String format) {
        new LogImport(h2.store(), CleaningSettings.defaults())
                .run(List.of(file), format, TaskMonitor.silent());
    }

    private Path write(String text) throws IOException {
        return write(text.getBytes(StandardCharsets.UTF_8));
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("wrong.csv"), bytes);
    }
}
