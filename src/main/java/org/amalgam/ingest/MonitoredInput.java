package org.amalgam.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.amalgam.domain.stage.TaskMonitor;

/**
 * Counts the bytes read and tells a monitor, a few times a second. When the monitor is cancelled,
 * reading throws {@link java.util.concurrent.CancellationException}.
 */
final class MonitoredInput extends FilterInputStream {

    private static final long REPORT_NANOS = 200_000_000;

    private final String what;
    private final long total;
    private final TaskMonitor monitor;
    private long done;
    private long reportedAt = System.nanoTime() - REPORT_NANOS;

    MonitoredInput(InputStream in, String what, long total, TaskMonitor monitor) {
        super(in);
        this.what = what;
        this.total = total;
        this.monitor = monitor;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        advance(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        advance(Math.max(0, count));
        return count;
    }

    private void advance(int count) {
        monitor.checkCancelled();
        done += count;
        long now = System.nanoTime();
        if (now - reportedAt >= REPORT_NANOS || done == total) {
            reportedAt = now;
            monitor.progress(what, Math.min(done, total), total);
        }
    }
}
