package org.amalgam.ingest;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.amalgam.config.CleaningSettings;
import org.amalgam.domain.Action;
import org.amalgam.domain.RejectedLine;
import org.amalgam.domain.RejectedLine.Reason;

/**
 * Reads the fields of one line after the other, mending what can be mended. The first thing wrong
 * with a line is remembered as its rejection; what is then returned is not to be used. Not
 * thread-safe.
 */
final class Fields {

    /** Unix times from here on are milliseconds: as seconds they would be in the year 5138. */
    private static final long FIRST_MILLIS = 100_000_000_000L;

    /** As data sets write it, and as spreadsheets do. */
    private static final List<DateTimeFormatter> LOCAL_LAYOUTS =
            List.of(
                    DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT),
                    DateTimeFormatter.ofPattern("M/d/uuuu H:mm", Locale.ROOT));

    private static final char REPLACEMENT = '\uFFFD';

    private final CleaningSettings settings;
    private long line;
    private List<String> fields = List.of();
    private boolean repaired;
    private Optional<RejectedLine> rejection = Optional.empty();

    Fields(CleaningSettings settings) {
        this.settings = settings;
    }

    void moveTo(long newLine, List<String> newFields) {
        line = newLine;
        fields = newFields;
        repaired = false;
        rejection = Optional.empty();
        for (String field : newFields) {
            if (field.length() > settings.longestText()) {
                reject(Reason.UNREADABLE, "field of " + field.length() + " characters");
            }
        }
    }

    Optional<RejectedLine> rejection() {
        return rejection;
    }

    boolean repaired() {
        return repaired;
    }

    void reject(Reason reason, String detail) {
        if (rejection.isEmpty()) {
            rejection = Optional.of(new RejectedLine(line, reason, detail));
        }
    }

    /** An id: trimmed, and without the {@code .0} that a decimal column adds to whole numbers. */
    Optional<String> id(int column) {
        return identifier(raw(column), withoutDecimals(raw(column).strip()));
    }

    /** A name that tells things apart: trimmed, and no longer than an id. */
    Optional<String> name(int column) {
        return identifier(raw(column), raw(column).strip());
    }

    private Optional<String> identifier(String raw, String id) {
        repaired |= id.length() != raw.length();
        if (id.length() > settings.longestId()) {
            reject(Reason.UNREADABLE, "id of " + id.length() + " characters");
        }
        if (id.indexOf(REPLACEMENT) >= 0 || id.indexOf('\0') >= 0) {
            reject(Reason.UNREADABLE, "id " + Quoted.of(id) + " is not UTF-8 text");
        }
        return id.isEmpty() ? Optional.empty() : Optional.of(id);
    }

    private static String withoutDecimals(String id) {
        int point = id.indexOf('.');
        if (point < 1) {
            return id;
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (i < point ? c < '0' || c > '9' : i > point && c != '0') {
                return id;
            }
        }
        return id.substring(0, point);
    }

    /** A time as ISO-8601, Unix seconds or Unix milliseconds. */
    Instant time(int column) {
        return time(column, "timestamp");
    }

    /**
     * Likewise.
     *
     * @param name how messages call it
     */
    Instant time(int column, String name) {
        String raw = raw(column);
        String text = raw.strip();
        repaired |= text.length() != raw.length();
        try {
            Instant time = text.indexOf('T') > 0 ? Instant.parse(text) : unixTime(text);
            requirePlausible(time, text, name);
            return time;
        } catch (DateTimeParseException | NumberFormatException e) {
            reject(Reason.BAD_TIMESTAMP, name + " " + Quoted.of(text));
            return Instant.EPOCH;
        }
    }

    private Instant unixTime(String text) {
        long value = Long.parseLong(text);
        if (value < FIRST_MILLIS) {
            // Long.MIN_VALUE seconds are no Instant; that they are implausible is said by the
            // caller.
            return Instant.ofEpochSecond(Math.max(value, -FIRST_MILLIS));
        }
        repaired = true;
        return Instant.ofEpochMilli(value);
    }

    /** A shop's local time to the second or minute, taken as UTC. */
    Instant localTime(int column) {
        String text = raw(column).strip();
        for (DateTimeFormatter layout : LOCAL_LAYOUTS) {
            try {
                Instant time = LocalDateTime.parse(text, layout).toInstant(ZoneOffset.UTC);
                requirePlausible(time, text, "timestamp");
                return time;
            } catch (DateTimeParseException e) {
                // The next layout may fit.
            }
        }
        reject(Reason.BAD_TIMESTAMP, "timestamp " + Quoted.of(text));
        return Instant.EPOCH;
    }

    private void requirePlausible(Instant time, String text, String name) {
        if (time.isBefore(settings.earliest()) || !time.isBefore(settings.latest())) {
            reject(Reason.IMPLAUSIBLE_TIME, name + " " + Quoted.of(text) + " is " + time);
        }
    }

    /** An action by its name in {@code names}, which are in lower case. */
    Optional<Action> action(int column, Map<String, Action> names) {
        String raw = raw(column);
        Action action = names.get(raw);
        if (action == null) {
            action = names.get(raw.strip().toLowerCase(Locale.ROOT));
            repaired |= action != null;
        }
        if (action == null) {
            reject(Reason.UNKNOWN_ACTION, "action " + Quoted.of(raw));
        }
        return Optional.ofNullable(action);
    }

    /** Free text, trimmed; absent when the column is or nothing stands there. */
    Optional<String> text(int column) {
        if (column == Header.ABSENT) {
            return Optional.empty();
        }
        String text = raw(column).strip();
        // Garbled letters in a title or query are a pity, but no reason to lose the event.
        repaired |= text.indexOf(REPLACEMENT) >= 0;
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** A finite decimal ≥ {@code least}; absent when the column is or nothing stands there. */
    OptionalDouble number(int column, String name, double least) {
        Optional<String> text = text(column);
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        OptionalDouble value = decimal(text.get());
        if (value.isEmpty() || value.getAsDouble() < least) {
            reject(Reason.BAD_NUMBER, name + " " + Quoted.of(text.get()));
        }
        return value;
    }

    private static OptionalDouble decimal(String text) {
        char last = text.charAt(text.length() - 1);
        if (last != '.' && (last < '0' || last > '9')) {
            return OptionalDouble.empty(); // parseDouble takes 1d, NaN and Infinity
        }
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    private String raw(int column) {
        return fields.get(column);
    }
}
