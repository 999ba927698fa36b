package org.amalgam.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.amalgam.ui.i18n.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextExportTest {

    @TempDir Path folder;
    private final List<String> written = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();

    private TextExport to(Optional<Path> chosen) {
        return new TextExport(
                (owner, suggested) -> chosen,
                new Messages(),
                written::add,
                failed::add,
                Runnable::run,
                Runnable::run);
    }

    @Test
    void aTextIsWrittenWhereTheUserSays() throws IOException {
        Path file = folder.resolve("points.csv");
        to(Optional.of(file)).save(null, "chart.csv", "a,b\n");
        assertEquals("a,b\n", Files.readString(file));
        assertTrue(written.get(0).contains("points.csv"), written.toString());
    }

    @Test
    void nothingIsWrittenWhenTheUserThinksBetterOfIt() {
        to(Optional.empty()).save(null, "chart.csv", "a,b\n");
        assertEquals(List.of(), written);
        assertEquals(List.of(), failed);
    }

    @Test
    void aFolderThatIsNotThereIsToldOf() {
        Path file = folder.resolve("gone").resolve("points.csv");
        to(Optional.of(file)).save(null, "chart.csv", "a,b\n");
        assertTrue(failed.get(0).contains("points.csv"), failed.toString());
        assertEquals(List.of(), written);
    }
}
