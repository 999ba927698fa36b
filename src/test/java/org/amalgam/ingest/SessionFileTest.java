package org.amalgam.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.Session;
import org.amalgam.domain.UnusableInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionFileTest {

    private static final String HEADER = "SessionId\tItemId\tTime\n";

    private final ItemNumbers items = new ItemNumbers();

    @TempDir Path directory;

    @Test
    void rowsAreSortedByTimeAndSessionsByTheirStart() throws IOException {
        List<SessionFile.Read> read =
                read(HEADER + "7\t30\t300.5\n9\t10\t100\n7\t20\t200\n9\t40\t400\n");

        assertThat(read).extracting(SessionFile.Read::id).containsExactly("9", "7");
        assertThat(ids(read.get(0))).containsExactly("10", "40");
        assertThat(ids(read.get(1))).containsExactly("20", "30");
        assertThat(read.get(1).session().start()).isEqualTo(Instant.ofEpochSecond(200));
        assertThat(read.get(1).session().steps().gapSeconds(1)).isEqualTo(100.5f);
        assertThat(read.get(1).session().user()).isEqualTo(1);
    }

    @Test
    void equalTimesStayInFileOrder() throws IOException {
        assertThat(ids(read(HEADER + "1\t5\t9\n1\t4\t9\n1\t6\t9\n1\t3\t8\n").get(0)))
                .containsExactly("3", "5", "4", "6");
    }

    @Test
    void aFractionOfZeroIsNoOtherItem() throws IOException {
        List<SessionFile.Read> read = read(HEADER + "3\t214536502.0\t1\n3\t214536502\t2\n");

        assertThat(ids(read.get(0))).containsExactly("214536502", "214536502");
        assertThat(items.size()).isEqualTo(1);
    }

    @Test
    void columnsMayStandInAnyOrderAmongOthers() throws IOException {
        List<SessionFile.Read> read = read("Time\tx\tItemId\tSessionId\n5\tz\ta-1\ts\n");

        assertThat(read.get(0).id()).isEqualTo("s");
        assertThat(ids(read.get(0))).containsExactly("a-1");
    }

    @Test
    void oneSessionALineInFileOrder() throws IOException {
        List<SessionFile.Read> read = read("5 6 5\r\n\n 7  8 \n");

        assertThat(read).extracting(SessionFile.Read::id).containsExactly("0", "1");
        assertThat(ids(read.get(0))).containsExactly("5", "6", "5");
        assertThat(ids(read.get(1))).containsExactly("7", "8");
        assertThat(read.get(0).session().steps().gapSeconds(1)).isEqualTo(ItemSequence.UNKNOWN_GAP);
    }

    @Test
    void compressedFilesAreKnownByTheirBytes() throws IOException {
        Path file = directory.resolve("no-such-ending.txt");
        Files.write(file, gzip("1 2\n3 4\n"));

        assertThat(SessionFile.read(file, items)).hasSize(2);
    }

    @Test
    void twoFilesShareTheirNumbers() throws IOException {
        read("10 20\n");
        List<SessionFile.Read> second = read("20 30\n");

        assertThat(second.get(0).session().steps()).isEqualTo(ItemSequence.ofViews(1, 2));
        assertThat(items.catalogue().find("30").orElseThrow().index()).isEqualTo(2);
    }

    @Test
    void whatIsNoFileIsTold() {
        refused(directory.resolve("absent.tsv"), "does not exist");
        refused(directory, "is a directory");
    }

    @Test
    void emptyFilesAreTold() throws IOException {
        refused("", "is empty");
        refused("\n \n", "is empty");
        refused(HEADER, "no rows");
    }

    @Test
    void missingColumnsAreTold() throws IOException {
        refused("SessionId\tItemId\n1\t2\n", "line 1: no column Time");
        refused("1\t2\t3\n", "line 1: no column SessionId");
        refused("SessionId,ItemId,Time\n1,2,3\n", "line 1: no column SessionId");
    }

    @Test
    void badRowsAreToldWithTheirLine() throws IOException {
        refused(HEADER + "1\t2\t3\n1\t2\tnoon\n", "line 3: Time 'noon'");
        refused(HEADER + "1\t2\tNaN\n", "line 2: Time 'NaN'");
        refused(HEADER + "1\t2\n", "line 2: 2 fields instead of 3");
        refused(HEADER + "1\t\t3\n", "line 2: ItemId is empty");
        refused("1 2\n3 x4\n", "line 2: 'x4' is not an item number");
        refused("timestamp,visitorid,event,itemid\n", "line 1: 'timestamp,visitorid");
    }

    @Test
    void millisecondsAreNotTakenForSeconds() throws IOException {
        refused(HEADER + "1\t2\t1396437466940\n", "line 2: Time '1396437466940'");
    }

    @Test
    void binaryFilesAreTold() throws IOException {
        byte[] noise = new byte[5_000];
        new Random(4).nextBytes(noise);
        noise[0] = 'x';
        refused(Files.write(directory.resolve("noise"), noise), "is not UTF-8 text");
        refused("1 2\n\0\0\0\n", "line 2: holds zero bytes");
    }

    @Test
    void brokenGzipIsTold() throws IOException {
        byte[] whole = gzip("1 2 3\n".repeat(5_000));
        Path cut = Files.write(directory.resolve("cut"), Arrays.copyOf(whole, whole.length / 2));
        refused(cut, "is a broken gzip file");
        byte[] wrong = whole.clone();
        wrong[whole.length - 6] ^= 1; // within the checksum
        refused(Files.write(directory.resolve("wrong"), wrong), "is a broken gzip file");
        byte[] header = {0x1f, (byte) 0x8b, 99, 0, 0, 0, 0, 0, 0, 0, 0};
        refused(Files.write(directory.resolve("header"), header), "is a broken gzip file");
    }

    @Test
    void sessionsWithoutTimesAreSpreadEvenlyInFileOrder() throws IOException {
        Path file = write("1 2\n3\n4 5\n6\n");

        List<Instant> learned =
                SessionFile.read(file, items).stream().map(r -> r.session().start()).toList();
        List<Instant> tested =
                SessionFile.readTest(file, items).stream().map(r -> r.session().start()).toList();

        assertThat(learned)
                .containsExactly(day(0), day(145 / 4.0), day(145 / 2.0), day(145 * 3 / 4.0));
        assertThat(tested)
                .containsExactly(day(145), day(145 + 1.75), day(145 + 3.5), day(145 + 5.25));
    }

    @Test
    void aTestFileWithTimesKeepsThem() throws IOException {
        Path file = write(HEADER + "3\t5\t100.5\n3\t6\t160\n");

        Session session = SessionFile.readTest(file, items).get(0).session();

        assertThat(session.start()).isEqualTo(Instant.ofEpochMilli(100_500));
        assertThat(session.end()).isEqualTo(Instant.ofEpochSecond(160));
    }

    private static Instant day(double days) {
        return Instant.ofEpochMilli(Math.round(days * 86_400_000));
    }

    private List<SessionFile.Read> read(String text) throws IOException {
        return SessionFile.read(write(text), items);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(directory.resolve("sessions.txt"), text);
    }

    private void refused(String text, String expected) throws IOException {
        refused(write(text), expected);
    }

    private void refused(Path file, String expected) {
        assertThatThrownBy(() -> SessionFile.read(file, items))
                .isInstanceOf(UnusableInput.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(expected)
                .message()
                .doesNotContain("\n")
                .contains("; ");
    }

    private List<String> ids(SessionFile.Read read) {
        ItemSequence steps = read.session().steps();
        return java.util.stream.IntStream.range(0, steps.length())
                .mapToObj(i -> items.id(steps.item(i)))
                .toList();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
