package org.amalgam.telemetry;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Flight record of a member taking over what it learned, for its next answers. */
@Name("org.amalgam.MemberPublished")
@Label("Member Published")
@Category("Amalgam")
@Description("From here on it answers with what it learned")
@StackTrace(false)
public final class MemberPublished extends Event {

    @Label("Member")
    String member;

    @Label("Failed")
    boolean failed;

    /**
     * Takes what is to be recorded.
     *
     * @param member its name
     * @param failed whether it threw, and abstains
     */
    public void fill(String member, boolean failed) {
        this.member = member;
        this.failed = failed;
    }
}
