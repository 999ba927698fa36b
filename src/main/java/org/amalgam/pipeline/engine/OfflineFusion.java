package org.amalgam.pipeline.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.amalgam.config.FusionSettings;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.stage.EnsembleMember;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.evaluation.FusedRanker;
import org.amalgam.evaluation.TestCases;

/** The fused rankers of an offline evaluation; methods that learn do so on validation cases. */
public final class OfflineFusion {

    private final String method;
    private final Map<String, Double> weights;
    private final FusionSettings settings;
    private final long seed;
    private final List<String> notes = new ArrayList<>();

    /**
     * @param weights weights by hand; empty for equal ones or learned ones
     */
    public OfflineFusion(
            String method, Map<String, Double> weights, FusionSettings settings, long seed) {
        this.method = method;
        this.weights = Map.copyOf(weights);
        this.settings = settings;
        this.seed = seed;
    }

    /**
     * The fused rankers over these members.
     *
     * @param members as they are after choosing: they know {@code early} and nothing later
     * @param validation cases that none of them has learned from
     */
    public List<FusedRanker> rankers(
            List<EnsembleMember> members,
            TrainingSet early,
            TestCases validation,
            TaskMonitor monitor) {
        return FusionGroups.rankers(members, method, weights, settings);
    }

    /** What was found, in sentences for the report. */
    public List<String> notes() {
        return List.copyOf(notes);
    }
}
