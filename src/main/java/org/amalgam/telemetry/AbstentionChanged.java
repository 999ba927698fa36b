package org.amalgam.telemetry;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Flight record of a member that begins or ceases to abstain. */
@Name("org.amalgam.AbstentionChanged")
@Label("Abstention Changed")
@Category("Amalgam")
@Description("A member began or ceased to abstain")
@StackTrace(false)
public final class AbstentionChanged extends Event {

    @Label("Event Number")
    long number;

    @Label("Member")
    String member;

    @Label("Abstains")
    boolean abstains;

    @Label("Reason")
    String reason;

    /**
     * Takes what is to be recorded.
     *
     * @param number of the event in its log
     * @param member its name
     * @param abstains whether it does from here on
     * @param reason why it does; empty where it does not
     */
    public void fill(long number, String member, boolean abstains, String reason) {
        this.number = number;
        this.member = member;
        this.abstains = abstains;
        this.reason = reason;
    }
}
