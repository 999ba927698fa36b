package org.amalgam.pipeline.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.amalgam.domain.Event;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.LiveSnapshot;
import org.amalgam.domain.Mailbox;
import org.amalgam.domain.stage.EventSource;
import org.amalgam.pipeline.ReplaySession;
import org.amalgam.pipeline.ReplaySummary;
import org.amalgam.replay.Pacer;
import org.amalgam.replay.VirtualClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that replays. Orders from other threads are queued and carried out between two
 * events; snapshots go to a mailbox.
 */
public final class ReplayThread implements ReplaySession {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayThread.class);
    private static final long SNAPSHOT_NANOS = 8_000_000L;
    private static final long RATE_NANOS = 500_000_000L;

    private final ReplaySetup setup;
    private final Pacer pacer;
    private final Thread thread;
    private final Queue<Runnable> orders = new ConcurrentLinkedQueue<>();
    private final Mailbox<LiveSnapshot> snapshots = new Mailbox<>();

    /**
     * Made by whoever asks: intervals take a second, and closing a window must not wait for them.
     */
    private final CompletableFuture<Supplier<ReplaySummary>> summary = new CompletableFuture<>();

    private long step;
    private Instant virtualTime;
    private LiveSnapshot.State endState;
    private long publishedAt;
    private long rateSince = System.nanoTime();
    private long rateStep;
    private double eventsPerSecond;

    /** Starts the thread, paused before the first event. */
    public ReplayThread(ReplaySetup setup) {
        this.setup = setup;
        this.virtualTime = setup.from();
        this.pacer =
                new Pacer(
                        new VirtualClock(setup.from(), setup.speed(), System::nanoTime),
                        this::lookAround);
        this.thread = new Thread(this::run, "replay");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try (setup;
                EventSource.Cursor cursor = setup.events()) {
            setup.catchUp();
            while (cursor.hasNext() && replay(cursor.next())) {
                publish(false);
            }
            setup.ensemble().flush();
            end(LiveSnapshot.State.FINISHED);
            long events = step;
            summary.complete(() -> setup.summary(events));
        } catch (InterruptedException e) {
            end(LiveSnapshot.State.FAILED);
            summary.completeExceptionally(e);
        } catch (RuntimeException e) {
            LOG.error("the replay failed at step {}", step, e);
            end(LiveSnapshot.State.FAILED);
            summary.completeExceptionally(e);
        }
    }

    private boolean replay(Event event) throws InterruptedException {
        if (!pacer.await(event.time())) {
            return false;
        }
        carryOutOrders();
        setup.replay(event);
        pacer.stepTaken();
        step++;
        virtualTime = event.time();
        return true;
    }

    private void end(LiveSnapshot.State state) {
        endState = state;
        publish(true);
    }

    private void carryOutOrders() {
        for (Runnable order = orders.poll(); order != null; order = orders.poll()) {
            order.run();
        }
    }

    private void lookAround() {
        carryOutOrders();
        publish(true);
    }

    private void publish(boolean now) {
        long nanos = System.nanoTime();
        if (nanos - rateSince >= RATE_NANOS) {
            eventsPerSecond = (step - rateStep) * 1e9 / (nanos - rateSince);
            rateSince = nanos;
            rateStep = step;
        }
        if (!now && nanos - publishedAt < SNAPSHOT_NANOS) {
            return;
        }
        publishedAt = nanos;
        LiveView.Progress progress =
                new LiveView.Progress(
                        step,
                        setup.total(),
                        virtualTime,
                        state(),
                        pacer.speed(),
                        pacer.lag(),
                        pacer.isPlaying() ? eventsPerSecond : 0);
        snapshots.put(setup.view().snapshot(progress, setup.scorer().weights()));
        setup.progress(step);
    }

    private LiveSnapshot.State state() {
        if (endState != null) {
            return endState;
        }
        if (pacer.isPlaying()) {
            return LiveSnapshot.State.RUNNING;
        }
        return step == 0 ? LiveSnapshot.State.READY : LiveSnapshot.State.PAUSED;
    }

    private void order(Runnable order) {
        orders.add(order);
        pacer.wake();
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
    public void speed(double factor) {
        pacer.speed(factor);
    }

    @Override
    public void weights(FusionWeights weights) {
        order(() -> setup.setWeights(weights));
    }

    @Override
    public void lock(Set<String> members) {
        order(() -> setup.lock(members));
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
