package org.amalgam.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.amalgam.ui.desk.PausedReplay;
import org.amalgam.ui.frame.Screen;
import org.amalgam.ui.i18n.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {

    @TempDir Path home;

    private SettingsFile file() {
        return new SettingsFile(home.resolve("new").resolve("window.properties"));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Remembered written =
                new Remembered(
                        Optional.of(new Place(-40.5, 12, 1_300, 820)),
                        true,
                        Screen.LIVE,
                        true,
                        Language.CHINESE,
                        150,
                        List.of(
                                new RecentStore(
                                        Path.of("商店 = one"),
                                        51_953,
                                        Instant.parse("2026-04-11T23:51:07Z")),
                                new RecentStore(Path.of("/data/demo"), 0, Instant.EPOCH)),
                        Optional.of(
                                new PausedReplay(
                                        Path.of("商店 = one"),
                                        List.of("lstm", "pop"),
                                        "hedge",
                                        3_600,
                                        false,
                                        true,
                                        3_412,
                                        12_296,
                                        Instant.parse("2026-04-10T08:00:01.5Z"))));
        file().write(written);
        assertEquals(written, file().read());
    }

    @Test
    void withoutAFileEverythingIsAsAtTheFirstStart() {
        assertEquals(Remembered.nothing(), file().read());
    }

    @Test
    void aValueThatMakesNoSenseSpoilsNoOther() throws IOException {
        Files.createDirectories(file().path().getParent());
        Files.writeString(
                file().path(),
                """
                window=12 wide
                screen=KITCHEN
                language=CHINESE
                text=900
                store.0=a
                store.0.events=many
                store.1=b
                replay-store=a
                replay-members=lstm
                replay-step=many
                """);
        Remembered read = file().read();
        assertEquals(Optional.empty(), read.place());
        assertEquals(Screen.DATA, read.screen());
        assertEquals(Language.CHINESE, read.language());
        assertEquals(200, read.textSize());
        assertEquals(
                List.of(
                        new RecentStore(Path.of("a"), 0, Instant.EPOCH),
                        new RecentStore(Path.of("b"), 0, Instant.EPOCH)),
                read.stores());
        assertEquals(Optional.empty(), read.paused());
    }

    @Test
    void aFileThatIsNoTextCountsAsNone() throws IOException {
        Files.createDirectories(file().path().getParent());
        Files.write(file().path(), new byte[] {(byte) 0xff, 0, (byte) 0xfe, '\\', 'u', 'x'});
        assertEquals(Remembered.nothing(), file().read());
    }

    @Test
    void whereNothingCanBeWrittenTheWindowGoesOn() throws IOException {
        Path wall = Files.createFile(home.resolve("wall"));
        SettingsFile blocked = new SettingsFile(wall.resolve("window.properties"));
        blocked.write(Remembered.nothing());
        assertEquals(Remembered.nothing(), blocked.read());
    }
}
