package org.amalgam.telemetry;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Flight record of a replay going to another step. */
@Name("org.amalgam.ReplaySought")
@Label("Replay Sought")
@Category("Amalgam")
@Description("Went to another step, by checkpoint and journal")
@StackTrace(false)
public final class ReplaySought extends Event {

    @Label("From")
    long from;

    @Label("To")
    long to;

    /**
     * Takes what is to be recorded.
     *
     * @param from events replayed before it set off
     * @param to events replayed where it arrived
     */
    public void fill(long from, long to) {
        this.from = from;
        this.to = to;
    }
}
