package org.amalgam.pipeline.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.amalgam.domain.CatalogueExposure;
import org.amalgam.domain.Comparison;
import org.amalgam.domain.Event;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.LiveSnapshot;
import org.amalgam.domain.Mailbox;
import org.amalgam.domain.rule.RuleBook;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.pipeline.ReplaySession;
import org.amalgam.pipeline.ReplaySummary;
import org.amalgam.replay.Pacer;
import org.amalgam.replay.VirtualClock;
import org.amalgam.report.RunTelemetry;
import org.amalgam.telemetry.ResourceMeter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that replays. Orders from other threads are queued and carried out between two
 * events; snapshots go to a mailbox. After the last event it waits for orders, such as to go back,
 * until it is closed.
 */
public final class ReplayThread implements ReplaySession {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayThread.class);

    /** How long a growing source may keep this thread from orders and snapshots. */
    private static final Duration LOOK_AROUND = Duration.ofMillis(100);

    private final Replay replay;
    private final Pacer pacer;
    private final Thread thread;
    private final TaskMonitor monitor;
    private final Inbox orders;
    private final Mailbox<LiveSnapshot> snapshots = new Mailbox<>();
    private final SnapshotRhythm rhythm = new SnapshotRhythm(System::nanoTime);
    private final ResourceMeter meter = new ResourceMeter();
    private final RunClock clock = new RunClock(System::nanoTime);

    /**
     * Made by whoever asks: intervals take a second, and closing a window must not wait for them.
     */
    private final CompletableFuture<Supplier<ReplaySummary>> summary = new CompletableFuture<>();

    private final CompletableFuture<RunTelemetry> telemetry = new CompletableFuture<>();

    private Optional<Loop> loop = Optional.empty();
    private Instant virtualTime;
    private LiveSnapshot.State endState;

    /** Steps that are played again and again. */
    private record Loop(long from, long until) {}

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
        this.monitor = monitor;
        ReplaySetup setup = replay.setup();
        this.virtualTime = setup.span().from();
        this.pacer =
                new Pacer(
                        new VirtualClock(virtualTime, setup.request().speed(), System::nanoTime),
                        this::lookAround);
        this.orders = new Inbox(pacer::wake);
        this.thread = new Thread(this::run, "replay");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try (replay;
                meter) {
            replay.begin();
            while (!pacer.isClosed()) {
                goOn();
            }
            complete();
        } catch (InterruptedException e) {
            fail(e);
        } catch (RuntimeException e) {
            LOG.error("the replay failed at step {}", replay.steps(), e);
            fail(e);
        }
    }

    private void fail(Exception e) {
        endState = LiveSnapshot.State.FAILED;
        publish(true);
        summary.completeExceptionally(e);
    }

    private void goOn() throws InterruptedException {
        if (!replay.awaitNext(LOOK_AROUND)) {
            orders.carryOut();
            publish(false);
            return;
        }
        Optional<Event> next = replay.next();
        if (next.isEmpty()) {
            finish();
            pacer.awaitChange();
            orders.carryOut();
        } else if (pacer.await(next.get().time())) {
            orders.carryOut();
            // An order may have led elsewhere.
            if (replay.next().equals(next)) {
                step(next.get());
            }
        }
    }

    private void step(Event event) {
        clock.begun();
        replay.step(pacer.due(), pacer.knownUntil());
        clock.taken();
        pacer.stepTaken();
        virtualTime = event.time();
        publish(false);
        loop.filter(range -> replay.steps() >= range.until())
                .ifPresent(
                        range -> {
                            relocate(range.from());
                            // Not at once, or a short loop would show its start and nothing else.
                            publish(false);
                        });
    }

    private void finish() {
        if (endState == null) {
            endState = LiveSnapshot.State.FINISHED;
            replay.finish();
            publish(true);
            complete();
        }
    }

    /** The first time counts. */
    private void complete() {
        telemetry.complete(
                new RunTelemetry(
                        clock.events(),
                        clock.seconds(),
                        meter.read(),
                        replay.setup().ensemble().batchesDropped()));
        summary.complete(replay.summary());
    }

    private void lookAround() {
        orders.carryOut();
        publish(true);
    }

    /** Goes to a step and shows what is there. */
    private void go(long target) {
        relocate(target);
        publish(true);
    }

    private void relocate(long target) {
        replay.seek(target, () -> !pacer.isClosed());
        endState = null;
        virtualTime = replay.next().map(Event::time).orElse(virtualTime);
        pacer.relocated();
    }

    private void publish(boolean now) {
        rhythm.stepped(replay.steps());
        if (!rhythm.due(now)) {
            return;
        }
        LiveView.Progress where =
                new LiveView.Progress(
                        replay.steps(),
                        replay.total(),
                        replay.recorded(),
                        virtualTime,
                        state(),
                        pacer.speed(),
                        pacer.lag(),
                        pacer.isPlaying() ? rhythm.eventsPerSecond() : 0,
                        load());
        ReplayState state = replay.state();
        snapshots.put(state.view().snapshot(where, state.scorer().weights(), state.adjustments()));
        monitor.progress("replaying", replay.steps(), replay.total());
        if (monitor.cancelled()) {
            stop();
        }
    }

    private LiveSnapshot.Load load() {
        return new LiveSnapshot.Load(
                meter.read(),
                pacer.dueUntil().map(replay::backlog).orElse(0),
                replay.setup().ensemble().batchesDropped());
    }

    /** What the run took up to its end, once {@link #await} has told of that. */
    public RunTelemetry telemetry() {
        return telemetry.join();
    }

    private LiveSnapshot.State state() {
        if (endState != null) {
            return endState;
        }
        if (pacer.isPlaying()) {
            return LiveSnapshot.State.RUNNING;
        }
        return replay.steps() == 0 ? LiveSnapshot.State.READY : LiveSnapshot.State.PAUSED;
    }

    @Override
    public Mailbox<LiveSnapshot> snapshots() {
        return snapshots;
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
    public void stepBack() {
        travel(() -> Math.max(0, replay.steps() - 1));
    }

    /** Pauses, and goes to a step that is worked out when it comes to it. */
    private void travel(LongSupplier target) {
        pacer.pause();
        orders.put(() -> go(target.getAsLong()));
    }

    @Override
    public void loop(long from, long until) {
        if (from < 0 || from >= until) {
            throw new IllegalArgumentException("a loop from " + from + " to " + until);
        }
        orders.put(() -> loop = Optional.of(new Loop(from, until)));
    }

    @Override
    public void endLoop() {
        orders.put(() -> loop = Optional.empty());
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
            return summary.get().get();
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
