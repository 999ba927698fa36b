package org.amalgam.cli;

import java.io.PrintStream;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.pipeline.NetworkEngine;
import org.amalgam.pipeline.WorkbenchFactory;

/** A progress line on stderr when it is a terminal; silent otherwise. Thread-safe. */
final class ConsoleMonitor implements TaskMonitor {

    private static final int BAR = 24;
    private static final long REDRAW_NANOS = 100_000_000L;

    private final PrintStream out;
    private final boolean terminal;
    private long drawnAt;
    private boolean drawn;

    @SuppressWarnings("SystemConsoleNull") // null means redirected on 17, the Java we run on
    ConsoleMonitor() {
        this(System.err, System.console() != null);
    }

    /** For a run with these members, telling what their networks run on before it begins. */
    static ConsoleMonitor of(WorkbenchFactory factory, Collection<String> members) {
        ConsoleMonitor monitor = new ConsoleMonitor();
        monitor.tellEngine(() -> factory.engine(members));
        return monitor;
    }

    /**
     * Writes a line on what networks run on.
     *
     * @param engine is asked only where somebody can read it, for that takes a moment
     */
    void tellEngine(Supplier<Optional<NetworkEngine>> engine) {
        if (terminal) {
            engine.get().ifPresent(found -> out.println("amalgam: " + found.line()));
        }
    }

    ConsoleMonitor(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public synchronized void progress(String what, long done, long total) {
        long now = System.nanoTime();
        boolean last = total > 0 && done >= total;
        if (!terminal || (drawn && !last && now - drawnAt < REDRAW_NANOS)) {
            return;
        }
        drawnAt = now;
        drawn = true;
        out.print("\r\u001b[K" + line(what, done, total) + (last ? System.lineSeparator() : ""));
        out.flush();
    }

    static String line(String what, long done, long total) {
        if (total <= 0) {
            return what + "  " + done;
        }
        int filled = (int) (BAR * Math.min(done, total) / total);
        return "█".repeat(filled)
                + "░".repeat(BAR - filled)
                + String.format(" %3d %%  %s", 100 * Math.min(done, total) / total, what);
    }

    @Override
    public boolean cancelled() {
        return Thread.currentThread().isInterrupted();
    }
}
