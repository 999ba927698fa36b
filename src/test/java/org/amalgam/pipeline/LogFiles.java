package org.amalgam.pipeline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.zip.GZIPOutputStream;

/** Logs for tests of the import. */
final class LogFiles {

    static final String HEADER = "timestamp,user,item,action\n";

    private LogFiles() {}

    /** A canonical log of so many lines; line i + 2 of the file is at second i. */
    static String log(int lines) {
        return log(lines, i -> 1_772_352_000 + i + "," + user(i) + ",i" + i % 1_013 + ",view");
    }

    /**
     * Who stands in line i + 2: one of 97, at uneven intervals, so that nobody looks like a bot.
     */
    static String user(long i) {
        return "u" + ((i * 2_654_435_761L) >>> 9) % 97;
    }

    static String log(int lines, LongFunction<String> line) {
        return LongStream.range(0, lines)
                .mapToObj(line)
                .collect(Collectors.joining("\n", HEADER, "\n"));
    }

    static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
