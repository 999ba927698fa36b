package org.amalgam.simulate;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A CSV file being written: UTF-8, line feeds on every platform, with its SHA-256. */
final class CsvFile implements AutoCloseable {

    private final MessageDigest digest;
    private final CsvWriter writer;
    private long line;

    CsvFile(Path path, String... header) throws IOException {
        digest = sha256();
        OutputStream out =
                new DigestOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(path), 1 << 16), digest);
        writer =
                CsvWriter.builder()
                        .lineDelimiter(LineDelimiter.LF)
                        .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        write(header);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    void write(String... fields) {
        writer.writeRecord(fields);
        line++;
    }

    /** Number of the last line written, from 1. */
    long line() {
        return line;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    /** Of everything written; only after {@link #close}, and once. */
    String digest() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
