package org.amalgam.pipeline.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.LongSupplier;
import org.amalgam.domain.CatalogueExposure;
import org.amalgam.domain.Comparison;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.LiveSnapshot;
import org.amalgam.domain.Mailbox;
import org.amalgam.domain.rule.RuleBook;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.kernel.WorkThread;
import org.amalgam.pipeline.ReplaySession;
import org.amalgam.pipeline.ReplaySummary;
import org.amalgam.replay.Pacer;
import org.amalgam.report.RunTelemetry;

/**
 * A replay on a thread of its own. What other threads order is queued and carried out between two
 * events, in {@link ReplayRun}; snapshots go to a mailbox.
 */
public final class ReplayThread implements ReplaySession {

    private final Replay replay;
    private final ReplayRun run;
    private final Pacer pacer;
    private final Inbox orders;
    private final Thread thread;

    /** Starts the thread, paused before the first event. */
    public ReplayThread(Replay replay) {
        this(replay, TaskMonitor.silent());
    }

    /**
     * Likewise.
     *
     * @param monitor is asked on the replay thread, whenever a snapshot is made
     */
    public ReplayThread(Replay replay, TaskMonitor monitor) {
        this.replay = replay;
        this.run = new ReplayRun(replay, monitor);
        this.pacer = run.pacer();
        this.orders = run.orders();
        this.thread = WorkThread.of(run, "replay");
        thread.start();
    }

    /** What the run took up to its end, once {@link #await} has told of that. */
    public RunTelemetry telemetry() {
        return run.telemetry().join();
    }

    @Override
    public Mailbox<LiveSnapshot> snapshots() {
        return run.snapshots();
    }

    @Override
    public void play() {
        pacer.play();
    }

    @Override
    public void pause() {
        pacer.pause();
    }

    @Override
    public void step() {
        pacer.step();
    }

    @Override
    public void seek(long step) {
        travel(() -> step);
    }

    @Override
    public void seek(Instant time) {
        ReplaySetup setup = replay.setup();
        travel(() -> setup.source().count(setup.span().from(), time));
    }

    @Override
    public CompletableFuture<List<Long>> stepsAt(List<Instant> times) {
        List<Instant> wanted = List.copyOf(times);
        return orders.ask(() -> new StepTimes(replay.setup()).stepsAt(wanted));
    }

    @Override
    public void stepBack() {
        travel(() -> Math.max(0, replay.steps() - 1));
    }

    /** Pauses, and goes to a step that is worked out when it comes to it. */
    private void travel(LongSupplier target) {
        pacer.pause();
        orders.put(() -> run.go(target.getAsLong()));
    }

    @Override
    public void loop(long from, long until) {
        if (from < 0 || from >= until) {
            throw new IllegalArgumentException("a loop from " + from + " to " + until);
        }
        orders.put(() -> run.loop(Optional.of(new ReplayRun.Loop(from, until))));
    }

    @Override
    public void endLoop() {
        orders.put(() -> run.loop(Optional.empty()));
    }

    @Override
    public void speed(double factor) {
        pacer.speed(factor);
    }

    @Override
    public void weights(FusionWeights weights) {
        orders.put(() -> replay.order(state -> state.setWeights(weights)));
    }

    @Override
    public void rules(RuleBook book) {
        orders.put(() -> replay.order(state -> state.setRules(book)));
    }

    @Override
    public void lock(Set<String> members) {
        orders.put(() -> replay.order(state -> state.lock(members)));
    }

    @Override
    public void warmUp(TaskMonitor watch) {
        replay.setup()
                .lineup()
                .warmUp()
                .run(
                        watch.endingWhen(pacer::isClosed),
                        member -> orders.put(() -> replay.join(member)));
    }

    @Override
    public void branch(FusionWeights weights) {
        orders.put(
                () -> {
                    long here = replay.steps();
                    replay.order(state -> state.branch(here, weights));
                });
    }

    @Override
    public CompletableFuture<List<Comparison>> branchComparisons() {
        return orders.ask(replay::branchComparisons);
    }

    @Override
    public CompletableFuture<CatalogueExposure> exposure() {
        return orders.ask(replay::exposure);
    }

    @Override
    public CompletableFuture<String> digest() {
        return orders.ask(replay::digest);
    }

    @Override
    public ReplaySummary await() throws InterruptedException {
        try {
            return run.summary().get().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("the replay was interrupted", e.getCause());
        }
    }

    /** Lets nothing more through, without waiting for the end. */
    public void stop() {
        pacer.close();
    }

    @Override
    public void close() {
        stop();
        try {
            thread.join(Duration.ofSeconds(10).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
