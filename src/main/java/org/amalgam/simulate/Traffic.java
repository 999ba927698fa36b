package org.amalgam.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.amalgam.config.SimulationSettings;
import org.amalgam.domain.stage.TaskMonitor;

/**
 * Lets shoppers and bots come and go until the log has exactly as many lines as asked for. Walks
 * forward in time, so that only what is under way is in memory.
 */
final class Traffic {

    private static final long HOUR = 3600;
    private static final long DAY = 24 * HOUR;

    /** Visits without a single line that show the settings cannot be met. */
    private static final int PATIENCE = 100_000;

    private final SimulationSettings settings;
    private final Population population;
    private final Outages outages;
    private final Drift drift;
    private final EventLog log;
    private final Draws draws;
    private final Visit visit;
    private final Rhythm rhythm;
    private final List<Robot> robots = new ArrayList<>();
    private final PriorityQueue<Deed.Queued> queue = new PriorityQueue<>(Deed.Queued.IN_TIME);
    private final long end;

    private long offered;
    private long remaining;
    private long robotLines;
    private long visits;
    private Robot crawling;

    Traffic(
            SimulationSettings settings,
            Shop shop,
            Population population,
            Outages outages,
            Drift drift,
            EventLog log) {
        this.settings = settings;
        this.population = population;
        this.outages = outages;
        this.drift = drift;
        this.log = log;
        this.draws = Draws.of(settings.seed(), "traffic");
        this.visit = new Visit(shop, ClickModel.standard(), draws, this::offer);
        // Visits begin up to an hour before the end, so that they end before it.
        this.rhythm = new Rhythm(settings.start(), settings.days() * 24 - 1);
        this.end = settings.start().getEpochSecond() + settings.days() * DAY;
        this.remaining = settings.events();
        Robot.Habit[] habits = Robot.Habit.values();
        for (String id : population.botIds()) {
            robots.add(new Robot(id, habits[robots.size() % habits.length], shop, draws));
        }
    }

    void run(TaskMonitor monitor) {
        double weight = 0;
        int fruitless = 0;
        while (remaining > 0) {
            double left = rhythm.total() - weight;
            // Visits are as dense as needed to use up the lines in the time left.
            double stride = draws.exponential() * left * meanLines() / remaining;
            weight += Math.min(stride, left * 0.3);
            long now = rhythm.timeOf(weight);
            writeUntil(now);
            long before = remaining;
            comeAndGo(now);
            fruitless = remaining < before ? 0 : fruitless + 1;
            if (fruitless > PATIENCE) {
                throw new IllegalStateException(remaining + " lines find no free shopper");
            }
            report(monitor);
        }
        writeUntil(Long.MAX_VALUE);
    }

    private double meanLines() {
        return visits < 20 ? 8 : (double) (settings.events() - remaining) / visits;
    }

    private void report(TaskMonitor monitor) {
        if (visits % 2_000 == 0) {
            monitor.checkCancelled();
            long total = settings.events();
            monitor.progress("simulating", total - remaining, total);
        }
    }

    private void comeAndGo(long now) {
        visits++;
        Robot robot = robotDue(now);
        if (robot != null) {
            crawling = robot;
            robot.crawl(now, this::offer);
            crawling = null;
            return;
        }
        Shopper shopper = population.free(now, draws);
        long start = Math.max(now, shopper.busyUntil() + 1);
        drift.apply(shopper, start);
        visit.play(shopper, start);
    }

    /** A bot when bots are behind their share of lines; null otherwise. */
    private Robot robotDue(long now) {
        long lines = settings.events() - remaining;
        if (robots.isEmpty() || robotLines >= settings.botShare() * lines) {
            return null;
        }
        Robot robot = robots.get(draws.below(robots.size()));
        return robot.free(now) ? robot : null;
    }

    /** Takes what was done, unless tracking was down, the log has ended, or it is full. */
    private void offer(Deed deed) {
        if (remaining == 0 || deed.time() >= end || outages.at(deed.time())) {
            return;
        }
        int copies = 0;
        while (draws.chance(settings.duplicateShare()) && copies < 3 && remaining > copies + 1) {
            copies++;
        }
        queue.add(new Deed.Queued(deed, offered++, copies));
        remaining -= 1 + copies;
        if (crawling != null) {
            robotLines += 1 + copies;
            crawling.countLine();
        }
    }

    private void writeUntil(long time) {
        while (!queue.isEmpty() && queue.peek().deed().time() < time) {
            Deed.Queued next = queue.remove();
            log.write(next.deed(), next.copies());
        }
    }

    List<Robot> robots() {
        return robots;
    }
}
