package org.amalgam.pipeline.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.amalgam.config.NetworkSettings;
import org.amalgam.config.SessionSettings;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.stage.EnsembleMember;
import org.amalgam.domain.stage.EventSource;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.model.Members;
import org.amalgam.pipeline.AmalgamVersion;

/** Brings trained members: from the shelf where they fit, else trained now. */
public final class MemberSupply {

    private static final int BRIEF_EPOCHS = 2;

    private final EventSource source;
    private final String dataDigest;
    private final ModelShelf shelf;
    private final SessionSettings sessions;

    /**
     * @param dataDigest of all events of the source
     */
    public MemberSupply(
            EventSource source, String dataDigest, ModelShelf shelf, SessionSettings sessions) {
        this.source = source;
        this.dataDigest = dataDigest;
        this.shelf = shelf;
        this.sessions = sessions;
    }

    /**
     * Members that know everything before {@code trainedUntil} and nothing after it.
     *
     * @param seconds their training took, by name
     */
    public record Supply(
            List<EnsembleMember> members, Instant trainedUntil, Map<String, Double> seconds) {}

    /**
     * The one time until which all these members on the shelf were trained on this very data; empty
     * when one is missing, does not fit, or they differ.
     */
    public Optional<Instant> shelvedUntil(List<String> names, long seed) {
        Set<Optional<Instant>> times =
                names.stream()
                        .map(
                                name ->
                                        shelf.provenance(name)
                                                .filter(p -> fits(p, p.untilTime(), seed))
                                                .map(ModelShelf.Provenance::untilTime))
                        .collect(Collectors.toSet());
        return times.size() == 1 ? times.iterator().next() : Optional.empty();
    }

    /** Trains these members anew and keeps them on the shelf. */
    public Training.Result train(
            List<String> names, Instant until, long seed, boolean brief, TaskMonitor monitor) {
        TrainingSet set = Training.set(source, until, sessions);
        List<EnsembleMember> fresh = create(names, seed, brief);
        try {
            Map<String, Double> seconds = Training.train(fresh, set, monitor);
            for (EnsembleMember member : fresh) {
                shelve(member, until, seed, brief, seconds.get(member.name()));
            }
            return new Training.Result(set, seconds);
        } finally {
            fresh.forEach(EnsembleMember::close);
        }
    }

    /**
     * Members for a replay from this time on: the shelf's when they fit, the others trained now.
     */
    public Supply supply(List<String> names, Instant from, long seed, TaskMonitor monitor) {
        Instant until = shelvedUntil(names, seed).filter(time -> !time.isAfter(from)).orElse(from);
        List<EnsembleMember> members = create(names, seed, false);
        Map<String, Double> seconds = new LinkedHashMap<>();
        List<EnsembleMember> missing = new ArrayList<>();
        for (EnsembleMember member : members) {
            Optional<ModelShelf.Provenance> kept =
                    shelf.provenance(member.name()).filter(p -> fits(p, until, seed));
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
        return new Supply(members, until, seconds);
    }

    private boolean fits(ModelShelf.Provenance provenance, Instant until, long seed) {
        return provenance.fits(until, seed, dataDigest, source.catalogue().size());
    }

    private void shelve(
            EnsembleMember member, Instant until, long seed, boolean brief, double seconds) {
        shelf.put(
                member,
                new ModelShelf.Provenance(
                        member.name(),
                        until.toString(),
                        seed,
                        brief,
                        dataDigest,
                        AmalgamVersion.current(),
                        source.catalogue().size(),
                        seconds));
    }

    private static List<EnsembleMember> create(List<String> names, long seed, boolean brief) {
        return names.stream()
                .map(name -> Members.create(name, seed, s -> brief ? briefer(s) : s))
                .toList();
    }

    private static NetworkSettings briefer(NetworkSettings settings) {
        return settings.withEpochs(Math.min(BRIEF_EPOCHS, settings.epochs()));
    }
}
