package org.amalgam.ingest;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import org.amalgam.domain.UnusableInput;

/**
 * The whole lines of a file to which others append, as bytes. A line is whole when its newline is
 * there. Stays with the file it opened until that is read to its end, even where another has taken
 * its name meanwhile. Not thread-safe.
 */
final class GrowingFile implements Closeable {

    private static final int CHUNK = 1 << 16;

    /** No line of a log is so long; what has none in so many bytes is no log. */
    private static final int LONGEST_LINE = 1 << 20;

    /** So many of the bytes read last must still be there when more are read. */
    private static final int REMEMBERED = 64;

    private final Path path;
    private final Deque<byte[]> lines = new ArrayDeque<>();
    private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();
    private FileChannel channel;
    private Object key;
    private long read;
    private byte[] last = new byte[0];

    private GrowingFile(Path path) throws IOException {
        this.path = path;
        open();
    }

    /**
     * Opens a file at its beginning.
     *
     * @throws UnusableInput if it is not there or cannot be read
     */
    static GrowingFile open(Path path) {
        SourceFile.requireFile(path);
        try {
            return new GrowingFile(path);
        } catch (IOException e) {
            throw SourceFile.unreadable(path, 0, e);
        }
    }

    /**
     * @throws NoSuchFileException if there is none of this name, or another took it just now
     */
    private void open() throws IOException {
        Object found = key();
        FileChannel opened = FileChannel.open(path, StandardOpenOption.READ);
        try {
            if (!found.equals(key())) {
                throw new NoSuchFileException(path + " was replaced while it was opened");
            }
        } catch (IOException e) {
            opened.close();
            throw e;
        }
        close();
        channel = opened;
        key = found;
        rewind();
    }

    /**
     * What tells this file from another of the same name; the name where the system has nothing.
     */
    private Object key() throws IOException {
        Object found = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        return found == null ? path : found;
    }

    /** Goes back to the beginning. */
    void rewind() {
        read = 0;
        last = new byte[0];
        lines.clear();
        unfinished.reset();
    }

    /** The next whole line with its newline; empty when there is none for now. */
    Optional<byte[]> next() throws IOException {
        while (lines.isEmpty() && channel.size() > read && endsAsItDid()) {
            readOn();
        }
        return Optional.ofNullable(lines.poll());
    }

    private void readOn() throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
        int count = channel.read(buffer, read);
        if (count <= 0) {
            return;
        }
        byte[] bytes = Arrays.copyOf(buffer.array(), count);
        if (read == 0) {
            requireUnpacked(bytes);
        }
        read += count;
        remember(bytes);
        int from = 0;
        for (int i = 0; i < count; i++) {
            if (bytes[i] == '\n') {
                unfinished.write(bytes, from, i + 1 - from);
                lines.add(unfinished.toByteArray());
                unfinished.reset();
                from = i + 1;
            }
        }
        unfinished.write(bytes, from, count - from);
        if (unfinished.size() > LONGEST_LINE) {
            throw new UnusableInput(
                    path + ": a line of more than a million bytes; is this a log of text lines?");
        }
    }

    private void requireUnpacked(byte[] start) {
        if (SourceFile.isPacked(start)) {
            throw new UnusableInput(
                    path
                            + " is packed with gzip and cannot be followed as it grows; follow the"
                            + " file that the log is written to, or import this one");
        }
    }

    private void remember(byte[] bytes) {
        byte[] both = Arrays.copyOf(last, last.length + bytes.length);
        System.arraycopy(bytes, 0, both, last.length, bytes.length);
        last = Arrays.copyOfRange(both, Math.max(0, both.length - REMEMBERED), both.length);
    }

    /** Whether a line has begun that is not whole. */
    boolean unfinished() {
        return unfinished.size() > 0;
    }

    /**
     * Looks whether there is another file to read, and then opens it at its beginning. To be asked
     * when there is no next line.
     *
     * @return what happened to the file, as the end of a sentence; empty when nothing did
     */
    Optional<String> reopened() throws IOException {
        String what;
        if (channel.size() < read || !endsAsItDid()) {
            what = "was cut short";
        } else if (replaced()) {
            what = "was replaced by another";
        } else {
            return Optional.empty();
        }
        try {
            open();
        } catch (NoSuchFileException e) {
            return Optional.empty(); // gone again; asked again, it may be back
        }
        return Optional.of(what);
    }

    private boolean endsAsItDid() throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(last.length);
        channel.read(buffer, read - last.length);
        return Arrays.equals(buffer.array(), last);
    }

    private boolean replaced() throws IOException {
        try {
            return !key.equals(key()) && channel.size() == read;
        } catch (NoSuchFileException e) {
            return false; // moved away; the next one is yet to come
        }
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
