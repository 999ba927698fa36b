package org.amalgam.pipeline.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.amalgam.domain.CatalogueExposure;
import org.amalgam.domain.Comparison;
import org.amalgam.domain.Event;
import org.amalgam.pipeline.ReplaySummary;
import org.amalgam.telemetry.LatencyRecorder;
import org.amalgam.telemetry.ReplaySought;

/**
 * A replay, event by event, without a clock or a thread of its own. One that travels can go to any
 * of its steps, and finds everything there as it was when it came by. Belongs to the thread that
 * replays.
 */
public final class Replay implements AutoCloseable {

    private static final int LATENCY_WINDOW = 1_000;

    /** Events that may be counted as due before their time; 300 KB of them. */
    private static final int MOST_BACKLOG = 5_000;

    private final ReplaySetup setup;
    private final long total;
    private final LatencyRecorder latency = new LatencyRecorder(LATENCY_WINDOW);
    private final Orders orders = new Orders();
    private final Joins joins;
    private final AbstentionWatch abstentions = new AbstentionWatch();
    private final Optional<TravelLog> log;
    private ReplayState state;
    private Optional<ReportRecords> records = Optional.empty();
    private Optional<Upcoming> events = Optional.empty();
    private Optional<Lookahead> lookahead = Optional.empty();
    private long step;
    private Consumer<CatalogueExposure> atEnd = exposure -> {};

    private Replay(ReplaySetup setup, Optional<TravelLog> log) {
        this.setup = setup;
        this.total = setup.total();
        this.log = log;
        this.joins = new Joins(setup.ensemble());
        this.state = new ReplayState(setup, latency);
    }

    /** A replay that only goes on, and keeps what a report of it shows. */
    public static Replay reported(ReplaySetup setup) {
        Replay replay = new Replay(setup, Optional.empty());
        replay.records =
                Optional.of(new ReportRecords(setup, replay.state, replay.latency, replay.total));
        return replay;
    }

    /** A replay that travels. */
    public static Replay travelling(ReplaySetup setup) {
        return new Replay(setup, Optional.of(new TravelLog(setup.ensemble(), setup.checkpoints())));
    }

    /** Goes to just before the first event; to be called once, before all else. */
    public void begin() {
        state.catchUp(true);
        setup.ensemble().flush();
        setup.ensemble().awaitLearning();
        log.ifPresent(travel -> travel.checkpoints().offer(0));
        openEvents();
    }

    private void openEvents() {
        events.ifPresent(Upcoming::close);
        events = Optional.of(new Upcoming(setup.events()));
    }

    /** Waits, at most so long, until it is known whether there is a next event. */
    boolean awaitNext(Duration patience) throws InterruptedException {
        return events.orElseThrow().awaitNext(patience);
    }

    /** The event that comes next; empty at the end. */
    public Optional<Event> next() {
        return events.flatMap(Upcoming::next);
    }

    /** How many events up to this time are still to come, counted up to {@value #MOST_BACKLOG}. */
    int backlog(Instant time) {
        return events.map(upcoming -> upcoming.until(time, MOST_BACKLOG)).orElse(0);
    }

    /** Replays the event that comes next, as fast as possible. */
    public void step() {
        step(OptionalLong.empty(), Instant.MAX);
    }

    /**
     * Replays the event that comes next.
     *
     * @param due when it was to begin, as {@link System#nanoTime} counts; empty without a clock
     * @param known events up to this time may be known before their turn
     */
    void step(OptionalLong due, Instant known) {
        joins.carryOut(step);
        orders.carryOut(step, state);
        events.orElseThrow().late().forEach(state::late);
        lookAhead(known);
        Event event = next().orElseThrow();
        ScoredStep scored = state.replay(event, due);
        lookahead.ifPresent(ahead -> ahead.taken(event));
        log.ifPresent(travel -> travel.record(step, scored));
        setup.listeners().forEach(listener -> listener.scored(scored));
        abstentions.scored(scored);
        taken(true);
    }

    private void lookAhead(Instant known) {
        // What a growing source will bring, nobody knows.
        if (setup.source().growing()) {
            return;
        }
        int every = setup.checkpoints().every();
        int due = events.orElseThrow().until(known, Lookahead.MOST_AHEAD);
        int most = Math.min(due, (int) (every - step % every));
        lookahead = lookahead.filter(Lookahead::isCurrent);
        if (lookahead.isEmpty() && most > 1) {
            lookahead =
                    Optional.of(
                            new Lookahead(
                                    setup.ensemble(),
                                    events.orElseThrow(),
                                    state.foresight(),
                                    setup.source().catalogue().size()));
        }
        lookahead.ifPresent(ahead -> ahead.prepare(most));
    }

    private void taken(boolean membersLearned) {
        step++;
        events.orElseThrow().taken();
        boolean kept = step % setup.checkpoints().every() == 0;
        // The end of a growing source is found out later; finish() is told then.
        boolean last = !setup.source().growing() && next().isEmpty();
        if (membersLearned && (kept || last)) {
            setup.ensemble().flush();
        }
        if (membersLearned && kept) {
            log.ifPresent(travel -> travel.checkpoints().offer(step));
        }
    }

    /** The end is reached: members take over what they have yet to. */
    void finish() {
        if (setup.source().growing()) {
            setup.ensemble().flush();
        }
        atEnd.accept(exposure());
    }

    /** Tells what was shown whenever the end is reached, on the thread that replays. */
    public void whenFinished(Consumer<CatalogueExposure> listener) {
        atEnd = listener;
    }

    /**
     * Goes to where so many steps have been taken, from wherever it is: steps that were taken
     * before are recalled, others are taken.
     *
     * @param target at least 0; the end is not gone beyond
     * @param goOn asked between two steps; false ends the journey where it is
     */
    public void seek(long target, BooleanSupplier goOn) {
        ReplaySought flight = new ReplaySought();
        flight.begin();
        long from = step;
        travel(target, goOn);
        if (flight.shouldCommit()) {
            flight.fill(from, step);
            flight.commit();
        }
    }

    private void travel(long target, BooleanSupplier goOn) {
        TravelLog travel = log.orElseThrow();
        setup.ensemble().forgetForeseen();
        // The last step is taken anew, for the journal does not know the shares of its list.
        long recalled = Math.min(Math.max(0, target - 1), travel.recorded());
        long known = step;
        if (target < step) {
            restart();
            known = -1;
        }
        long kept = travel.checkpoints().floor(recalled);
        if (kept > known) {
            travel.checkpoints().restore(kept);
            known = kept;
        }
        if (step < recalled) {
            recall(travel, recalled, known, goOn);
        }
        while (step < target && next().isPresent() && goOn.getAsBoolean()) {
            step();
        }
    }

    private void recall(TravelLog travel, long until, long known, BooleanSupplier goOn) {
        try (Journal.Reader journal = travel.journal().from(step)) {
            // Members that are ahead of the rest cannot be left there.
            while (step < until && (step < known || goOn.getAsBoolean())) {
                boolean membersLearn = step >= known;
                if (membersLearn) {
                    joins.carryOut(step);
                }
                orders.carryOut(step, state);
                state.recall(next().orElseThrow(), journal, membersLearn);
                taken(membersLearn);
            }
        }
        // Or the first question after this would find them busy, and run out of patience.
        setup.ensemble().awaitLearning();
    }

    private void restart() {
        state = new ReplayState(setup, latency);
        state.catchUp(false);
        orders.rewind();
        step = 0;
        openEvents();
    }

    /** A member that was still in training takes part from the event that comes next. */
    void join(String member) {
        log.ifPresent(travel -> travel.forgetAfter(step));
        joins.forgetAfter(step);
        joins.add(member, step);
    }

    /** Carries out an order, before the event that comes next and whenever it comes by again. */
    void order(Consumer<ReplayState> order) {
        log.ifPresent(travel -> travel.forgetAfter(step));
        joins.forgetAfter(step);
        orders.give(step, order, state);
    }

    /** How many steps have been taken to get here. */
    public long steps() {
        return step;
    }

    /** How many steps can be gone to without taking one anew; 0 for a replay that only goes on. */
    public long recorded() {
        return log.map(TravelLog::recorded).orElse(0L);
    }

    /** How many steps there are. */
    public long total() {
        return total;
    }

    ReplaySetup setup() {
        return setup;
    }

    ReplayState state() {
        return state;
    }

    /** How long stages took. */
    public LatencyRecorder latency() {
        return latency;
    }

    /** What a report wants; there for replays that only go on. */
    ReportRecords records() {
        return records.orElseThrow();
    }

    /** A digest of everything that further steps depend on, and of what was measured so far. */
    public String digest() {
        return StateDigest.of(step, state, setup.ensemble());
    }

    /** How often each item was shown so far. */
    CatalogueExposure exposure() {
        return state.exposure().read();
    }

    /** The branch's ranker against the one it left; empty for a replay on no branch. */
    List<Comparison> branchComparisons() {
        return state.branch().map(Branch::comparisons).orElse(List.of());
    }

    /**
     * What has been measured so far. Intervals take a second, so it is worked out when it is asked
     * for, which may be on another thread once this replay stands still or is somewhere else.
     */
    Supplier<ReplaySummary> summary() {
        long steps = step;
        ReplayState now = state;
        return () ->
                new ReplaySummary(
                        steps,
                        now.quality().cases(),
                        now.quality().results(now.itemsSeen(), setup.lineup().trainSeconds()),
                        now.quality().comparisons(setup.request().seed()));
    }

    @Override
    public void close() {
        events.ifPresent(Upcoming::close);
        setup.ensemble().close();
        log.ifPresent(TravelLog::close);
    }
}
