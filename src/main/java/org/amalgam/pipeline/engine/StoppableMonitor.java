package org.amalgam.pipeline.engine;

import org.amalgam.domain.stage.TaskMonitor;

/** Passes everything on, and can also be stopped from here. Thread-safe. */
final class StoppableMonitor implements TaskMonitor {

    private final TaskMonitor whole;
    private volatile boolean stopped;

    StoppableMonitor(TaskMonitor whole) {
        this.whole = whole;
    }

    /** Asks everybody who watches this monitor to stop at the next good moment. */
    void stop() {
        stopped = true;
    }

    @Override
    public void progress(String what, long done, long total) {
        whole.progress(what, done, total);
    }

    @Override
    public boolean cancelled() {
        return stopped || whole.cancelled();
    }
}
