package org.amalgam.ui.frame;

import java.time.Duration;
import org.amalgam.ui.i18n.Messages;

/** Lengths of time as people say them. */
final class Spoken {

    private static final long MINUTE = 60;

    private Spoken() {}

    /** Such as {@code 8 s} or {@code 2 min 5 s}. */
    static String time(Messages messages, Duration time) {
        long seconds = time.toSeconds();
        return seconds < MINUTE
                ? messages.get("tasks.seconds", seconds)
                : messages.get("tasks.minutes", seconds / MINUTE, seconds % MINUTE);
    }

    /** Rounded, for nobody knows to the second what is left. */
    static String left(Messages messages, Duration time) {
        long seconds = time.toSeconds();
        if (seconds < MINUTE) {
            long rounded = Math.max(5, (seconds + 4) / 5 * 5);
            return messages.get("tasks.left", messages.get("tasks.seconds", rounded));
        }
        long minutes = (seconds + MINUTE / 2) / MINUTE;
        return messages.get("tasks.left", messages.get("tasks.whole-minutes", minutes));
    }
}
