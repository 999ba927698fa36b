package org.amalgam.ingest;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.amalgam.config.CleaningSettings;
import org.amalgam.domain.UnusableInput;
import org.amalgam.domain.stage.TaskMonitor;

/**
 * A file that was read once to its end and can be imported: it is text, whole, and of a known
 * format.
 *
 * @param path as the user gave it
 * @param sha256 of the text, in hexadecimal: a log has the same one packed and unpacked
 */
public record SourceFile(Path path, String sha256, Header header, LogFormat format) {

    private static final int BUFFER = 1 << 16;
    private static final int GZIP_MAGIC = 0x1f8b;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** So many bytes at the beginning show whether a file is text. */
    private static final int PROBE = 8_192;

    /**
     * Reads the whole file for its checksum, so that a damaged file is refused before anything of
     * it is stored.
     *
     * @param format a format's name or {@link LogFormats#AUTO}
     * @throws UnusableInput if it cannot be imported
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public static SourceFile inspect(Path path, String format, TaskMonitor monitor) {
        requireFile(path);
        String sha256 = checksum(path, monitor);
        Header header = readHeader(path);
        return new SourceFile(path, sha256, header, LogFormats.of(format, path.toString(), header));
    }

    /** The file's name without its folders. */
    public String name() {
        return path.getFileName().toString();
    }

    /** Opens the file's data lines. */
    public LineReader read(CleaningSettings settings, TaskMonitor monitor) {
        try {
            return new LineReader(this, reader(path, "reading " + name(), monitor), settings);
        } catch (IOException e) {
            throw unreadable(path, 0, e);
        }
    }

    static void requireFile(Path path) {
        if (!Files.exists(path)) {
            throw new UnusableInput(path + ": there is no such file; check the name");
        }
        if (Files.isDirectory(path)) {
            throw new UnusableInput(path + " is a folder; name the files in it");
        }
        if (!Files.isRegularFile(path)) {
            throw new UnusableInput(path + " is not a file on disk; save the log to one first");
        }
    }

    private static String checksum(Path path, TaskMonitor monitor) {
        MessageDigest digest = newDigest();
        byte[] buffer = new byte[BUFFER];
        long lines = 0;
        boolean empty = true;
        try (InputStream in = open(path, "checking " + path.getFileName(), monitor)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (empty && count > 0) {
                    requireText(path, buffer, count);
                }
                empty &= count == 0;
                digest.update(buffer, 0, count);
                lines += newlines(buffer, count);
            }
        } catch (IOException e) {
            throw unreadable(path, lines + 1, e);
        }
        if (empty) {
            throw new UnusableInput(path + " is empty; it must begin with a line of column names");
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void requireText(Path path, byte[] buffer, int count) {
        for (int i = 0; i < Math.min(count, PROBE); i++) {
            if (buffer[i] == 0) {
                throw new UnusableInput(
                        path
                                + " is not text (byte "
                                + i
                                + " is 0); export it as comma-separated text in UTF-8");
            }
        }
    }

    private static int newlines(byte[] buffer, int count) {
        int found = 0;
        for (int i = 0; i < count; i++) {
            if (buffer[i] == '\n') {
                found++;
            }
        }
        return found;
    }

    private static Header readHeader(Path path) {
        try (var reader = reader(path, "checking", TaskMonitor.silent())) {
            return Header.of(path.toString(), Csv.header(path, reader));
        } catch (IOException e) {
            throw unreadable(path, 1, e);
        }
    }

    private static InputStreamReader reader(Path path, String what, TaskMonitor monitor)
            throws IOException {
        BufferedInputStream in = new BufferedInputStream(open(path, what, monitor), BUFFER);
        in.mark(BYTE_ORDER_MARK.length);
        byte[] start = in.readNBytes(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(start, BYTE_ORDER_MARK)) {
            in.reset();
        }
        return new InputStreamReader(in, StandardCharsets.UTF_8);
    }

    /** Whether a file that begins with these bytes is packed. */
    static boolean isPacked(byte[] start) {
        return start.length > 1 && ((start[0] & 0xff) << 8 | (start[1] & 0xff)) == GZIP_MAGIC;
    }

    /** The file's text, unpacked when its first two bytes say that it is gzip. */
    private static InputStream open(Path path, String what, TaskMonitor monitor)
            throws IOException {
        InputStream file = Files.newInputStream(path);
        try {
            BufferedInputStream in =
                    new BufferedInputStream(
                            new MonitoredInput(file, what, Files.size(path), monitor), BUFFER);
            in.mark(2);
            int magic = in.read() << 8 | in.read();
            in.reset();
            return magic == GZIP_MAGIC ? new GZIPInputStream(in, BUFFER) : in;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /**
     * @param line how far reading came; 0 when not known
     */
    static UnusableInput unreadable(Path path, long line, IOException cause) {
        String where = path + (line > 0 ? ", line " + line : "");
        if (cause instanceof EOFException) {
            return new UnusableInput(
                    where + ": the gzip data end too early; copy or download the file again",
                    cause);
        }
        if (cause instanceof ZipException) {
            return new UnusableInput(
                    where + ": the gzip data are damaged; copy or download the file again", cause);
        }
        return new UnusableInput(
                where + " cannot be read (" + cause + "); check its rights and the disk", cause);
    }

    static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
