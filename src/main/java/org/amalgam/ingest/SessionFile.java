package org.amalgam.ingest;

import static java.util.Objects.requireNonNull;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.amalgam.domain.Session;
import org.amalgam.domain.UnusableInput;

/**
 * Reads a file of sessions, in either of two forms:
 *
 * <ul>
 *   <li>tab-separated with a header that has {@code SessionId}, {@code ItemId} and {@code Time}
 *       (seconds), rows in any order; rows of a session are sorted by time, equal times staying in
 *       file order, and sessions come in order of their start;
 *   <li>one session a line, item numbers separated by blanks, oldest first; sessions come in file
 *       order. As such a file tells no times but its order does, its sessions start evenly spread:
 *       number i of n (from 0) {@value #TRAINING_DAYS} days · i/n after the epoch in a file to
 *       learn from, and in a file to test on {@value #TEST_DAYS} days · i/n after the end of those
 *       days. Gaps inside a session stay unknown.
 * </ul>
 *
 * Compressed files are known by their first bytes, not by name. Whole numbers written with a
 * fraction of zero ({@code 214536502.0}) are the same as without. Unlike import, nothing is
 * skipped: a protocol's figures mean nothing on part of its file.
 */
public final class SessionFile {

    /** Over how many days sessions to learn from are spread where the file knows no times. */
    static final int TRAINING_DAYS = 145;

    /** Over how many days after those sessions to test on are spread. */
    static final int TEST_DAYS = 7;

    private static final Instant TEST_START = Instant.EPOCH.plus(Duration.ofDays(TRAINING_DAYS));

    private static final Pattern WHOLE_NUMBER = Pattern.compile("(\\d+)(?:\\.0+)?");

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private SessionFile() {}

    /**
     * A session as read; its user is its number in the file's list.
     *
     * @param id the file's own id, or in files without ids the session's number from 0
     */
    public record Read(String id, Session session) {

        public Read {
            requireNonNull(id, "id");
            requireNonNull(session, "session");
        }
    }

    /**
     * Reads a whole file to learn from.
     *
     * @param items gives numbers to the items, growing by those it did not know
     * @throws UnusableInput naming file, line and remedy, if anything is wrong
     */
    public static List<Read> read(Path file, ItemNumbers items) {
        return read(file, items, Instant.EPOCH, Duration.ofDays(TRAINING_DAYS));
    }

    /**
     * Reads a whole file to test on; it differs from {@link #read} only in the times that sessions
     * are given when the file knows none.
     *
     * @throws UnusableInput naming file, line and remedy, if anything is wrong
     */
    public static List<Read> readTest(Path file, ItemNumbers items) {
        return read(file, items, TEST_START, Duration.ofDays(TEST_DAYS));
    }

    /**
     * Reads a whole file of one user a line: the user's id, then item numbers, all separated by
     * blanks, oldest first. Nothing is known of times, so all begin at once.
     *
     * @throws UnusableInput naming file, line and remedy, if anything is wrong
     */
    public static List<Read> readUsers(Path file, ItemNumbers items) {
        return read(file, (lines, first) -> readLines(lines, first, items, true));
    }

    private static List<Read> read(Path file, ItemNumbers items, Instant from, Duration span) {
        return read(
                file,
                (lines, first) ->
                        first.indexOf('\t') >= 0 || first.contains("SessionId")
                                ? SessionTable.read(lines, first, items)
                                : spread(readLines(lines, first, items, false), from, span));
    }

    /** Reads the rest of a file, of which the first line was read. */
    @FunctionalInterface
    private interface Body {
        List<Read> read(SessionLines lines, String first) throws IOException;
    }

    private static List<Read> read(Path file, Body body) {
        requireFile(file);
        try (SessionLines lines = SessionLines.open(file)) {
            String first = lines.next();
            while (first != null && first.isBlank()) {
                first = lines.next();
            }
            if (first == null) {
                throw new UnusableInput(file + ": is empty; give a file of sessions");
            }
            List<Read> sessions = body.read(lines, first);
            if (sessions.isEmpty()) {
                throw new UnusableInput(file + ": has a header but no rows; export it again");
            }
            return sessions;
        } catch (ZipException | EOFException e) {
            throw new UnusableInput(file + ": is a broken gzip file; download it again", e);
        } catch (CharacterCodingException e) {
            throw new UnusableInput(file + ": is not UTF-8 text; give a file of sessions", e);
        } catch (IOException e) {
            throw new UnusableInput(
                    file + ": cannot be read (" + e.getMessage() + "); check disk and rights", e);
        }
    }

    private static void requireFile(Path file) {
        if (Files.notExists(file)) {
            throw new UnusableInput(file + ": does not exist; check the path");
        }
        if (Files.isDirectory(file)) {
            throw new UnusableInput(file + ": is a directory; give a file of sessions");
        }
    }

    private static List<Read> spread(List<Read> sessions, Instant from, Duration span) {
        List<Read> timed = new ArrayList<>(sessions.size());
        for (Read read : sessions) {
            Instant start = from.plusMillis(span.toMillis() * timed.size() / sessions.size());
            Session session = read.session();
            timed.add(new Read(read.id(), new Session(session.user(), start, session.steps())));
        }
        return timed;
    }

    private static List<Read> readLines(
            SessionLines lines, String first, ItemNumbers items, boolean named) throws IOException {
        List<Read> sessions = new ArrayList<>();
        for (String line = first; line != null; line = lines.next()) {
            if (line.isBlank()) {
                continue;
            }
            String[] tokens = BLANKS.split(line.strip(), -1);
            int from = named ? 1 : 0;
            if (tokens.length == from) {
                throw lines.unusable("user '" + shortened(tokens[0]) + "' has no items", "drop it");
            }
            SessionRows rows = new SessionRows();
            for (String token : Arrays.asList(tokens).subList(from, tokens.length)) {
                rows.add(items.of(itemNumber(token, lines)), 0);
            }
            String id = named ? tokens[0] : Integer.toString(sessions.size());
            sessions.add(new Read(id, rows.inFileOrder(sessions.size())));
        }
        return sessions;
    }

    private static String itemNumber(String token, SessionLines lines) {
        var number = WHOLE_NUMBER.matcher(token);
        if (!number.matches()) {
            throw lines.unusable(
                    "'" + shortened(token) + "' is not an item number",
                    "give blank-separated item numbers, or a header SessionId, ItemId, Time");
        }
        return number.group(1);
    }

    /** The id without a fraction of zero. */
    static String plainId(String id) {
        var number = WHOLE_NUMBER.matcher(id);
        return number.matches() ? number.group(1) : id;
    }

    /** Text for a message: short, and on one line. */
    static String shortened(String text) {
        String oneLine = text.replaceAll("\\p{Cntrl}", "?");
        return oneLine.length() <= 40 ? oneLine : oneLine.substring(0, 40) + "…";
    }
}
