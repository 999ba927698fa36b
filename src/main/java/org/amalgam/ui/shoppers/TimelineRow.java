package org.amalgam.ui.shoppers;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A line of the timeline. */
sealed interface TimelineRow {

    /** Above the steps of a session. */
    record SessionHead(Instant start, int steps) implements TimelineRow {}

    record StepRow(HistoryModel.Step step) implements TimelineRow {}

    /**
     * Sessions with their steps, newest first.
     *
     * @param steps in order of time
     * @param gap steps at least so far apart are in different sessions
     */
    static List<TimelineRow> of(List<HistoryModel.Step> steps, Duration gap) {
        List<TimelineRow> rows = new ArrayList<>();
        int end = steps.size();
        for (int i = steps.size() - 1; i >= 0; i--) {
            boolean opens =
                    i == 0
                            || Duration.between(time(steps, i - 1), time(steps, i)).compareTo(gap)
                                    >= 0;
            if (opens) {
                rows.add(new SessionHead(time(steps, i), end - i));
                for (int step = end - 1; step >= i; step--) {
                    rows.add(new StepRow(steps.get(step)));
                }
                end = i;
            }
        }
        return rows;
    }

    private static Instant time(List<HistoryModel.Step> steps, int i) {
        return steps.get(i).event().time();
    }
}
