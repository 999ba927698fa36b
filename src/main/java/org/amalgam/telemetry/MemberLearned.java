package org.amalgam.telemetry;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Flight record of a member learning from one batch, on the thread that it learns on. */
@Name("org.amalgam.MemberLearned")
@Label("Member Learned")
@Category("Amalgam")
@Description("Learned from a batch of events")
@StackTrace(false)
public final class MemberLearned extends Event {

    @Label("Member")
    String member;

    @Label("Events")
    int events;

    @Label("Failed")
    boolean failed;

    /**
     * Takes what is to be recorded.
     *
     * @param member its name
     * @param events in the batch
     * @param failed whether it threw, and abstains
     */
    public void fill(String member, int events, boolean failed) {
        this.member = member;
        this.events = events;
        this.failed = failed;
    }
}
