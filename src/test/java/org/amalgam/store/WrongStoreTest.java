package org.amalgam.store;

import static org.amalgam.store.MemoryStore.NOON;
import static org.amalgam.store.MemoryStore.described;
import static org.amalgam.store.MemoryStore.viewed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.amalgam.domain.UnusableInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Paths that hold no store that can be used: one clear line each, and nothing is harmed. */
class WrongStoreTest {

    @TempDir Path folder;

    @Test
    void aStoreInUseByAnotherProcessIsNamed() throws Exception {
        Path path = folder.resolve("shop");
        storeOneEvent(path);
        Process other =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Holder.class.getName(),
                                path.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (var answer = other.inputReader()) {
            assertThat(answer.lines().filter("held"::equals).findFirst()).isPresent();
            assertRefused(path, "in use by another program");
        } finally {
            other.getOutputStream().close();
            assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        assertOneEvent(path);
    }

    /** Holds a store until its standard input ends. */
    static final class Holder {

        private Holder() {}

        public static void main(String[] arguments) throws IOException {
            try (EventStore store = EventStore.open(Path.of(arguments[0]))) {
                System.out.println(store.timeSpan().isPresent() ? "held" : "empty");
                System.out.flush();
                while (System.in.read() >= 0) {
                    // waits
                }
            }
        }
    }

    @Test
    void anotherProgramsDatabaseIsLeftAlone() throws SQLException {
        Path path = folder.resolve("other");
        execute(path, "CREATE TABLE invoice (id INT)", "INSERT INTO invoice VALUES (7)");

        assertRefused(path, "another program", "invoice");

        execute(path, "DELETE FROM invoice WHERE id = 7", "DROP TABLE invoice");
        EventStore.open(path).close();
    }

    @Test
    void aStoreWithUnknownMigrationsIsNotTouched() throws SQLException {
        Path path = folder.resolve("newer");
        storeOneEvent(path);
        execute(
                path,
                """
                INSERT INTO "flyway_schema_history" ("installed_rank", "version", "description",
                    "type", "script", "checksum", "installed_by", "execution_time", "success")
                VALUES (99, '99', 'future', 'SQL', 'V99__future.sql', 1, 'SA', 1, TRUE)
                """);

        assertRefused(path, "newer Amalgam");
    }

    @Test
    void aDatabaseWithAPasswordBelongsToAnotherProgram() throws SQLException {
        Path path = folder.resolve("secret");
        DriverManager.getConnection("jdbc:h2:file:" + path, "boss", "secret").close();

        assertRefused(path, "another program");
    }

    @Test
    void aFileThatIsNoDatabaseIsNotOverwritten() throws IOException {
        Path path = folder.resolve("letter");
        Path file = folder.resolve("letter.mv.db");
        String letter = "Dear Sir,\n".repeat(2_000);
        Files.writeString(file, letter);

        assertRefused(path, "no H2 2 database");
        assertThat(file).hasContent(letter);
    }

    @Test
    void aPlaceWhereNothingCanBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("note.txt"), "a file, not a folder");

        assertRefused(file.resolve("shop"), "check that its folder");
    }

    @Test
    void aFolderThatTakesNoBytesIsNamed() {
        FullDisk.register();
        FullDisk.room(0);

        assertThatThrownBy(() -> Database.open("full:" + folder.resolve("shop"), "shop"))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("disk has room");
    }

    @Test
    void aPathWithASemicolonIsRefused() {
        assertRefused(folder.resolve("a;INIT=DROP ALL OBJECTS"), "semicolon");
    }

    @Test
    void aDiskThatFillsUpLosesNothingStoredBefore() {
        Path path = folder.resolve("shop");
        storeOneEvent(path);
        FullDisk.register();
        FullDisk.room(Long.MAX_VALUE);
        assertThatThrownBy(() -> fillDisk(path))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("storing b in shop failed")
                .hasMessageContaining("No space left on device")
                .hasMessageContaining("check that the disk has room");
        assertOneEvent(path);
        try (EventStore store = EventStore.open(path);
                SourceWriter writer = store.write(described("b"))) {
            long done = writer.before().lastLine();
            writer.keep(viewed(done + 1, NOON, "bob", "bag"), OptionalDouble.empty(), false);
            writer.finish(Set.of());
            assertThat(store.count(Instant.MIN, Instant.MAX)).isGreaterThan(1);
        }
    }

    private static void fillDisk(Path path) {
        EventStore store = new EventStore(Database.open("full:" + path, "shop"), Clock.systemUTC());
        try (store;
                SourceWriter writer = store.write(described("b"))) {
            FullDisk.room(1_000_000);
            for (int line = 2; line < 1_000_000; line++) {
                writer.keep(
                        viewed(line, NOON.plusSeconds(line), "user " + line, "item " + line),
                        OptionalDouble.empty(),
                        false);
            }
            writer.finish(Set.of());
        }
    }

    private static void storeOneEvent(Path path) {
        try (EventStore store = EventStore.open(path);
                SourceWriter writer = store.write(described("a"))) {
            writer.keep(viewed(2, NOON, "ann", "hat"), OptionalDouble.empty(), false);
            writer.finish(Set.of());
        }
    }

    private static void assertOneEvent(Path path) {
        try (EventStore store = EventStore.open(path)) {
            assertThat(store.count(Instant.MIN, Instant.MAX)).isEqualTo(1);
        }
    }

    private static void assertRefused(Path path, String... parts) {
        assertThatThrownBy(() -> EventStore.open(path).close())
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining(path.toString())
                .hasMessageContainingAll(parts)
                .message()
                .doesNotContain("\n");
    }

    private static void execute(Path path, String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + path, "sa", "");
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
