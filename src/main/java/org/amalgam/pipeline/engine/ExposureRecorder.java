package org.amalgam.pipeline.engine;

import java.time.Instant;
import java.util.Optional;
import org.amalgam.domain.CatalogueExposure;
import org.amalgam.domain.CatalogueExposure.Occasion;
import org.amalgam.domain.FusedRanking;
import org.amalgam.domain.StepOutcome;

/**
 * Counts how often each item stood in the list that was shown, over the main cases, and keeps a
 * sample of the occasions. It takes 76 bytes an item and nothing a step. Belongs to the replay
 * thread.
 */
final class ExposureRecorder implements StepListener {

    private static final int SHORT_LIST = 10;
    private static final double[] WEIGHTS = weights();

    private final ReplaySetup.Span span;
    private final int[] top10;
    private final int[] top20;
    private final double[] weighted;
    private final int[] sample;
    private Optional<String> ranker = Optional.empty();
    private Instant last;
    private long cases;

    /** Nothing shown yet. */
    ExposureRecorder(ReplaySetup.Span span, int items) {
        this.span = span;
        this.last = span.from();
        this.top10 = new int[items];
        this.top20 = new int[items];
        this.weighted = new double[items];
        this.sample = CatalogueExposure.emptySample(items);
    }

    private static double[] weights() {
        double[] weights = new double[StepScorer.K + 1];
        for (int place = 1; place < weights.length; place++) {
            weights[place] = Math.log(2) / Math.log(1 + place);
        }
        return weights;
    }

    @Override
    public void scored(ScoredStep step) {
        StepOutcome outcome = step.outcome();
        if (outcome.opensSession()) {
            return;
        }
        cases++;
        last = outcome.event().time();
        Optional<String> shown = outcome.fused().map(FusedRanking::ranker);
        if (shown.isPresent()) {
            ranker = shown;
            // The list of a step that is told again is among the tops alone.
            count(step.tops().get(shown.get()), outcome);
        }
    }

    private void count(int[] list, StepOutcome outcome) {
        int after = outcome.window().session().lastItem();
        for (int place = 1; place <= list.length; place++) {
            int item = list[place - 1];
            top10[item] += place <= SHORT_LIST ? 1 : 0;
            top20[item]++;
            weighted[item] += WEIGHTS[place];
            int slot = slot(item, top20[item]);
            if (slot < CatalogueExposure.SAMPLE) {
                Occasion occasion = new Occasion(outcome.event().user(), after, place);
                CatalogueExposure.remember(sample, item, slot, occasion);
            }
        }
    }

    /**
     * Reservoir sampling (Vitter 1985, algorithm R): the n-th occasion takes a place drawn from n.
     * The draw depends on item and n alone, so that the same replay keeps the same sample.
     */
    static int slot(int item, int n) {
        if (n <= CatalogueExposure.SAMPLE) {
            return n - 1;
        }
        long mixed = ((long) item << 32 | n) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return (int) Long.remainderUnsigned(mixed ^ mixed >>> 31, n);
    }

    /** What was shown so far. */
    CatalogueExposure read() {
        return new CatalogueExposure(
                new CatalogueExposure.Span(span.trainedUntil(), span.from(), last),
                ranker,
                cases,
                top10,
                top20,
                weighted,
                sample);
    }
}
