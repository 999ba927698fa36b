package org.amalgam.pipeline.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.amalgam.domain.stage.EventSource;

/** Where in a replay times lie. Belongs to the thread that replays. */
final class StepTimes {

    private final ReplaySetup setup;

    StepTimes(ReplaySetup setup) {
        this.setup = setup;
    }

    /**
     * How many of the replay's steps come before each of these times. Counts from one time to the
     * next, so that no event is counted twice.
     */
    List<Long> stepsAt(List<Instant> times) {
        EventSource source = setup.source();
        Map<Instant, Long> steps = new TreeMap<>();
        Instant counted = setup.span().from();
        long before = 0;
        for (Instant time : new TreeSet<>(times)) {
            Instant until = time.isBefore(setup.span().until()) ? time : setup.span().until();
            if (until.isAfter(counted)) {
                before += source.count(counted, until);
                counted = until;
            }
            steps.put(time, before);
        }
        return times.stream().map(steps::get).toList();
    }
}
