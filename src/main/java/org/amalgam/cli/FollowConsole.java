package org.amalgam.cli;

import java.util.Optional;
import org.amalgam.pipeline.FollowMonitor;

/**
 * Shows a growing log being followed. From when it is, Ctrl-C or a request to terminate ends the
 * following instead of the program, which goes on to the report; a second one ends the program.
 * Thread-safe.
 */
final class FollowConsole implements FollowMonitor, AutoCloseable {

    private static final int INTERRUPTED = 130;

    private final ConsoleMonitor console = new ConsoleMonitor();
    private Optional<EndSignals> signals = Optional.empty();
    private boolean enough;

    @Override
    public synchronized void following() {
        signals = Optional.of(new EndSignals(this::asked));
    }

    private synchronized void asked() {
        if (enough) {
            Runtime.getRuntime().halt(INTERRUPTED);
        }
        enough = true;
    }

    @Override
    public synchronized boolean enough() {
        return enough;
    }

    @Override
    public void warn(String line) {
        System.err.println("amalgam: " + line);
    }

    @Override
    public void progress(String what, long finished, long total) {
        console.progress(what, finished, total);
    }

    @Override
    public boolean cancelled() {
        return console.cancelled();
    }

    @Override
    public synchronized void close() {
        signals.ifPresent(EndSignals::close);
    }
}
