package org.amalgam.ingest;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.amalgam.domain.UnusableInput;

/** Lines of a possibly compressed text file, counted from 1. */
final class SessionLines implements AutoCloseable {

    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final BufferedReader reader;
    private long number;

    private SessionLines(Path file, BufferedReader reader) {
        this.file = file;
        this.reader = reader;
    }

    static SessionLines open(Path file) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            raw.mark(2);
            boolean compressed = raw.read() == GZIP_FIRST && raw.read() == GZIP_SECOND;
            raw.reset();
            InputStream plain = compressed ? new GZIPInputStream(raw, BUFFER) : raw;
            // A decoder of its own reports bytes that are no UTF-8 instead of replacing them.
            var decoder = StandardCharsets.UTF_8.newDecoder();
            return new SessionLines(
                    file, new BufferedReader(new InputStreamReader(plain, decoder), BUFFER));
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    /** The next line, null at the end; a byte order mark is dropped. */
    String next() throws IOException {
        String line = reader.readLine();
        if (line == null) {
            return null;
        }
        number++;
        if (line.indexOf('\0') >= 0) {
            throw unusable("holds zero bytes, so this is no text", "give a file of sessions");
        }
        return number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
    }

    /** An error about the line read last. */
    UnusableInput unusable(String what, String remedy) {
        return new UnusableInput(file + ", line " + number + ": " + what + "; " + remedy);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
