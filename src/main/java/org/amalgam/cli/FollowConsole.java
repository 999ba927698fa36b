package org.amalgam.cli;

import java.util.concurrent.CountDownLatch;
import org.amalgam.pipeline.FollowMonitor;

/**
 * Shows a growing log being followed. From when it is, Ctrl-C or a request to terminate ends the
 * following instead of the program, which ends as soon as the report is there. Thread-safe.
 */
final class FollowConsole implements FollowMonitor, AutoCloseable {

    private final ConsoleMonitor console = new ConsoleMonitor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread onShutdown = new Thread(this::finish, "finish");
    private volatile boolean enough;
    private volatile boolean done;

    /** What the program waits for before it goes down. */
    private void finish() {
        enough = true;
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (done) {
            // Else a run that did all that was asked would end with the code of a killed one.
            Runtime.getRuntime().halt(0);
        }
    }

    @Override
    public void following() {
        Runtime.getRuntime().addShutdownHook(onShutdown);
    }

    @Override
    public boolean enough() {
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

    /** The report is there and has been told of. */
    void done() {
        done = true;
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(onShutdown);
        } catch (IllegalStateException e) {
            // The program is going down already, and the hook is what lets it.
        }
    }
}
