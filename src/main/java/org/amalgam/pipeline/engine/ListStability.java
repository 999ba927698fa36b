package org.amalgam.pipeline.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.evaluation.RankBiasedOverlap;

/**
 * How much a list changes for a shopper who does nothing: the window of every {@value #EVERY}th
 * main case is asked again after {@value #EVENTS_BETWEEN} more events were learned from, and the
 * two top lists are compared by {@link RankBiasedOverlap}. Asking teaches nobody anything and is
 * not timed. At most {@code EVENTS_BETWEEN / EVERY} windows wait. Belongs to the replay thread.
 */
public final class ListStability implements StepListener {

    /** Events learned from between the two lists. */
    public static final int EVENTS_BETWEEN = 500;

    /** Name of the figure in reports. */
    static final String FIGURE = "rbo20After" + EVENTS_BETWEEN + "Events";

    /** A sample that costs two questions in a hundred. */
    static final int EVERY = 50;

    private record Waiting(long due, FeatureWindow window, Map<String, int[]> tops) {}

    private final Function<FeatureWindow, Map<String, int[]>> ask;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Map<String, double[]> sums = new LinkedHashMap<>();
    private long events;
    private long cases;

    /**
     * @param ask the top lists by ranker, for a window, as everybody would answer now
     */
    public ListStability(Function<FeatureWindow, Map<String, int[]>> ask) {
        this.ask = ask;
    }

    @Override
    public void scored(ScoredStep step) {
        events++;
        if (!step.outcome().opensSession() && cases++ % EVERY == 0) {
            waiting.add(new Waiting(events + EVENTS_BETWEEN, step.outcome().window(), step.tops()));
        }
        while (!waiting.isEmpty() && waiting.peek().due() <= events) {
            compare(waiting.remove());
        }
    }

    private void compare(Waiting before) {
        Map<String, int[]> now = ask.apply(before.window());
        before.tops()
                .forEach(
                        (ranker, top) -> {
                            int[] later = now.get(ranker);
                            if (later != null && later.length > 0 && top.length > 0) {
                                double[] sum = sums.computeIfAbsent(ranker, r -> new double[2]);
                                sum[0] += RankBiasedOverlap.of(top, later);
                                sum[1]++;
                            }
                        });
    }

    /** Mean overlap by ranker; rankers without a pair of lists are absent. */
    public Map<String, Double> means() {
        Map<String, Double> means = new LinkedHashMap<>();
        sums.forEach((ranker, sum) -> means.put(ranker, sum[0] / sum[1]));
        return means;
    }
}
