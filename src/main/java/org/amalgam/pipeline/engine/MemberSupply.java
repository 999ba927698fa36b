package org.amalgam.pipeline.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.amalgam.config.FusionSettings;
import org.amalgam.config.MemberSettings;
import org.amalgam.config.SessionSettings;
import org.amalgam.domain.Holdout;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.TrainingSpeed;
import org.amalgam.domain.stage.EnsembleMember;
import org.amalgam.domain.stage.EventSource;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.fusion.FusionMethods;
import org.amalgam.fusion.FusionRecipe;
import org.amalgam.model.Members;
import org.amalgam.pipeline.FusionRequest;
import org.amalgam.pipeline.ReplayRequest;

/** Brings trained members: from the shelf where they fit, else trained now. */
public final class MemberSupply {

    private static final int BRIEF_EPOCHS = 2;

    /** Share of the sessions, the last ones, that fusion learns from. */
    private static final double LATE_SHARE = 0.08;

    private final EventSource source;
    private final FittingShelf shelf;
    private final SessionSettings sessions;
    private final MemberSettings settings;

    /**
     * @param dataDigest of all events of the source
     * @param settings of the members: those to train with, and those to have been trained with
     */
    public MemberSupply(
            EventSource source,
            String dataDigest,
            ModelShelf shelf,
            SessionSettings sessions,
            MemberSettings settings) {
        this.source = source;
        this.shelf = new FittingShelf(shelf, dataDigest, source.catalogue().size(), settings);
        this.sessions = sessions;
        this.settings = settings;
    }

    /**
     * Members that know everything before {@code trainedUntil} and nothing after it.
     *
     * @param seconds their training took, by name
     * @param recipes by fused ranker, when the fusion method had to be learned
     * @param itemCounts how often each item occurred in training, where recipes need it
     * @param warmUp trains members that are not ready yet
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    public record Supply(
            List<EnsembleMember> members,
            Instant trainedUntil,
            Map<String, Double> seconds,
            Map<String, FusionRecipe> recipes,
            int[] itemCounts,
            WarmUp warmUp) {

        /** Members that are all ready. */
        public Supply(
                List<EnsembleMember> members,
                Instant trainedUntil,
                Map<String, Double> seconds,
                Map<String, FusionRecipe> recipes,
                int[] itemCounts) {
            this(members, trainedUntil, seconds, recipes, itemCounts, WarmUp.NONE);
        }

        private Supply with(Map<String, FusionRecipe> learned, int[] counts) {
            return new Supply(members, trainedUntil, seconds, learned, counts);
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

    /**
     * The one time until which all these members on the shelf were trained on this very data; empty
     * when one is missing, does not fit, or they differ.
     */
    public Optional<Instant> shelvedUntil(List<String> names, long seed) {
        return shelf.until(names, seed);
    }

    /** Until when each of these members on the shelf was trained on this very data. */
    public Map<String, Instant> shelved(List<String> names, long seed) {
        Map<String, Instant> shelved = new LinkedHashMap<>();
        for (String name : names) {
            shelvedUntil(List.of(name), seed).ifPresent(until -> shelved.put(name, until));
        }
        return shelved;
    }

    /** Which of these members {@link #supply} takes from the shelf although trained but briefly. */
    public List<String> brief(List<String> names, Instant until, long seed, FusionRequest fusing) {
        return names.stream()
                .filter(
                        name ->
                                !FusionMethods.needsRecipe(fusing.method())
                                        && shelf.member(name, until, seed)
                                                .filter(ModelShelf.Provenance::brief)
                                                .isPresent())
                .toList();
    }

    /** Which of these members are not on the shelf as {@link #train} would put them there. */
    public List<String> missing(List<String> names, Instant until, long seed, boolean brief) {
        return names.stream()
                .filter(
                        name ->
                                shelf.member(name, until, seed)
                                        .filter(kept -> kept.brief() == brief)
                                        .isEmpty())
                .toList();
    }

    /**
     * Trains these members anew and keeps each on the shelf as soon as it is trained, so that a
     * cancelled training loses only those that were under way.
     */
    public Training.Result train(
            List<String> names, Instant until, long seed, boolean brief, TaskMonitor monitor) {
        TrainingSet set = Training.set(source, until, sessions);
        List<EnsembleMember> fresh = create(names, seed, brief);
        try {
            Map<String, Double> seconds =
                    Training.train(
                            fresh,
                            set,
                            monitor,
                            (member, took) -> shelf.put(member, until, seed, brief, took));
            return new Training.Result(set, seconds, speeds(fresh));
        } finally {
            fresh.forEach(EnsembleMember::close);
        }
    }

    private static Map<String, TrainingSpeed> speeds(List<EnsembleMember> members) {
        Map<String, TrainingSpeed> speeds = new LinkedHashMap<>();
        members.forEach(
                member -> member.speed().ifPresent(speed -> speeds.put(member.name(), speed)));
        return speeds;
    }

    /**
     * Members for a replay from this time on: the shelf's when they fit, the others trained now. A
     * fusion method that is learned needs members that have not seen the sessions it learns from:
     * when the shelf has no recipe for just these members, all are trained now, and kept.
     */
    public Supply supply(
            List<String> names,
            Instant from,
            long seed,
            FusionRequest fusing,
            TaskMonitor monitor) {
        return FusionMethods.needsRecipe(fusing.method())
                ? learned(names, from, seed, fusing, monitor)
                : shelved(names, from, seed, monitor);
    }

    /**
     * Members for a replay that begins at once: those that take long to train and are not on the
     * shelf come late, and are trained by {@link ReplaySetup.Lineup#warmUp}. All are ready where
     * the fusion method has to be learned from them.
     *
     * @param brief whether those networks get two epochs at most
     */
    public Supply supplyAtOnce(
            List<String> names,
            Instant from,
            long seed,
            FusionRequest fusing,
            boolean brief,
            TaskMonitor monitor) {
        if (FusionMethods.needsRecipe(fusing.method())) {
            return learned(names, from, seed, fusing, monitor);
        }
        Instant until = shelvedUntil(names, seed).filter(time -> !time.isAfter(from)).orElse(from);
        return fresh(
                names,
                seed,
                brief,
                members -> {
                    List<EnsembleMember> late = new ArrayList<>();
                    List<EnsembleMember> ready = new ArrayList<>();
                    List<EnsembleMember> all = new ArrayList<>();
                    for (EnsembleMember member : members) {
                        boolean waits =
                                member.trainingEffort() > 0
                                        && shelf.member(member.name(), until, seed).isEmpty();
                        EnsembleMember taking = waits ? new LateMember(member) : member;
                        (waits ? late : ready).add(taking);
                        all.add(taking);
                    }
                    Supply supply = fromShelf(ready, until, seed, monitor);
                    WarmUp warmUp =
                            new WarmUp(
                                    late,
                                    () -> Training.set(source, until, sessions),
                                    (member, took) -> shelf.put(member, until, seed, brief, took));
                    return new Supply(
                            all, until, supply.seconds(), Map.of(), supply.itemCounts(), warmUp);
                });
    }

    private Supply learned(
            List<String> names,
            Instant from,
            long seed,
            FusionRequest fusing,
            TaskMonitor monitor) {
        TrainingSet set = Training.set(source, from, sessions);
        Optional<Map<String, FusionRecipe>> kept = shelf.recipes(names, from, seed, fusing);
        if (kept.isPresent()) {
            return fresh(
                    names,
                    seed,
                    members -> {
                        Supply supply = fromShelf(members, from, seed, monitor);
                        return supply.with(kept.get(), set.itemCounts());
                    });
        }
        return fresh(
                names,
                seed,
                members -> {
                    Supply supply = learn(members, set, from, seed, fusing, monitor);
                    for (EnsembleMember member : members) {
                        shelf.put(member, from, seed, false, supply.seconds().get(member.name()));
                    }
                    shelf.put(names, from, seed, fusing, supply.recipes());
                    return supply;
                });
    }

    private Supply learn(
            List<EnsembleMember> members,
            TrainingSet set,
            Instant from,
            long seed,
            FusionRequest fusing,
            TaskMonitor monitor) {
        Holdout holdout = Holdout.lastSessions(set, LATE_SHARE);
        Map<String, Double> seconds = Training.choose(members, holdout, monitor);
        Map<String, FusionRecipe> recipes =
                new FusionLearning(fusing.method(), FusionSettings.defaults(), seed)
                        .rehearsed(FusionGroups.groups(members, fusing), members, holdout, monitor);
        Training.train(members, set, monitor)
                .forEach((member, took) -> seconds.merge(member, took, Double::sum));
        return new Supply(members, from, seconds, recipes, set.itemCounts());
    }

    /** Makes members and hands them on; closes them when that fails or is cancelled. */
    private Supply fresh(
            List<String> names, long seed, Function<List<EnsembleMember>, Supply> training) {
        return fresh(names, seed, false, training);
    }

    private Supply fresh(
            List<String> names,
            long seed,
            boolean brief,
            Function<List<EnsembleMember>, Supply> training) {
        List<EnsembleMember> members = create(names, seed, brief);
        boolean whole = false;
        try {
            Supply supply = training.apply(members);
            whole = true;
            return supply;
        } finally {
            if (!whole) {
                members.forEach(EnsembleMember::close);
            }
        }
    }

    private Supply shelved(List<String> names, Instant from, long seed, TaskMonitor monitor) {
        Instant until = shelvedUntil(names, seed).filter(time -> !time.isAfter(from)).orElse(from);
        return fresh(names, seed, members -> fromShelf(members, until, seed, monitor));
    }

    private Supply fromShelf(
            List<EnsembleMember> members, Instant until, long seed, TaskMonitor monitor) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        List<EnsembleMember> missing = new ArrayList<>();
        for (EnsembleMember member : members) {
            Optional<ModelShelf.Provenance> kept = shelf.member(member.name(), until, seed);
            if (kept.isPresent()) {
                shelf.load(member);
                seconds.put(member.name(), kept.get().seconds());
            } else {
                missing.add(member);
            }
        }
        if (!missing.isEmpty()) {
            TrainingSet set = Training.set(source, until, sessions);
            seconds.putAll(Training.train(missing, set, monitor));
        }
        return new Supply(members, until, seconds, Map.of(), new int[source.catalogue().size()]);
    }

    private List<EnsembleMember> create(List<String> names, long seed, boolean brief) {
        MemberSettings used = brief ? settings.withEpochsAtMost(BRIEF_EPOCHS) : settings;
        return names.stream().map(name -> Members.create(name, seed, used)).toList();
    }
}
