package org.amalgam.pipeline.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.amalgam.domain.Event;
import org.amalgam.domain.LiveSnapshot;
import org.amalgam.domain.Mailbox;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.pipeline.ReplaySummary;
import org.amalgam.replay.Pacer;
import org.amalgam.replay.VirtualClock;
import org.amalgam.report.RunTelemetry;
import org.amalgam.telemetry.ResourceMeter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the replay thread does: an event when it is due, orders between two events, snapshots at
 * their rhythm. After the last event it waits for orders, such as to go back, until it is closed.
 * Other threads talk to it through {@link #orders()} and {@link #pacer()} alone.
 */
final class ReplayRun implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayRun.class);

    /** How long a growing source may keep this thread from orders and snapshots. */
    private static final Duration LOOK_AROUND = Duration.ofMillis(100);

    private final Replay replay;
    private final Pacer pacer;
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
    record Loop(long from, long until) {}

    ReplayRun(Replay replay, TaskMonitor monitor) {
        this.replay = replay;
        this.monitor = monitor;
        ReplaySetup setup = replay.setup();
        this.virtualTime = setup.span().from();
        this.pacer =
                new Pacer(
                        new VirtualClock(virtualTime, setup.request().speed(), System::nanoTime),
                        this::lookAround);
        this.orders = new Inbox(pacer::wake);
    }

    Pacer pacer() {
        return pacer;
    }

    Inbox orders() {
        return orders;
    }

    Mailbox<LiveSnapshot> snapshots() {
        return snapshots;
    }

    /** Done after the last event, or when closed before. */
    CompletableFuture<Supplier<ReplaySummary>> summary() {
        return summary;
    }

    /** Done just before the summary. */
    CompletableFuture<RunTelemetry> telemetry() {
        return telemetry;
    }

    /** Plays these steps again and again, or goes on. On the replay thread. */
    void loop(Optional<Loop> range) {
        loop = range;
    }

    @Override
    public void run() {
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

    /** Goes to a step and shows what is there. On the replay thread. */
    void go(long target) {
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
            pacer.close();
        }
    }

    private LiveSnapshot.Load load() {
        return new LiveSnapshot.Load(
                meter.read(),
                pacer.dueUntil().map(replay::backlog).orElse(0),
                replay.setup().ensemble().batchesDropped());
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
}
