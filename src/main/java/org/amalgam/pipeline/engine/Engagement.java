package org.amalgam.pipeline.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.amalgam.domain.StepOutcome;
import org.amalgam.domain.stage.EventSource;
import org.amalgam.simulate.ClickTruth;

/**
 * How many clicks the lists of a simulated shop's rankers would have got on average: what the
 * shop's click model expects of the shopper who was there, mean over the main cases. Robots are
 * left out.
 */
final class Engagement implements StepListener {

    /** Its name in reports. */
    static final String FIGURE = "expectedClicks20";

    private final ClickTruth clicks;
    private final EventSource source;
    private final Map<String, Mean> means = new HashMap<>();

    /**
     * @param clicks of the shop whose log this source holds
     */
    Engagement(ClickTruth clicks, EventSource source) {
        this.clicks = clicks;
        this.source = source;
    }

    private static final class Mean {
        private double sum;
        private long count;
    }

    @Override
    public void scored(ScoredStep step) {
        StepOutcome outcome = step.outcome();
        if (outcome.opensSession()) {
            return;
        }
        String user = source.userId(outcome.event().user());
        for (Map.Entry<String, int[]> top : step.tops().entrySet()) {
            List<String> list =
                    Arrays.stream(top.getValue())
                            .mapToObj(item -> source.catalogue().item(item).id())
                            .toList();
            clicks.expectedClicks(outcome.event().time(), user, list)
                    .ifPresent(found -> add(top.getKey(), found));
        }
    }

    private void add(String ranker, double found) {
        Mean mean = means.computeIfAbsent(ranker, any -> new Mean());
        mean.sum += found;
        mean.count++;
    }

    /** Clicks a list; 0 for a ranker that showed none. */
    double mean(String ranker) {
        Mean mean = means.get(ranker);
        return mean == null ? 0 : mean.sum / mean.count;
    }
}
