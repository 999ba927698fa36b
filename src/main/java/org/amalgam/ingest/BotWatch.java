package org.amalgam.ingest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.amalgam.config.BotSettings;
import org.amalgam.domain.LogLine;

/**
 * Watches one file's lines and says whose pace no person keeps; see {@link BotSettings} for the
 * rule. Keeps a few numbers a user. Each user's lines should come in time order, as logs are
 * written; lines out of order break a run, so they can hide a bot but never make one. Not
 * thread-safe.
 */
public final class BotWatch {

    private static final long MINUTE_MILLIS = 60_000;

    private final BotSettings settings;
    private final Map<String, Pace> byUser = new HashMap<>();
    private final Set<String> bots = new HashSet<>();

    public BotWatch(BotSettings settings) {
        this.settings = settings;
    }

    public void see(LogLine line) {
        Pace pace = byUser.computeIfAbsent(line.user(), user -> new Pace());
        if (pace.tellsABot(line.time().toEpochMilli(), settings)) {
            bots.add(line.user());
        }
    }

    /** Whether a user, by the log's own id, is among those found so far. */
    public boolean isBot(String user) {
        return bots.contains(user);
    }

    /** The log's own ids of the users found so far. */
    public Set<String> bots() {
        return Set.copyOf(bots);
    }

    /** The running counts of one user. */
    private static final class Pace {
        private long lastMillis = Long.MIN_VALUE;
        private long minute = Long.MIN_VALUE;
        private int timesInMinute;
        private int fastMinutes;
        private long gapMillis;
        private int equalGaps;

        boolean tellsABot(long millis, BotSettings settings) {
            if (millis <= lastMillis && Math.floorDiv(millis, MINUTE_MILLIS) == minute) {
                return false; // not a new event time, or too late to be told from one
            }
            boolean fast = isFast(millis, settings);
            boolean regular = lastMillis != Long.MIN_VALUE && isRegular(millis, settings);
            lastMillis = millis;
            return fast || regular;
        }

        private boolean isFast(long millis, BotSettings settings) {
            long current = Math.floorDiv(millis, MINUTE_MILLIS);
            if (current != minute) {
                boolean goesOn = current == minute + 1 && timesInMinute > settings.timesPerMinute();
                fastMinutes = goesOn ? fastMinutes + 1 : 0;
                minute = current;
                timesInMinute = 0;
            }
            timesInMinute++;
            // The running minute counts as soon as it is over the limit.
            return timesInMinute > settings.timesPerMinute()
                    && fastMinutes + 1 >= settings.fastMinutes();
        }

        private boolean isRegular(long millis, BotSettings settings) {
            long gap = millis - lastMillis;
            boolean tells =
                    gap > 0 && gap < settings.longestGap().toMillis() && gap % MINUTE_MILLIS != 0;
            if (!tells) {
                equalGaps = 0;
            } else {
                equalGaps = gap == gapMillis ? equalGaps + 1 : 1;
            }
            gapMillis = gap;
            return equalGaps >= settings.equalGaps();
        }
    }
}
