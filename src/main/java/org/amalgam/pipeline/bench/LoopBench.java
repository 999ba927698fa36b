package org.amalgam.pipeline.bench;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.amalgam.config.FusionSettings;
import org.amalgam.config.SessionSettings;
import org.amalgam.domain.LiveSnapshot;
import org.amalgam.domain.LiveSnapshot.Latency;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.pipeline.BenchReport;
import org.amalgam.pipeline.FusionRequest;
import org.amalgam.pipeline.ReplayRequest;
import org.amalgam.pipeline.engine.ListSource;
import org.amalgam.pipeline.engine.MemberHost;
import org.amalgam.pipeline.engine.Replay;
import org.amalgam.pipeline.engine.ReplaySetup;
import org.amalgam.telemetry.LatencyRecorder;

/** Runs the whole loop, learning on, over a catalogue of some size, and times every event. */
final class LoopBench {

    private static final List<String> MEMBERS =
            List.of("lstm", "cnn", "gan", "markov", "itemknn", "vsknn");

    private static final int WIDTH = 64;
    private static final int TRAINED_ON = 4_000;
    private static final double NANOS_PER_SECOND = 1e9;

    private final int events;
    private final long seed;
    private final TaskMonitor monitor;

    /**
     * @param events measured in each run, after as many to warm up: compiling vector code takes
     *     seconds
     */
    LoopBench(int events, long seed, TaskMonitor monitor) {
        this.events = events;
        this.seed = seed;
        this.monitor = monitor;
    }

    BenchReport.Loop run(int items, boolean strict) {
        int warmUp = events;
        ListSource log = SyntheticLog.of(items, TRAINED_ON + warmUp + events + 1, seed);
        Instant split = SyntheticLog.timeOf(TRAINED_ON);
        Instant end = SyntheticLog.timeOf(TRAINED_ON + warmUp + events);
        ReplayRequest request =
                ReplayRequest.atFullSpeed(MEMBERS, FusionRequest.by("hedge"), strict, seed);
        ReplaySetup setup =
                new ReplaySetup(
                        log,
                        new ReplaySetup.Span(split, split, end),
                        request,
                        SessionSettings.defaults(),
                        MeasuredMembers.trained(log, split, MEMBERS, WIDTH)
                                .lineup(
                                        request,
                                        FusionSettings.defaults(),
                                        MemberHost.MORE_THAN_ENOUGH),
                        List.of());
        try (Replay replay = Replay.reported(setup)) {
            replay.begin();
            go(replay, warmUp, new LatencyRecorder(1));
            LatencyRecorder recorder = new LatencyRecorder(1);
            long start = System.nanoTime();
            go(replay, events, recorder);
            double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
            return result(items, strict, seconds, recorder, replay);
        }
    }

    private void go(Replay replay, int count, LatencyRecorder recorder) {
        for (int event = 0; event < count; event++) {
            monitor.checkCancelled();
            long start = System.nanoTime();
            replay.step();
            recorder.record(LiveSnapshot.WHOLE_EVENT, System.nanoTime() - start);
        }
    }

    private BenchReport.Loop result(
            int items, boolean strict, double seconds, LatencyRecorder recorder, Replay replay) {
        Latency whole = recorder.overall().get(LiveSnapshot.WHOLE_EVENT);
        Map<String, Double> stages = new LinkedHashMap<>();
        replay.latency().latest().forEach((name, time) -> stages.put(name, time.p50Millis()));
        return new BenchReport.Loop(
                items,
                strict ? "strict" : "max",
                events,
                events / seconds,
                whole.p50Millis(),
                whole.p95Millis(),
                whole.p99Millis(),
                heapMegabytes(),
                stages);
    }

    private static long heapMegabytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }
}
