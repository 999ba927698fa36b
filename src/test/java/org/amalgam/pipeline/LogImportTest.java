package org.amalgam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.amalgam.config.CleaningSettings;
import org.amalgam.config.SessionSettings;
import org.amalgam.domain.DataProfile;
import org.amalgam.domain.Event;
import org.amalgam.domain.ImportReport;
import org.amalgam.domain.Item;
import org.amalgam.domain.RejectedLine;
import org.amalgam.domain.RejectedLine.Reason;
import org.amalgam.domain.stage.EventSource;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.store.EventStore;
import org.amalgam.store.MemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class LogImportTest {

    @RegisterExtension final MemoryStore h2 = new MemoryStore();

    @TempDir Path folder;

    @Test
    void whatALogSaysIsWhatIsReplayed() throws IOException {
        Path log = write("log.csv", LogFiles.log(12_345));

        ImportReport report = imported(TaskMonitor.silent(), log);

        assertThat(report.kept()).isEqualTo(12_345);
        List<Event> events = replayed(h2.store());
        assertThat(events).hasSize(12_345);
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            assertThat(h2.store().userId(event.user())).isEqualTo(LogFiles.user(i));
            assertThat(event.item()).isEqualTo(i % 1_013);
            assertThat(event.time()).isEqualTo(Instant.ofEpochSecond(1_772_352_000 + i));
        }
    }

    @Test
    void aSecondImportOfTheSameTextIsANoOpEvenPacked() throws IOException {
        String text = LogFiles.log(100) + "never,u1,i1,view\n";
        imported(TaskMonitor.silent(), write("log.csv", text));
        Path packed = Files.write(folder.resolve("log.csv.gz"), LogFiles.gzip(text));

        ImportReport again = imported(TaskMonitor.silent(), packed);

        assertThat(again.read()).isEqualTo(101);
        assertThat(again.duplicates()).isEqualTo(101);
        assertThat(replayed(h2.store())).hasSize(100);
    }

    @Test
    void invoiceLinesAreEventsAndTellWhatItemsAre() throws IOException {
        Path log =
                write(
                        "invoices.csv",
                        """
                        InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID
                        500001,12345,BLUE LANTERN,6,2011-03-04 09:15:00,2.5,17001.0
                        500001,POST,POSTAGE,1,2011-03-04 09:15:00,18,17001.0
                        500001,12345,BLUE LANTERN,1,2011-03-04 09:15:00,2.5,17001.0
                        500002,12345,BLUE LANTERN (DAMAGED),1,2011-03-05 09:15:00,1,
                        """);

        ImportReport report = imported(TaskMonitor.silent(), log);

        assertThat(report.kept()).isEqualTo(2);
        assertThat(report.duplicates()).isEqualTo(1);
        assertThat(report.rejected())
                .containsExactly(Map.entry(RejectedLine.Reason.NOT_AN_ITEM, 1L));
        assertThat(replayed(h2.store())).extracting(Event::item).containsExactly(0, 0);
        Item item = h2.store().catalogue().item(0);
        assertThat(item.title()).contains("BLUE LANTERN");
        assertThat(item.price()).hasValue(2.5);
    }

    @Test
    void aCancelledImportGoesOnWhereItWas() throws IOException {
        Path log = write("log.csv", LogFiles.log(60_000));
        assertThatThrownBy(() -> imported(new CancelAfter(18_000), log))
                .isInstanceOf(CancellationException.class);
        assertThat(replayed(h2.store())).isEmpty();

        ImportReport rest = imported(TaskMonitor.silent(), log);

        assertThat(rest.read()).isEqualTo(60_000);
        assertThat(rest.duplicates()).isGreaterThanOrEqualTo(5_000).isLessThan(60_000);
        List<Event> resumed = replayed(h2.store());
        try (EventStore whole = EventStore.open(folder.resolve("whole"))) {
            new LogImport(whole, CleaningSettings.defaults())
                    .run(List.of(log), "auto", TaskMonitor.silent());
            assertThat(resumed).isEqualTo(replayed(whole));
        }
    }

    /** Cancels when asked for the n-th time. */
    private static final class CancelAfter implements TaskMonitor {
        private int left;

        CancelAfter(int times) {
            left = times;
        }

        @Override
        public void progress(String what, long done, long total) {}

        @Override
        public boolean cancelled() {
            return --left < 0;
        }
    }

    @Test
    void aBadTimestampFarDownIsOneRejectedLineNamedByFileAndLine() throws IOException {
        Path log =
                write(
                        "events.csv",
                        LogFiles.log(
                                80_000,
                                i ->
                                        (i == 69_999 ? "12/31/99" : 1_772_352_000 + i)
                                                + ",u,i"
                                                + i % 7
                                                + ",view"));

        ImportReport report = imported(TaskMonitor.silent(), log);

        assertThat(report.rejected()).isEqualTo(Map.of(Reason.BAD_TIMESTAMP, 1L));
        assertThat(report.kept()).isEqualTo(79_999);
        assertThat(report.examples()).hasSize(1);
        assertThat(report.examples().get(0).line()).isEqualTo(70_001);
        assertThat(report.examples().get(0).detail())
                .isEqualTo("events.csv: timestamp \"12/31/99\"");
    }

    @Test
    void botsAreKeptCountedAndNotReplayed() throws IOException {
        String clockwork = LogFiles.log(100, i -> 1_772_352_000 + i * 7 + ",bot,i1,view");
        String person = "1772352001,ann,i1,view\n1772352001,ann,i1,view\n1772352001,ann,i2,VIEW\n";

        ImportReport report = imported(TaskMonitor.silent(), write("log.csv", clockwork + person));

        assertThat(report.kept()).isEqualTo(102);
        assertThat(report.bots()).isEqualTo(100);
        assertThat(report.duplicates()).isEqualTo(1);
        assertThat(report.repaired()).isEqualTo(1);
        assertThat(replayed(h2.store())).hasSize(2);
    }

    @Test
    void progressIsInBytesAndReachesTheEnd() throws IOException {
        Path log = write("log.csv", LogFiles.log(10_000));
        List<Long> done = new ArrayList<>();
        imported(
                new TaskMonitor() {
                    @Override
                    public void progress(String what, long units, long total) {
                        assertThat(total).isEqualTo(log.toFile().length());
                        done.add(units);
                    }

                    @Override
                    public boolean cancelled() {
                        return false;
                    }
                },
                log);

        assertThat(done).contains(log.toFile().length());
    }

    @Test
    void aProfileTellsWhatIsInTheStore() throws IOException {
        Path catalogue = write("shop.csv", "item,title\ni0,Zero\nnever seen,None\n");
        // 9 events an hour apart over 3 items, then a search; user u0 has 5 of them, u1 4.
        Path log =
                write(
                        "log.csv",
                        LogFiles.log(
                                        9,
                                        i ->
                                                1_772_352_000
                                                        + i * 3_600
                                                        + ",u"
                                                        + i % 2
                                                        + ",i"
                                                        + i % 3
                                                        + ",view")
                                + "1772352000,u0,,search\n");
        imported(TaskMonitor.silent(), catalogue, log);

        DataProfile profile = new StoreProfile(h2.store(), SessionSettings.defaults().gap()).read();

        assertThat(profile.tables())
                .extracting(DataProfile.Table::name)
                .containsExactly("overview", "actions", "activity", "days", "top items", "sources");
        assertThat(profile.tables().get(0).rows())
                .contains(
                        List.of("lines", "10"),
                        List.of("events", "9"),
                        List.of("users", "2"),
                        List.of("items", "4"),
                        List.of("sessions", "9"),
                        List.of("first", "2026-03-01T08:00:00Z"),
                        List.of("last", "2026-03-01T16:00:00Z"));
        assertThat(profile.tables().get(1).rows())
                .containsExactly(List.of("view", "9", "90.0 %"), List.of("search", "1", "10.0 %"));
        assertThat(profile.tables().get(2).rows().get(0).subList(0, 4))
                .containsExactly("events per user", "2", "4.5", "4");
        assertThat(profile.tables().get(3).rows()).containsExactly(List.of("2026-03-01", "10"));
        assertThat(profile.tables().get(4).rows().get(0)).containsExactly("i0", "Zero", "3", "2");
        assertThat(profile.tables().get(5).rows()).hasSize(2);
    }

    @Test
    void aLongLogIsShownInFewRows() throws IOException {
        imported(
                TaskMonitor.silent(),
                write("log.csv", LogFiles.log(400, i -> 1_600_000_000 + i * 86_400 + ",u,i,view")));

        DataProfile.Table days =
                new StoreProfile(h2.store(), SessionSettings.defaults().gap())
                        .read()
                        .tables()
                        .get(3);

        assertThat(days.rows()).hasSize(40).allMatch(row -> row.get(1).equals("10"));
    }

    @Test
    void anEmptyStoreHasAProfileToo() {
        DataProfile profile = new StoreProfile(h2.store(), SessionSettings.defaults().gap()).read();

        assertThat(profile.tables()).hasSize(6);
    }

    private ImportReport imported(TaskMonitor monitor, Path... files) {
        return new LogImport(h2.store(), CleaningSettings.defaults())
                .run(List.of(files), "auto", monitor);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static List<Event> replayed(EventSource source) {
        List<Event> events = new ArrayList<>();
        try (EventSource.Cursor cursor = source.open(Instant.MIN, Instant.MAX)) {
            cursor.forEachRemaining(events::add);
        }
        return events;
    }
}
