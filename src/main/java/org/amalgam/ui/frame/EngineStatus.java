package org.amalgam.ui.frame;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.amalgam.pipeline.NetworkEngine;
import org.amalgam.ui.i18n.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What networks run on, once it is known: asking loads a library. For the screens' thread. */
public final class EngineStatus {

    private static final Logger LOG = LoggerFactory.getLogger(EngineStatus.class);

    /** How far asking is. */
    private enum Progress {
        LOADING,
        KNOWN,
        FAILED
    }

    private final Messages messages;
    private final ObjectProperty<Progress> progress =
            new SimpleObjectProperty<>(this, "progress", Progress.LOADING);
    private Optional<NetworkEngine> engine = Optional.empty();

    public EngineStatus(Messages messages) {
        this.messages = messages;
    }

    /**
     * Asks in the background and shows the answer in the foreground.
     *
     * @param question may take seconds
     */
    public void ask(
            Supplier<Optional<NetworkEngine>> question, Executor background, Executor foreground) {
        background.execute(
                () -> {
                    try {
                        Optional<NetworkEngine> found = question.get();
                        foreground.execute(() -> show(found));
                    } catch (RuntimeException | LinkageError e) {
                        LOG.warn("what networks run on does not load", e);
                        foreground.execute(() -> show(Optional.empty()));
                    }
                });
    }

    private void show(Optional<NetworkEngine> found) {
        engine = found;
        progress.set(found.isPresent() ? Progress.KNOWN : Progress.FAILED);
    }

    /** In a few words, in the language of the window. */
    public StringBinding line() {
        return Bindings.createStringBinding(
                () ->
                        engine.map(this::describe)
                                .orElseGet(
                                        () ->
                                                messages.get(
                                                        progress.get() == Progress.FAILED
                                                                ? "status.engine.failed"
                                                                : "status.engine.loading")),
                progress,
                messages.texts());
    }

    private String describe(NetworkEngine found) {
        String scoring =
                found.lanes() > 1
                        ? messages.get("status.engine.vectors", found.lanes())
                        : messages.get("status.engine.plain");
        return messages.get(
                "status.engine",
                found.device().orElse(found.backend()),
                found.blas(),
                found.blasThreads(),
                scoring);
    }

    /** What the words mean, and whether a device was missed. */
    public StringBinding explanation() {
        return Bindings.createStringBinding(
                () -> String.join("\n", sentences()), progress, messages.texts());
    }

    private List<String> sentences() {
        String meaning = messages.get("status.engine.tip");
        boolean missed = engine.map(NetworkEngine::missedDevice).orElse(false);
        return missed ? List.of(meaning, messages.get("status.engine.missed")) : List.of(meaning);
    }
}
