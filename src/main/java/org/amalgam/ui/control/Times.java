package org.amalgam.ui.control;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Event times as the window writes them: in UTC, as logs do, and alike in all languages. */
public final class Times {

    private static final DateTimeFormatter DAY = pattern("yyyy-MM-dd");
    private static final DateTimeFormatter MINUTE = pattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter DAY_AND_MINUTE = pattern("MM-dd HH:mm");
    private static final DateTimeFormatter CLOCK = pattern("HH:mm:ss");

    private Times() {}

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }

    public static String day(Instant time) {
        return DAY.format(time);
    }

    public static String minute(Instant time) {
        return MINUTE.format(time);
    }

    /** Without the year, where room is short. */
    public static String dayAndMinute(Instant time) {
        return DAY_AND_MINUTE.format(time);
    }

    public static String clock(Instant time) {
        return CLOCK.format(time);
    }
}
