package org.amalgam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.amalgam.domain.UnusableInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptRunTest {

    @TempDir Path folder;

    @Test
    void aRunThatBeginsAnewMakesWhatAnOlderOneLeftUnusable() throws IOException {
        Files.writeString(folder.resolve("run.json"), "{}");

        KeptRun.prepare(folder);

        assertThat(folder.resolve("run.json")).doesNotExist();
        assertThatThrownBy(() -> KeptRun.read(folder))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("--keep");
    }

    @Test
    void aFolderThatCannotBeMadeIsRefusedBeforeAnythingIsTrained() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> KeptRun.prepare(file.resolve("kept")))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("--keep");
    }
}
