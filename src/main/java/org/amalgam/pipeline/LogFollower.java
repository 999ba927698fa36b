package org.amalgam.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.amalgam.config.BotSettings;
import org.amalgam.domain.Event;
import org.amalgam.domain.LogLine;
import org.amalgam.domain.SourceReport;
import org.amalgam.domain.UnusableInput;
import org.amalgam.ingest.BotWatch;
import org.amalgam.ingest.GrowingLog;
import org.amalgam.ingest.ParsedLine;
import org.amalgam.replay.ArrivalQueue;
import org.amalgam.replay.EventOrder;
import org.amalgam.store.EventStore;
import org.amalgam.store.SourceDescription;
import org.amalgam.store.SourceWriter;

/**
 * Reads a growing log, keeps its lines in the store as an import would, and hands its events over
 * in order. Every event is in the store before it is handed over. Runs on one thread of its own.
 */
final class LogFollower implements Runnable {

    /** So many lines are stored in one transaction at most; fewer when no more have come. */
    private static final int LOT = 1_000;

    private final EventStore store;
    private final GrowingLog log;
    private final FollowRequest request;
    private final Span span;
    private final ArrivalQueue queue;
    private final FollowMonitor monitor;
    private final Waiting waiting;
    private final EventOrder<Event> order;
    private final FollowTally tally;
    private final BotWatch bots = new BotWatch(BotSettings.defaults());
    private final Set<Integer> knownBots;
    private final List<Arrived> lot = new ArrayList<>();
    private Optional<SourceWriter> writer = Optional.empty();
    private long linesKnown;
    private long number;
    private boolean unfinished;
    private double seconds;

    /**
     * What the replay knows of the order before the file's first event.
     *
     * @param floor the latest event time of the history; older events are late
     * @param until events from here on are not replayed
     * @param firstNumber of the first event that is replayed
     * @param items that members have a place for
     */
    record Span(Instant floor, Instant until, long firstNumber, int items) {}

    private record Arrived(Event event, boolean late) {}

    /**
     * @param log at its beginning; closed at the end
     */
    LogFollower(
            EventStore store,
            GrowingLog log,
            FollowRequest request,
            Span span,
            ArrivalQueue queue,
            FollowMonitor monitor,
            Waiting waiting) {
        this.store = store;
        this.log = log;
        this.request = request;
        this.span = span;
        this.queue = queue;
        this.monitor = monitor;
        this.waiting = waiting;
        this.order = new EventOrder<>(request.settings(), span.floor());
        this.tally = new FollowTally(log.name(), span.items());
        this.knownBots = store.bots();
        this.number = span.firstNumber();
    }

    @Override
    public void run() {
        long start = waiting.getAsLong();
        try {
            try {
                linesKnown = log.linesKnown(store.checksums());
                followToTheEnd();
                order.end();
                release();
                handOver();
            } finally {
                unfinished = log.unfinished();
                closeWriter();
                log.close();
                seconds = (waiting.getAsLong() - start) / 1e9;
            }
            queue.end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private void fail(RuntimeException e) {
        try {
            queue.fail(e);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void followToTheEnd() throws InterruptedException {
        try {
            follow();
        } catch (UnusableInput e) {
            if (!tally.any()) {
                throw e;
            }
            monitor.warn(e.getMessage() + "; following ends here");
        }
    }

    private void follow() throws InterruptedException {
        long lastCame = waiting.getAsLong();
        while (!atEnd()) {
            if (came() || startedAnew()) {
                lastCame = waiting.getAsLong();
            } else if (monitor.enough() || silentFor(waiting.getAsLong() - lastCame)) {
                return;
            } else {
                waiting.pause(request.settings().poll());
            }
        }
    }

    private boolean atEnd() {
        return !order.watermark().isBefore(span.until());
    }

    private boolean silentFor(long nanos) {
        return request.idle().filter(idle -> nanos >= idle.toNanos()).isPresent();
    }

    /** Takes the lines that have come; false when there are none, or no more can be used. */
    private boolean came() throws InterruptedException {
        int lines = 0;
        while (lines < LOT && !atEnd()) {
            Optional<ParsedLine> line = log.next();
            if (line.isEmpty()) {
                break;
            }
            take(line.get());
            lines++;
        }
        handOver();
        return lines > 0;
    }

    private void take(ParsedLine line) {
        if (line instanceof ParsedLine.Kept kept) {
            bots.see(kept.log()); // also what is stored already: the pace goes across the break
        }
        if (line.line() <= linesKnown) {
            tally.passOver();
        } else if (line instanceof ParsedLine.Kept kept) {
            keep(kept);
        } else if (line instanceof ParsedLine.Rejected bad) {
            writer().reject(bad.rejected());
            tally.reject(bad.rejected());
        } else {
            writer().passOver(line.line());
            tally.passOver();
        }
    }

    private void keep(ParsedLine.Kept kept) {
        LogLine said = kept.log();
        SourceWriter.Numbers numbers =
                writer().keep(said, kept.rating(), kept.about(), kept.repaired());
        tally.keep(kept.repaired());
        if (numbers.item().isEmpty()) {
            tally.search();
        } else if (bots.isBot(said.user()) || knownBots.contains(numbers.user())) {
            tally.bot();
        } else {
            int item = numbers.item().getAsInt();
            arrive(new Event(number, numbers.user(), item, said.action(), said.time()));
        }
    }

    private void arrive(Event event) {
        if (!order.offer(event.time(), event)) {
            tally.late();
            lot.add(new Arrived(event, true));
        }
        release();
    }

    private void release() {
        for (Optional<Event> due = order.next(); due.isPresent(); due = order.next()) {
            Event event = due.get();
            if (event.time().isBefore(span.until())) {
                Event placed =
                        new Event(
                                number++, event.user(), event.item(), event.action(), event.time());
                tally.replayed(placed);
                lot.add(new Arrived(placed, false));
            } else {
                tally.afterEnd();
            }
        }
    }

    private SourceWriter writer() {
        if (writer.isEmpty()) {
            writer =
                    Optional.of(
                            store.write(SourceDescription.growing(log.name(), log.formatName())));
        }
        return writer.get();
    }

    /** Puts into the store what has come, and then hands it over. */
    private void handOver() throws InterruptedException {
        writer.ifPresent(open -> open.publish(log.sha256(), bots.bots()));
        for (Arrived arrived : lot) {
            queue.put(arrived.event(), arrived.late());
        }
        lot.clear();
    }

    /** Whether the file is another now. */
    private boolean startedAnew() {
        String text = log.sha256();
        Optional<GrowingLog.Replaced> replaced = log.replaced();
        replaced.ifPresent(
                now -> {
                    now.lost().ifPresent(this::take);
                    writer.ifPresent(open -> open.publish(text, bots.bots()));
                    closeWriter();
                    linesKnown = log.linesKnown(store.checksums());
                    tally.startedAnew();
                    monitor.warn(now.warning());
                });
        return replaced.isPresent();
    }

    private void closeWriter() {
        writer.ifPresent(SourceWriter::close);
        writer = Optional.empty();
    }

    /** What became of the lines; to be asked after {@link #run}. */
    SourceReport report() {
        return tally.report(
                request.settings().lateness(),
                order.reordered(),
                unfinished,
                queue.traffic(),
                seconds);
    }
}
