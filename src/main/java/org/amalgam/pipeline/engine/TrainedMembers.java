package org.amalgam.pipeline.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.amalgam.config.FusionSettings;
import org.amalgam.domain.stage.EnsembleMember;
import org.amalgam.fusion.FusionRecipe;
import org.amalgam.pipeline.ReplayRequest;

/**
 * Members that know everything before {@code trainedUntil} and nothing after it.
 *
 * @param seconds their training took, by name
 * @param recipes by fused ranker, when the fusion method had to be learned
 * @param itemCounts how often each item occurred in training, where recipes need it
 * @param warmUp trains members that are not ready yet
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record TrainedMembers(
        List<EnsembleMember> members,
        Instant trainedUntil,
        Map<String, Double> seconds,
        Map<String, FusionRecipe> recipes,
        int[] itemCounts,
        WarmUp warmUp) {

    /** Members that are all ready. */
    public TrainedMembers(
            List<EnsembleMember> members,
            Instant trainedUntil,
            Map<String, Double> seconds,
            Map<String, FusionRecipe> recipes,
            int[] itemCounts) {
        this(members, trainedUntil, seconds, recipes, itemCounts, WarmUp.NONE);
    }

    TrainedMembers with(Map<String, FusionRecipe> learned, int[] counts) {
        return new TrainedMembers(members, trainedUntil, seconds, learned, counts);
    }

    /**
     * The members on threads of their own, fused and learning as asked.
     *
     * @param patience how long an answer of each is waited for
     */
    public ReplaySetup.Lineup lineup(
            ReplayRequest request, FusionSettings settings, Duration patience) {
        Ensemble ensemble = Ensemble.of(members, itemCounts.length, request.strict(), patience);
        return new ReplaySetup.Lineup(
                ensemble,
                () ->
                        FusionGroups.create(
                                ensemble, request.fusion(), settings, recipes, itemCounts),
                seconds,
                warmUp);
    }
}
