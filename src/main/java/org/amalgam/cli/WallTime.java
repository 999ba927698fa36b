package org.amalgam.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads options that say how long something may take. */
final class WallTime {

    private static final Pattern TIME = Pattern.compile("(\\d{1,6})(s|m|h)");

    private WallTime() {}

    /**
     * A time such as {@code 90s}, {@code 30m} or {@code 2h}.
     *
     * @param option named in errors
     */
    static Duration parse(String option, String text) {
        Matcher parts = TIME.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    option + ": '" + text + "' is not a time such as 90s, 30m or 2h");
        }
        return Duration.parse("PT" + parts.group(1) + parts.group(2).toUpperCase(Locale.ROOT));
    }
}
