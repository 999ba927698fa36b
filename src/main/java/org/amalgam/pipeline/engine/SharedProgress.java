package org.amalgam.pipeline.engine;

import org.amalgam.domain.stage.TaskMonitor;

/** Makes one progress of several tasks that run side by side. Thread-safe. */
final class SharedProgress {

    private static final long UNITS = 1_000;

    private final TaskMonitor whole;
    private final double[] shares;
    private volatile boolean stopped;

    SharedProgress(TaskMonitor whole, int parts) {
        this.whole = whole;
        this.shares = new double[parts];
    }

    /** Stops all parts at their next good moment, because one has failed. */
    void stop() {
        stopped = true;
    }

    /** The monitor of one part. */
    TaskMonitor part(int index) {
        return new TaskMonitor() {
            @Override
            public void progress(String what, long done, long total) {
                report(index, what, total <= 0 ? 0 : (double) done / total);
            }

            @Override
            public boolean cancelled() {
                return stopped || whole.cancelled();
            }
        };
    }

    private synchronized void report(int index, String what, double share) {
        shares[index] = Math.max(shares[index], share);
        double sum = 0;
        for (double part : shares) {
            sum += part;
        }
        whole.progress(what, Math.round(UNITS * sum / shares.length), UNITS);
    }
}
