package org.amalgam.pipeline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.amalgam.config.CheckpointSettings;
import org.amalgam.domain.RankerKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {

    @TempDir private Path directory;

    private final FakeMember member = new FakeMember("lstm", RankerKind.MEMBER, window -> 0);
    private final Ensemble ensemble = new Ensemble(List.of(new MemberHost(member, 3, false)));

    @AfterEach
    void close() {
        ensemble.close();
    }

    private long folders() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.count();
        }
    }

    @Test
    void onlyTheRightStepsAreKept() throws IOException {
        Checkpoints checkpoints =
                new Checkpoints(directory, ensemble, new CheckpointSettings(10, 8));
        for (int step = 0; step <= 35; step++) {
            checkpoints.offer(step);
        }
        assertThat(folders()).isEqualTo(4);
        assertThat(checkpoints.floor(9)).isZero();
        assertThat(checkpoints.floor(10)).isEqualTo(10);
        assertThat(checkpoints.floor(1_000)).isEqualTo(30);
    }

    @Test
    void whenThereAreManyEveryOtherGoesAndTheFirstStays() throws IOException {
        Checkpoints checkpoints =
                new Checkpoints(directory, ensemble, new CheckpointSettings(10, 4));
        for (int step = 0; step <= 1_000; step++) {
            checkpoints.offer(step);
            assertThat(folders()).isLessThanOrEqualTo(4);
        }
        assertThat(checkpoints.floor(1_000)).isGreaterThan(500);
        assertThat(checkpoints.floor(5)).isZero();
    }

    @Test
    void whatCameAfterIsForgotten() throws IOException {
        Checkpoints checkpoints =
                new Checkpoints(directory, ensemble, new CheckpointSettings(10, 8));
        for (int step = 0; step <= 50; step += 10) {
            checkpoints.offer(step);
        }
        checkpoints.dropAfter(20);
        assertThat(checkpoints.floor(1_000)).isEqualTo(20);
        assertThat(folders()).isEqualTo(3);
    }

    @Test
    void aDiskThatTakesNothingCostsOnlyTheState() throws IOException {
        Checkpoints checkpoints =
                new Checkpoints(directory, ensemble, new CheckpointSettings(10, 8));
        checkpoints.offer(0);
        Files.createFile(directory.resolve("step-10"));
        checkpoints.offer(10);
        assertThat(checkpoints.floor(10)).isZero();
    }
}
