package org.amalgam.pipeline;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.amalgam.config.CheckpointSettings;
import org.amalgam.config.FollowSettings;
import org.amalgam.config.FusionSettings;
import org.amalgam.config.SessionSettings;
import org.amalgam.domain.UnusableInput;
import org.amalgam.domain.rule.MerchandisingRule;
import org.amalgam.domain.stage.EventSource;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.pipeline.engine.FusionGroups;
import org.amalgam.pipeline.engine.MemberSupply;
import org.amalgam.pipeline.engine.Oracle;
import org.amalgam.pipeline.engine.ReplaySetup;
import org.amalgam.pipeline.engine.RunReports;
import org.amalgam.pipeline.engine.StepListener;
import org.amalgam.pipeline.engine.TrainedMembers;
import org.amalgam.store.EventStore;

/** Makes what a request asks for ready to be replayed from a store. */
final class ReplayPreparation {

    /** What members learn from where nobody says until when. */
    static final double TRAIN_SHARE = 0.8;

    private final EventStore store;
    private final Path path;
    private final MemberSupply supply;
    private final ReplayRequest request;
    private final SessionSettings sessions;

    /**
     * @param path of the store, for messages
     * @param supply of members with the request's settings
     */
    ReplayPreparation(
            EventStore store,
            Path path,
            MemberSupply supply,
            ReplayRequest request,
            SessionSettings sessions) {
        this.store = store;
        this.path = path;
        this.supply = supply;
        this.request = request;
        this.sessions = sessions;
    }

    /**
     * Loads members, training what is missing.
     *
     * @param patience how long each of them is waited for in a step
     * @throws UnusableInput if there is nothing to replay, or somebody is to be fused who takes no
     *     part
     */
    ReplaySetup prepare(
            List<StepListener> listeners,
            Optional<Oracle> oracle,
            Duration patience,
            TaskMonitor monitor) {
        Instant from = begin();
        TrainedMembers members =
                supply.supply(request.members(), from, request.seed(), request.fusion(), monitor);
        return setup(store, from, end(), members, listeners, oracle, patience);
    }

    /**
     * Likewise, without the networks that are still to be trained, which may join later.
     *
     * @param brief whether those get two epochs at most
     */
    ReplaySetup prepareAtOnce(boolean brief, Duration patience, TaskMonitor monitor) {
        Instant from = begin();
        TrainedMembers members =
                supply.supplyAtOnce(
                        request.members(), from, request.seed(), request.fusion(), brief, monitor);
        return setup(store, from, end(), members, List.of(), Optional.empty(), patience);
    }

    private Instant end() {
        return request.until().orElse(EventSource.END);
    }

    private Instant begin() {
        FusionGroups.requireUsable(request.members(), request.fusion());
        Instant from =
                request.from()
                        .or(() -> supply.shelvedUntil(request.members(), request.seed()))
                        .orElseGet(() -> store.splitAt(TRAIN_SHARE));
        if (store.count(from, end()) == 0) {
            throw new UnusableInput(
                    path + ": there are no events from " + from + " to " + end() + " to replay");
        }
        return from;
    }

    /**
     * Likewise for a source that goes on where the store ends.
     *
     * @param from when it does
     */
    ReplaySetup prepare(
            EventSource growing,
            Instant from,
            List<StepListener> listeners,
            Duration patience,
            TaskMonitor monitor) {
        FusionGroups.requireUsable(request.members(), request.fusion());
        TrainedMembers members =
                supply.supply(request.members(), from, request.seed(), request.fusion(), monitor);
        return setup(
                growing, from, EventSource.END, members, listeners, Optional.empty(), patience);
    }

    private ReplaySetup setup(
            EventSource source,
            Instant from,
            Instant until,
            TrainedMembers members,
            List<StepListener> listeners,
            Optional<Oracle> oracle,
            Duration patience) {
        return new ReplaySetup(
                source,
                new ReplaySetup.Span(members.trainedUntil(), from, until),
                request,
                sessions,
                members.lineup(request, FusionSettings.defaults(), patience),
                listeners,
                oracle,
                CheckpointSettings.defaults(),
                store.rules().book());
    }

    /** What a report of this replay says of it. */
    RunReports reports(ReplaySetup setup) {
        return reports(setup, Map.of());
    }

    /** Likewise of one that follows a growing log. */
    RunReports reports(ReplaySetup setup, FollowSettings following) {
        return reports(
                setup,
                Map.of(
                        "lateness", following.lateness().toString(),
                        "leap", following.leap().toString(),
                        "mostHeld", following.mostHeld()));
    }

    private RunReports reports(ReplaySetup setup, Map<String, Object> ofTheSource) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("members", String.join(",", request.members()));
        request.fusion().addTo(settings);
        settings.put("learn", request.learn());
        settings.put("adjust", request.adjust());
        settings.put("strict", request.strict());
        settings.put("takeOverEvery", setup.checkpoints().every());
        settings.put("speed", Double.toString(request.speed()));
        settings.put("trainedUntil", setup.span().trainedUntil().toString());
        settings.put("from", setup.span().from().toString());
        settings.put("until", request.until().map(Instant::toString).orElse("end"));
        settings.putAll(new TreeMap<>(ofTheSource));
        setup.rules().rules().stream()
                .filter(MerchandisingRule::enabled)
                .forEach(rule -> settings.put(rule.shareName(), rule.text()));
        settings.put("sessionGap", sessions.gap().toString());
        settings.put("normalization", FusionSettings.defaults().normalization().label());
        settings.putAll(SettingsFile.reported(request.settings(), request.members()));
        List<String> brief =
                supply.brief(
                        request.members(),
                        setup.span().trainedUntil(),
                        request.seed(),
                        request.fusion());
        settings.put("brief", String.join(",", brief));
        Engines.addTo(settings, request.members());
        return new RunReports(
                "replay", request.seed(), store.digest(), store.catalogue(), settings);
    }
}
