package org.amalgam.ui.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.amalgam.pipeline.NetworkEngine;
import org.amalgam.ui.i18n.Language;
import org.amalgam.ui.i18n.Messages;
import org.junit.jupiter.api.Test;

class EngineStatusTest {

    private final Messages messages = new Messages();
    private final EngineStatus status = new EngineStatus(messages);

    private static NetworkEngine on(Optional<String> device, boolean missed, int threads) {
        String backend = device.isPresent() ? "CUDA" : "CPU";
        return new NetworkEngine(backend, device, missed, "OPENBLAS", threads, 16, "all of it");
    }

    private void tell(NetworkEngine engine) {
        status.ask(() -> Optional.of(engine), Runnable::run, Runnable::run);
    }

    @Test
    void nobodyWaitsForTheAnswer() {
        List<Runnable> later = new ArrayList<>();
        var line = status.line();
        status.ask(() -> Optional.of(on(Optional.empty(), false, 1)), later::add, Runnable::run);
        assertEquals("ND4J is loading", line.get());
        later.get(0).run();
        assertEquals("ND4J on CPU · OPENBLAS, 1 thread · vectors of 16 floats", line.get());
    }

    @Test
    void theLineFollowsTheLanguage() {
        var line = status.line();
        tell(on(Optional.of("RTX 9"), false, 2));
        assertEquals("ND4J on RTX 9 · OPENBLAS, 2 threads · vectors of 16 floats", line.get());
        messages.languageProperty().set(Language.CHINESE);
        assertEquals("ND4J：RTX 9 · OPENBLAS，2 线程 · 每次 16 个浮点数", line.get());
    }

    @Test
    void aDeviceThatWasMissedIsExplained() {
        tell(on(Optional.empty(), false, 1));
        assertFalse(status.explanation().get().contains("found no device"));
        tell(on(Optional.empty(), true, 1));
        assertTrue(status.explanation().get().contains("found no device"));
    }

    @Test
    void aLibraryThatDoesNotLoadIsToldOf() {
        var line = status.line();
        status.ask(
                () -> {
                    throw new UnsatisfiedLinkError("no jnind4jcpu");
                },
                Runnable::run,
                Runnable::run);
        assertEquals("ND4J does not load", line.get());
    }
}
