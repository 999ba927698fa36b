package org.amalgam.pipeline.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amalgam.domain.Comparison;
import org.amalgam.domain.RankerKind;

/**
 * A replay that went on with other weights from some step on, compared with how it would have gone
 * on without them: both rankers answer the same cases from the same members.
 */
final class Branch implements StepListener {

    /** Name of the ranker that goes on as it was. */
    static final String ORIGINAL = "original";

    private final long step;
    private final long seed;
    private final QualityRecorder quality;

    /**
     * @param step steps replayed before it
     * @param shown the ranker with other weights
     */
    Branch(long step, String shown, ReplaySetup setup) {
        this.step = step;
        this.seed = setup.request().seed();
        Map<String, RankerKind> both = new LinkedHashMap<>();
        both.put(shown, RankerKind.FUSED);
        both.put(ORIGINAL, RankerKind.BASELINE);
        this.quality =
                new QualityRecorder(
                        both, new int[setup.source().catalogue().size()], Optional.empty());
    }

    /** Steps replayed before it. */
    long step() {
        return step;
    }

    @Override
    public void scored(ScoredStep scored) {
        quality.scored(scored);
    }

    /** The shown ranker against the original one since then, by every metric; empty at first. */
    List<Comparison> comparisons() {
        return quality.cases() == 0 ? List.of() : quality.comparisons(seed);
    }
}
