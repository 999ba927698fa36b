package org.amalgam.pipeline;

import java.time.Duration;
import org.amalgam.domain.Event;
import org.amalgam.domain.RejectedLine;
import org.amalgam.domain.SourceReport;
import org.amalgam.domain.SourceReport.Traffic;

/** Adds up what becomes of a growing log's lines. Belongs to the thread that reads. */
final class FollowTally {

    private final ImportTally lines = new ImportTally();
    private final String file;
    private final int items;
    private boolean any;
    private long searches;
    private long late;
    private long replayed;
    private long newItems;
    private long afterEnd;
    private long startedAnew;

    /**
     * @param items that members have a place for
     */
    FollowTally(String file, int items) {
        this.file = file;
        this.items = items;
    }

    /** Whether there was any line. */
    boolean any() {
        return any;
    }

    void keep(boolean mended) {
        any = true;
        lines.keep(mended);
    }

    void reject(RejectedLine line) {
        any = true;
        lines.reject(file, line);
    }

    void passOver() {
        any = true;
        lines.passOver(1);
    }

    void search() {
        searches++;
    }

    void bot() {
        lines.bots(1);
    }

    void late() {
        late++;
    }

    void afterEnd() {
        afterEnd++;
    }

    void replayed(Event event) {
        replayed++;
        newItems += event.item() >= items ? 1 : 0;
    }

    void startedAnew() {
        startedAnew++;
    }

    SourceReport report(
            Duration lateness, long reordered, boolean unfinished, Traffic traffic, double took) {
        return new SourceReport(
                file,
                lateness,
                lines.report(took),
                searches,
                late,
                reordered,
                replayed,
                newItems,
                afterEnd,
                startedAnew,
                unfinished,
                traffic);
    }
}
