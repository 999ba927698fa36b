package org.amalgam.pipeline.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ObjDoubleConsumer;
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
    public TrainedMembers supply(
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
    public TrainedMembers supplyAtOnce(
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
                    // Kept, so that lists and previews need not train them again meanwhile.
                    TrainedMembers trained =
                            fromShelf(
                                    ready,
                                    until,
                                    seed,
                                    (member, took) -> shelf.put(member, until, seed, false, took),
                                    monitor);
                    WarmUp warmUp =
                            new WarmUp(
                                    late,
                                    () -> Training.set(source, until, sessions),
                                    (member, took) -> shelf.put(member, until, seed, brief, took));
                    return new TrainedMembers(
                            all, until, trained.seconds(), Map.of(), trained.itemCounts(), warmUp);
                });
    }

    private TrainedMembers learned(
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
                        TrainedMembers trained = fromShelf(members, from, seed, monitor);
                        return trained.with(kept.get(), set.itemCounts());
                    });
        }
        return fresh(
                names,
                seed,
                members -> {
                    TrainedMembers trained = learn(members, set, from, seed, fusing, monitor);
                    for (EnsembleMember member : members) {
                        shelf.put(member, from, seed, false, trained.seconds().get(member.name()));
                    }
                    shelf.put(names, from, seed, fusing, trained.recipes());
                    return trained;
                });
    }

    private TrainedMembers learn(
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
        return new TrainedMembers(members, from, seconds, recipes, set.itemCounts());
    }

    /** Makes members and hands them on; closes them when that fails or is cancelled. */
    private TrainedMembers fresh(
            List<String> names,
            long seed,
            Function<List<EnsembleMember>, TrainedMembers> training) {
        return fresh(names, seed, false, training);
    }

    private TrainedMembers fresh(
            List<String> names,
            long seed,
            boolean brief,
            Function<List<EnsembleMember>, TrainedMembers> training) {
        List<EnsembleMember> members = create(names, seed, brief);
        boolean whole = false;
        try {
            TrainedMembers trained = training.apply(members);
            whole = true;
            return trained;
        } finally {
            if (!whole) {
                members.forEach(EnsembleMember::close);
            }
        }
    }

    private TrainedMembers shelved(
            List<String> names, Instant from, long seed, TaskMonitor monitor) {
        Instant until = shelvedUntil(names, seed).filter(time -> !time.isAfter(from)).orElse(from);
        return fresh(names, seed, members -> fromShelf(members, until, seed, monitor));
    }

    private TrainedMembers fromShelf(
            List<EnsembleMember> members, Instant until, long seed, TaskMonitor monitor) {
        return fromShelf(members, until, seed, (member, took) -> {}, monitor);
    }

    private TrainedMembers fromShelf(
            List<EnsembleMember> members,
            Instant until,
            long seed,
            ObjDoubleConsumer<EnsembleMember> trained,
            TaskMonitor monitor) {
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
            seconds.putAll(Training.train(missing, set, monitor, trained));
        }
        return new TrainedMembers(
                members, until, seconds, Map.of(), new int[source.catalogue().size()]);
    }

    private List<EnsembleMember> create(List<String> names, long seed, boolean brief) {
        MemberSettings used = brief ? settings.withEpochsAtMost(BRIEF_EPOCHS) : settings;
        return names.stream().map(name -> Members.create(name, seed, used)).toList();
    }
}
