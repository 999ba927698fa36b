package org.amalgam.telemetry;

import java.util.Map;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.amalgam.domain.LiveSnapshot;

/**
 * Flight record of one replayed event; its own duration is the whole event's. Fill it only if
 * {@link #shouldCommit}, so that nothing is gathered while nobody records.
 */
@Name("org.amalgam.EventReplayed")
@Label("Event Replayed")
@Category("Amalgam")
@Description("Predicted, revealed, scored and learned from")
@StackTrace(false)
public final class EventReplayed extends Event {

    @Label("Event Number")
    long number;

    @Label("Lag")
    @Description("How long after it was due work on it began; 0 at full speed")
    @Timespan
    long lag;

    @Label("Response")
    @Description("From when it was due to its end; 0 at full speed")
    @Timespan
    long response;

    @Label("Features")
    @Timespan
    long features;

    @Label("Members")
    @Timespan
    long members;

    @Label("Fusion")
    @Timespan
    long fusion;

    @Label("Ranking")
    @Timespan
    long ranking;

    @Label("Scoring")
    @Timespan
    long scoring;

    @Label("Learning")
    @Timespan
    long learning;

    /**
     * Takes what is to be recorded.
     *
     * @param number of the event in its log
     * @param nanos by stage name
     */
    public void fill(long number, Map<String, Long> nanos) {
        this.number = number;
        lag = nanos.getOrDefault(LiveSnapshot.LAG, 0L);
        response = nanos.getOrDefault(LiveSnapshot.RESPONSE, 0L);
        features = nanos.getOrDefault("features", 0L);
        members = nanos.getOrDefault("members", 0L);
        fusion = nanos.getOrDefault("fusion", 0L);
        ranking = nanos.getOrDefault("ranking", 0L);
        scoring = nanos.getOrDefault("scoring", 0L);
        learning = nanos.getOrDefault("learning", 0L);
    }
}
