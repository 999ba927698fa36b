package org.amalgam.ui.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Window;
import org.amalgam.ui.i18n.Messages;

/** Writes texts to files that the user chooses, in the background, and tells how that went. */
public final class TextExport {

    private final SaveChooser chooser;
    private final Messages messages;
    private final Consumer<String> written;
    private final Consumer<String> failed;
    private final Executor background;
    private final Executor screen;

    /**
     * @param written hears what to tell the user when a file has been written
     * @param failed likewise when it could not be
     */
    public TextExport(
            SaveChooser chooser,
            Messages messages,
            Consumer<String> written,
            Consumer<String> failed) {
        this(chooser, messages, written, failed, ForkJoinPool.commonPool(), Platform::runLater);
    }

    /** The same on other threads. */
    TextExport(
            SaveChooser chooser,
            Messages messages,
            Consumer<String> written,
            Consumer<String> failed,
            Executor background,
            Executor screen) {
        this.chooser = chooser;
        this.messages = messages;
        this.written = written;
        this.failed = failed;
        this.background = background;
        this.screen = screen;
    }

    /**
     * Asks for a file and writes there.
     *
     * @param suggested name of the file, with its ending
     */
    public void save(Window owner, String suggested, String text) {
        chooser.choose(owner, suggested)
                .ifPresent(file -> background.execute(() -> write(file, text)));
    }

    private void write(Path file, String text) {
        try {
            Files.writeString(file, text);
            screen.execute(() -> written.accept(messages.get("export.file-written", file)));
        } catch (IOException e) {
            String reason = e.getMessage();
            screen.execute(() -> failed.accept(messages.get("export.failed", file, reason)));
        }
    }
}
