package org.amalgam.telemetry;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Flight record of all members writing their state, to go back to. */
@Name("org.amalgam.CheckpointKept")
@Label("Checkpoint Kept")
@Category("Amalgam")
@Description("All members' states were written")
@StackTrace(false)
public final class CheckpointKept extends Event {

    @Label("Step")
    long step;

    @Label("Kept")
    boolean kept;

    /**
     * Takes what is to be recorded.
     *
     * @param step events replayed before it
     * @param kept false when the disk did not let it
     */
    public void fill(long step, boolean kept) {
        this.step = step;
        this.kept = kept;
    }
}
