package org.amalgam.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.amalgam.pipeline.NetworkEngine;
import org.junit.jupiter.api.Test;

class ConsoleMonitorTest {

    private static final NetworkEngine ENGINE =
            new NetworkEngine("CPU", Optional.empty(), false, "OPENBLAS", 1, 16, "ND4J on the CPU");

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private boolean asked;

    private String told(boolean terminal, Optional<NetworkEngine> engine) {
        PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
        new ConsoleMonitor(out, terminal)
                .tellEngine(
                        () -> {
                            asked = true;
                            return engine;
                        });
        return written.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aTerminalIsToldWhatNetworksRunOn() {
        assertThat(told(true, Optional.of(ENGINE)))
                .isEqualToIgnoringNewLines("amalgam: ND4J on the CPU");
    }

    @Test
    void whereThereAreNoNetworksThereIsNothingToTell() {
        assertThat(told(true, Optional.empty())).isEmpty();
    }

    @Test
    void nothingIsLoadedForALineThatNobodySees() {
        assertThat(told(false, Optional.of(ENGINE))).isEmpty();
        assertThat(asked).isFalse();
    }
}
