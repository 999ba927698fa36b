package org.amalgam.pipeline;

import java.time.Instant;
import java.util.Optional;
import org.amalgam.config.CleaningSettings;
import org.amalgam.domain.stage.EventSource;
import org.amalgam.ingest.GrowingLog;
import org.amalgam.pipeline.engine.MemberHost;
import org.amalgam.pipeline.engine.Replay;
import org.amalgam.pipeline.engine.ReplaySetup;
import org.amalgam.store.EventStore;

/** A replay of a growing log, with its report. Used once. */
final class FollowedReplay {

    private final EventStore store;
    private final FollowRequest request;
    private final ReportTarget target;
    private final FollowMonitor monitor;

    FollowedReplay(
            EventStore store, FollowRequest request, ReportTarget target, FollowMonitor monitor) {
        this.store = store;
        this.request = request;
        this.target = target;
        this.monitor = monitor;
    }

    /**
     * @param until events from here on are not replayed; empty for all
     */
    ReplaySummary run(ReplayPreparation replays, Optional<Instant> until) {
        // Opened before members are trained, which may take long and be for nothing.
        GrowingLog log =
                GrowingLog.open(request.file(), request.format(), CleaningSettings.defaults());
        try (FollowedSource source =
                        new FollowedSource(
                                store,
                                store.timeSpan().orElseThrow(),
                                log,
                                request,
                                until.orElse(EventSource.END),
                                monitor,
                                Waiting.real());
                ReplayReport report = new ReplayReport(source::itemId, target)) {
            ReplaySetup setup =
                    replays.prepare(
                            source,
                            source.from(),
                            report.listeners(),
                            MemberHost.MORE_THAN_ENOUGH,
                            monitor);
            Replay replay = Replay.reported(setup);
            return report.run(
                    replay,
                    (summary, telemetry) -> {
                        // Asked first, for it waits until all is stored that the rest tells of.
                        var followed = source.report();
                        return replays.reports(setup, request.settings())
                                .of(replay, summary, telemetry, target.command())
                                .with(followed);
                    },
                    monitor);
        }
    }
}
