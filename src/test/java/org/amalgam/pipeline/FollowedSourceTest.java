package org.amalgam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.amalgam.config.CleaningSettings;
import org.amalgam.config.FollowSettings;
import org.amalgam.domain.Event;
import org.amalgam.domain.RejectedLine.Reason;
import org.amalgam.domain.SourceReport;
import org.amalgam.domain.stage.EventSource;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.ingest.GrowingLog;
import org.amalgam.store.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that grows whenever the reader has nothing to do, over a real store. */
class FollowedSourceTest {

    private static final long START = 1_772_352_000;
    private static final Duration IDLE = Duration.ofSeconds(30);

    @TempDir Path folder;
    private Path file;
    private EventStore store;
    private final List<String> warnings = new ArrayList<>();

    /** What a replay is told of one event. */
    private record Told(long number, String user, String item, Instant time, boolean late) {}

    /** A change of the file. */
    @FunctionalInterface
    private interface Change {
        void make() throws IOException;
    }

    /** Makes one change each time the reader waits, and then lets time pass until it is enough. */
    private static final class Script implements Waiting {
        private final List<Change> changes;
        private long nanos;

        Script(List<Change> changes) {
            this.changes = new ArrayList<>(changes);
        }

        @Override
        public void pause(Duration time) {
            if (changes.isEmpty()) {
                nanos += IDLE.toNanos();
                return;
            }
            try {
                changes.remove(0).make();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        @Override
        public long getAsLong() {
            return nanos;
        }
    }

    private final class Warned implements FollowMonitor {
        @Override
        public void following() {}

        @Override
        public boolean enough() {
            return false;
        }

        @Override
        public void warn(String line) {
            warnings.add(line);
        }

        @Override
        public void progress(String what, long done, long total) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    }

    /** All that came out of following. */
    private record Followed(List<Told> told, SourceReport report) {}

    @BeforeEach
    void openStore() throws IOException {
        file = Files.createFile(folder.resolve("clicks.csv"));
        store = EventStore.open(folder.resolve("store"));
        importText("history.csv", LogFiles.log(50));
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private void importText(String name, String text) throws IOException {
        Path log = Files.writeString(folder.resolve(name), text);
        new LogImport(store, CleaningSettings.defaults())
                .run(List.of(log), "auto", TaskMonitor.silent());
    }

    private void append(byte[] bytes) throws IOException {
        Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private Change appended(String text) {
        return () -> append(text.getBytes(StandardCharsets.UTF_8));
    }

    private Followed follow(Instant until, Change... changes) {
        FollowRequest request =
                new FollowRequest(file, "auto", Optional.of(IDLE), FollowSettings.defaults());
        EventStore.Span span = store.timeSpan().orElseThrow();
        List<Told> told = new ArrayList<>();
        try (FollowedSource source =
                new FollowedSource(
                        store,
                        span,
                        GrowingLog.open(file, "auto", CleaningSettings.defaults()),
                        request,
                        until,
                        new Warned(),
                        new Script(Arrays.asList(changes)))) {
            try (EventSource.Cursor cursor = source.open(source.from(), EventSource.END)) {
                while (cursor.hasNext()) {
                    cursor.late().forEach(event -> told.add(told(source, event, true)));
                    told.add(told(source, cursor.next(), false));
                }
                cursor.late().forEach(event -> told.add(told(source, event, true)));
            }
            SourceReport report = source.report();
            assertThat(report.traffic().taken()).isEqualTo(report.traffic().handedOver());
            assertThat(report.traffic().handedOver()).isEqualTo(report.replayed() + report.late());
            return new Followed(told, report);
        }
    }

    private Followed follow(Change... changes) {
        return follow(EventSource.END, changes);
    }

    private static Told told(FollowedSource source, Event event, boolean late) {
        return new Told(
                late ? -1 : event.number(),
                source.userId(event.user()),
                source.itemId(event.item()),
                event.time(),
                late);
    }

    private static String line(int second, String user, String item) {
        return START + second + "," + user + "," + item + ",view\n";
    }

    private static List<String> items(Followed followed) {
        return followed.told().stream().map(Told::item).toList();
    }

    @Test
    void whatIsAppendedIsReplayedAndStoredAsAnImportWouldStoreIt() throws IOException {
        String text =
                LogFiles.HEADER
                        + line(60, "ann", "hat")
                        + line(60, "ann", "hat")
                        + "never,ann,hat,view\n"
                        + line(61, "bob", "i3")
                        + line(70, "ann", "cap");
        Followed followed = follow(appended(text.substring(0, 90)), appended(text.substring(90)));
        assertThat(items(followed)).containsExactly("hat", "i3", "cap");
        assertThat(followed.told()).extracting(Told::number).containsExactly(50L, 51L, 52L);
        SourceReport report = followed.report();
        assertThat(report.lines().read()).isEqualTo(5);
        assertThat(report.lines().kept()).isEqualTo(3);
        assertThat(report.lines().duplicates()).isEqualTo(1);
        assertThat(report.lines().rejected()).isEqualTo(Map.of(Reason.BAD_TIMESTAMP, 1L));
        assertThat(report.newItems()).isEqualTo(2);
        try (EventStore other = EventStore.open(folder.resolve("other"))) {
            LogImport all = new LogImport(other, CleaningSettings.defaults());
            Path history = folder.resolve("history.csv");
            all.run(List.of(history, file), "auto", TaskMonitor.silent());
            assertThat(store.digest()).isEqualTo(other.digest());
            assertThat(events(store)).isEqualTo(events(other));
        }
    }

    private static List<Event> events(EventStore store) {
        List<Event> events = new ArrayList<>();
        try (EventSource.Cursor cursor = store.open(EventSource.BEGINNING, EventSource.END)) {
            cursor.forEachRemaining(events::add);
        }
        return events;
    }

    @Test
    void theSameFileIsTheSameReplayHoweverItGrew() throws IOException {
        Random random = new Random(8);
        StringBuilder text = new StringBuilder(LogFiles.HEADER);
        for (int i = 0; i < 400; i++) {
            int second = 60 + i + random.nextInt(9) - 5;
            text.append(line(second, "u" + random.nextInt(7), "i" + random.nextInt(90)));
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        append(bytes);
        Followed atOnce = follow();
        assertThat(atOnce.report().late()).isPositive();
        assertThat(atOnce.report().reordered()).isPositive();
        assertThat(atOnce.told().stream().filter(one -> !one.late()).map(Told::time).toList())
                .isSorted();
        store.close();
        Files.delete(file);
        Files.delete(folder.resolve("store.mv.db"));
        openStore();
        List<Change> pieces = new ArrayList<>();
        for (int from = 0; from < bytes.length; ) {
            int to = Math.min(bytes.length, from + 1 + random.nextInt(200));
            byte[] piece = Arrays.copyOfRange(bytes, from, to);
            pieces.add(() -> append(piece));
            from = to;
        }
        Followed inPieces = follow(pieces.toArray(Change[]::new));
        assertThat(inPieces.told()).isEqualTo(atOnce.told());
        assertThat(inPieces.report().lines().read()).isEqualTo(400);
    }

    @Test
    void aLateEventIsToldWhereItCameAndKept() throws IOException {
        Followed followed =
                follow(
                        appended(LogFiles.HEADER + line(60, "ann", "hat")),
                        appended(line(70, "ann", "cap") + line(61, "bob", "shoe")),
                        appended(line(71, "ann", "bag")));
        assertThat(items(followed)).containsExactly("hat", "shoe", "cap", "bag");
        assertThat(followed.told().get(1).late()).isTrue();
        assertThat(followed.report().late()).isEqualTo(1);
        assertThat(events(store)).hasSize(54);
    }

    @Test
    void linesThatAreInTheStoreAlreadyAreDuplicatesAndNotReplayedAgain() throws IOException {
        String first = LogFiles.HEADER + line(60, "ann", "hat") + line(61, "bob", "hat");
        importText("copy.csv", first);
        append(first.getBytes(StandardCharsets.UTF_8));
        Followed followed = follow(appended(line(62, "bob", "cap")));
        assertThat(items(followed)).containsExactly("cap");
        assertThat(followed.report().lines().duplicates()).isEqualTo(2);
        Followed again = follow(appended(line(63, "bob", "shoe")));
        assertThat(items(again)).containsExactly("shoe");
        assertThat(again.report().lines().duplicates()).isEqualTo(3);
        assertThat(events(store)).hasSize(54);
        int before = store.statistics().sources().size();
        assertThat(follow().told()).isEmpty();
        assertThat(store.statistics().sources()).hasSize(before);
    }

    @Test
    void aLineWithoutEndIsLeftForTheNextTime() throws IOException {
        Followed followed =
                follow(
                        appended(
                                LogFiles.HEADER
                                        + line(60, "ann", "hat")
                                        + (START + 80)
                                        + ",ann,ca"));
        assertThat(items(followed)).containsExactly("hat");
        assertThat(followed.report().unfinished()).isTrue();
        append("p,view\n".getBytes(StandardCharsets.UTF_8));
        assertThat(items(follow())).containsExactly("cap");
    }

    @Test
    void rotationLosesNothing() {
        Followed followed =
                follow(
                        appended(LogFiles.HEADER + line(60, "ann", "hat")),
                        () -> {
                            append(line(61, "ann", "cap").getBytes(StandardCharsets.UTF_8));
                            Files.move(file, folder.resolve("clicks.csv.1"));
                        },
                        appended(LogFiles.HEADER + line(62, "bob", "bag")),
                        appended(line(66, "bob", "shoe")));
        assertThat(items(followed)).containsExactly("hat", "cap", "bag", "shoe");
        assertThat(followed.report().startedAnew()).isEqualTo(1);
        assertThat(warnings).hasSize(1);
        assertThat(events(store)).hasSize(54);
        assertThat(store.statistics().sources()).hasSize(3);
    }

    @Test
    void aLogThatCannotBeReadOnEndsTheFollowingAndKeepsWhatCame() {
        Followed followed =
                follow(
                        appended(LogFiles.HEADER + line(60, "ann", "hat")),
                        () -> Files.writeString(file, "no,known,header\n"));
        assertThat(items(followed)).containsExactly("hat");
        assertThat(warnings).hasSize(2);
        assertThat(warnings.get(1)).contains("following ends here");
    }

    @Test
    void fromTheUntilOnNothingIsTaken() {
        Instant until = Instant.ofEpochSecond(START + 65);
        Followed followed =
                follow(
                        until,
                        appended(
                                LogFiles.HEADER
                                        + line(60, "ann", "hat")
                                        + line(66, "ann", "cap")
                                        + line(64, "bob", "bag")
                                        + line(67, "ann", "shoe")
                                        + line(68, "ann", "tie")));
        assertThat(items(followed)).containsExactly("hat", "bag");
        assertThat(followed.report().afterEnd()).isEqualTo(2);
        assertThat(followed.report().lines().read()).isEqualTo(4);
    }

    @Test
    void oneWhoTurnsOutToBeABotIsNoLongerReplayed() {
        StringBuilder text = new StringBuilder(LogFiles.HEADER);
        for (int i = 0; i < 100; i++) {
            text.append(line(100 + 7 * i, "robot", "i" + i % 20));
        }
        text.append(line(801, "ann", "hat"));
        Followed followed = follow(appended(text.toString()));
        // The fifty-first event ends the fiftieth equal gap.
        assertThat(followed.report().replayed()).isEqualTo(51);
        assertThat(followed.report().lines().bots()).isEqualTo(50);
        assertThat(store.bots()).hasSize(1);
        assertThat(events(store)).hasSize(51);
    }
}
