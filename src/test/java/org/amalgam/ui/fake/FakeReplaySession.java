package org.amalgam.ui.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.amalgam.domain.Action;
import org.amalgam.domain.CatalogueExposure;
import org.amalgam.domain.Comparison;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.LiveSnapshot;
import org.amalgam.domain.LiveSnapshot.FeedEntry;
import org.amalgam.domain.LiveSnapshot.Latency;
import org.amalgam.domain.LiveSnapshot.Seen;
import org.amalgam.domain.LiveSnapshot.Shopper;
import org.amalgam.domain.LiveSnapshot.State;
import org.amalgam.domain.Mailbox;
import org.amalgam.domain.RankedItem;
import org.amalgam.domain.ResourceUse;
import org.amalgam.domain.TargetRank;
import org.amalgam.domain.rule.RuleBook;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.pipeline.ReplaySession;
import org.amalgam.pipeline.ReplaySummary;

/**
 * A replay that makes its numbers up, but moves like a real one: weights drift towards the better
 * members unless locked, latency has a tail, and quality settles. Same seed, same numbers.
 */
public final class FakeReplaySession implements ReplaySession {

    private volatile boolean warm;

    private static final List<String> FUSED = List.of("lstm", "cnn", "gan");
    private static final List<Action> ACTIONS =
            List.of(
                    Action.VIEW,
                    Action.VIEW,
                    Action.VIEW,
                    Action.ADD_TO_CART,
                    Action.VIEW,
                    Action.PURCHASE,
                    Action.VIEW,
                    Action.RATE);
    private static final long TOTAL = 12_296;

    private final Mailbox<LiveSnapshot> snapshots = new Mailbox<>();
    private final List<FusionWeights> sent = new CopyOnWriteArrayList<>();
    private final List<RuleBook> ruled = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Random random = new Random(7);
    private final FakeQuality quality = new FakeQuality(new Random(11));
    private final Deque<FeedEntry> feed = new ArrayDeque<>();
    private final Set<String> locked = new HashSet<>();
    private FusionWeights weights = FusionWeights.of(Map.of("lstm", 1.0));
    private Optional<Shopper> shopper = Optional.empty();
    private State state = State.READY;
    private double speed = Double.POSITIVE_INFINITY;
    private Optional<List<Long>> loop = Optional.empty();
    private OptionalLong branchedAt = OptionalLong.empty();
    private long step;
    private long furthest;

    public FakeReplaySession() {
        weights = FusionWeights.uniform(FUSED);
        put();
        Thread thread = new Thread(this::run, "fake-replay");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            while (!closed.await(8, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                if (playing()) {
                    advance(6);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean playing() {
        return state == State.RUNNING;
    }

    /** Replays this many events at once. */
    public synchronized void advance(int events) {
        for (int i = 0; i < events && step < TOTAL; i++) {
            step++;
            quality.step();
            learnWeights();
            event();
        }
        if (step >= TOTAL) {
            state = State.FINISHED;
        }
        loop.filter(range -> step >= range.get(1)).ifPresent(range -> step = range.get(0));
        put();
    }

    private void learnWeights() {
        Map<String, Double> moved = new LinkedHashMap<>();
        for (String member : weights.members()) {
            double now = weights.of(member);
            double pull =
                    1 + 0.0012 * (quality.hitRate(member) - 0.27) + 0.0025 * random.nextGaussian();
            moved.put(member, locked.contains(member) ? now : Math.max(0.03, now * pull));
        }
        weights = FusionWeights.of(moved);
    }

    private void event() {
        Instant time = timeOf(step);
        int items = FakeShop.catalogue().size();
        int taken = random.nextInt(items);
        boolean hit = random.nextDouble() < 0.4;
        List<RankedItem> top = top(taken, hit);
        Action action = ACTIONS.get(random.nextInt(ACTIONS.size()));
        Seen next = new Seen(taken, action, time);
        List<Seen> history = new ArrayList<>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            int item = random.nextInt(items);
            Action earlier = i % 3 == 2 ? Action.ADD_TO_CART : Action.VIEW;
            history.add(0, new Seen(item, earlier, time.minusSeconds(71L * i)));
        }
        String user = "u-" + (4100 + random.nextInt(900));
        shopper = Optional.of(new Shopper(user, history, top, next));
        double rank = hit ? 1 + random.nextInt(10) : 12 + random.nextInt(240);
        boolean scored = random.nextDouble() < 0.8;
        feed.addFirst(
                new FeedEntry(
                        49_184 + step,
                        user,
                        next,
                        scored ? Optional.of(rank) : Optional.empty(),
                        scored ? ranks(rank) : Map.of()));
        if (feed.size() > 60) {
            feed.removeLast();
        }
    }

    private static Map<String, TargetRank> ranks(double fused) {
        return Map.of(
                "fused", new TargetRank(fused, 0),
                "lstm", new TargetRank(2 * fused, 0),
                "cnn", new TargetRank(3 * fused, 0));
    }

    private List<RankedItem> top(int taken, boolean hit) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < FakeShop.catalogue().size(); i++) {
            order.add(i);
        }
        java.util.Collections.shuffle(order, random);
        if (hit) {
            order.remove((Integer) taken);
            order.add(random.nextInt(5), taken);
        }
        List<RankedItem> top = new ArrayList<>();
        double score = 0.93;
        for (int item : order.subList(0, 10)) {
            Map<String, Double> parts = new LinkedHashMap<>();
            weights.asMap().forEach((m, w) -> parts.put(m, w * (0.2 + random.nextDouble())));
            double sum = parts.values().stream().mapToDouble(Double::doubleValue).sum();
            double now = score;
            parts.replaceAll((member, part) -> part / sum * now);
            top.add(new RankedItem(item, score, parts));
            score -= 0.02 + 0.05 * random.nextDouble();
        }
        return top;
    }

    static Instant timeOf(long step) {
        Duration whole = Duration.between(FakeShop.FIRST, FakeShop.LAST);
        return FakeShop.FIRST.plusMillis((long) (whole.toMillis() * (0.8 + 0.2 * step / TOTAL)));
    }

    private void put() {
        furthest = Math.max(furthest, step);
        Map<String, Latency> latency = new LinkedHashMap<>();
        double wave = 0.1 * Math.sin(step / 900.0) + 0.02 * random.nextGaussian();
        latency.put("features", new Latency(0.02, 0.04, 0.09, 0.4));
        latency.put("members", new Latency(0.7 + wave, 1.3 + wave, 2.2 + 2 * wave, 9));
        latency.put(
                LiveSnapshot.WHOLE_EVENT,
                new Latency(0.9 + wave, 1.7 + 1.4 * wave, 3.1 + 2.5 * wave, 12));
        boolean paced = !Double.isInfinite(speed);
        double late = 40 + 38 * Math.sin(step / 400.0);
        if (paced) {
            latency.put(LiveSnapshot.LAG, new Latency(late / 3, late, 2 * late, 3 * late));
            latency.put(
                    LiveSnapshot.RESPONSE,
                    new Latency(late / 3 + 1, late + 2, 2 * late + 3, 3 * late + 12));
        }
        snapshots.put(
                new LiveSnapshot(
                        step,
                        TOTAL,
                        furthest,
                        timeOf(step),
                        state,
                        speed,
                        paced ? Duration.ofNanos((long) (late * 1e6)) : Duration.ZERO,
                        step == 0 ? 0 : 740 + 60 * random.nextGaussian(),
                        load(paced ? (long) (late / 4) : 0),
                        weights,
                        latency,
                        quality.entries(branchedAt.isPresent()),
                        shopper,
                        List.copyOf(feed),
                        FakeAdjustments.until(step)));
    }

    private LiveSnapshot.Load load(long backlog) {
        ResourceUse use =
                new ResourceUse(
                        412.0 + step % 90,
                        2_048,
                        Optional.of(230.0),
                        812,
                        step / 700,
                        step / 60,
                        31,
                        18,
                        .63,
                        .6);
        return new LiveSnapshot.Load(use, backlog, 0);
    }

    @Override
    public Mailbox<LiveSnapshot> snapshots() {
        return snapshots;
    }

    @Override
    public synchronized void play() {
        state = State.RUNNING;
        put();
    }

    @Override
    public synchronized void pause() {
        state = State.PAUSED;
        put();
    }

    @Override
    public synchronized void step() {
        state = State.PAUSED;
        advance(1);
    }

    @Override
    public synchronized void seek(long target) {
        state = State.PAUSED;
        step = Math.min(target, TOTAL);
        if (branchedAt.isPresent() && step < branchedAt.getAsLong()) {
            branchedAt = OptionalLong.empty();
        }
        put();
    }

    @Override
    public synchronized void seek(Instant time) {
        seek(stepOf(time));
    }

    private static long stepOf(Instant time) {
        Duration whole = Duration.between(FakeShop.FIRST, FakeShop.LAST);
        double share =
                (double) Duration.between(FakeShop.FIRST, time).toMillis() / whole.toMillis();
        return Math.max(0, Math.min(TOTAL, Math.round((share - 0.8) / 0.2 * TOTAL)));
    }

    @Override
    public CompletableFuture<List<Long>> stepsAt(List<Instant> times) {
        return CompletableFuture.completedFuture(
                times.stream().map(FakeReplaySession::stepOf).toList());
    }

    @Override
    public synchronized void stepBack() {
        seek(Math.max(0, step - 1));
    }

    @Override
    public synchronized void loop(long from, long until) {
        loop = Optional.of(List.of(from, until));
    }

    @Override
    public synchronized void endLoop() {
        loop = Optional.empty();
    }

    /** From and until of what is looped. */
    public synchronized Optional<List<Long>> loop() {
        return loop;
    }

    @Override
    public synchronized void branch(FusionWeights changed) {
        branchedAt = OptionalLong.of(step);
        weights(changed);
        put();
    }

    @Override
    public synchronized CompletableFuture<List<Comparison>> branchComparisons() {
        return CompletableFuture.completedFuture(
                branchedAt.isEmpty() || step == branchedAt.getAsLong()
                        ? List.of()
                        : List.of(
                                new Comparison("fused", "original", "hr20", .012, .004, .020),
                                new Comparison("fused", "original", "mrr20", -.002, -.007, .003)));
    }

    @Override
    public synchronized CompletableFuture<CatalogueExposure> exposure() {
        return CompletableFuture.completedFuture(FakeExposure.after(step));
    }

    @Override
    public CompletableFuture<String> digest() {
        return CompletableFuture.completedFuture(Long.toString(step));
    }

    @Override
    public void warmUp(TaskMonitor monitor) {
        monitor.progress("lstm", 1, 1);
        warm = true;
    }

    /** Whether its networks have been trained beside it. */
    public boolean isWarm() {
        return warm;
    }

    @Override
    public synchronized void speed(double factor) {
        speed = factor;
    }

    @Override
    public synchronized void weights(FusionWeights changed) {
        sent.add(changed);
        weights = changed;
    }

    @Override
    public synchronized void lock(Set<String> members) {
        locked.clear();
        locked.addAll(members);
    }

    @Override
    public void rules(RuleBook book) {
        ruled.add(book);
    }

    /** The books of rules that were sent, oldest first. */
    public List<RuleBook> sentRules() {
        return ruled;
    }

    /** Weights sent by hand, oldest first. */
    public List<FusionWeights> sentWeights() {
        return sent;
    }

    public synchronized Set<String> lockedMembers() {
        return Set.copyOf(locked);
    }

    public synchronized double currentSpeed() {
        return speed;
    }

    public synchronized long currentStep() {
        return step;
    }

    public boolean isClosed() {
        return closed.getCount() == 0;
    }

    @Override
    public ReplaySummary await() throws InterruptedException {
        closed.await();
        return new ReplaySummary(step, step, List.of(), List.of());
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
