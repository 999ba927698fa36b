package org.amalgam.pipeline.engine;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.amalgam.domain.Event;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.FusionWeights;

/**
 * Where every ranker had put what came, step by step, in a file: enough to tell again all that was
 * measured without asking anybody. One thread makes all calls.
 */
final class Journal implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 20;

    private final Path file;
    private final FileChannel channel;
    private final StepCodec codec = new StepCodec();

    /** Where each step begins, and where the next one will. */
    private final LongArrayList starts = new LongArrayList(new long[] {0});

    private final ByteArrayOutputStream unwritten = new ByteArrayOutputStream(BUFFER_BYTES);
    private final DataOutputStream out = new DataOutputStream(unwritten);

    /** An empty journal in a new file. */
    Journal(Path file) {
        this.file = file;
        try {
            this.channel =
                    FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException("beginning the journal " + file, e);
        }
    }

    /** How many steps it holds. */
    long length() {
        return starts.size() - 1L;
    }

    /** Adds a step. */
    void append(ScoredStep step) {
        byte[] bytes = codec.encode(step);
        try {
            out.writeInt(bytes.length);
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        starts.add(starts.getLong(starts.size() - 1) + Integer.BYTES + bytes.length);
        if (unwritten.size() >= BUFFER_BYTES) {
            flush();
        }
    }

    /** Forgets all but the first steps. */
    void truncate(long length) {
        flush();
        starts.size((int) length + 1);
        long end = starts.getLong((int) length);
        try {
            channel.truncate(end).position(end);
        } catch (IOException e) {
            throw new UncheckedIOException("cutting the journal " + file, e);
        }
    }

    private void flush() {
        ByteBuffer bytes = ByteBuffer.wrap(unwritten.toByteArray());
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing the journal " + file, e);
        }
        unwritten.reset();
    }

    /** The steps from this one on; of use until the journal changes. */
    Reader from(long step) {
        flush();
        try {
            return new Reader(starts.getLong((int) step));
        } catch (IOException e) {
            throw new UncheckedIOException("opening the journal " + file, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing the journal " + file, e);
        }
    }

    /** Reads step after step. */
    final class Reader implements AutoCloseable {

        private final InputStream in;
        private byte[] bytes = new byte[4096];

        private Reader(long start) throws IOException {
            FileChannel source = FileChannel.open(file, StandardOpenOption.READ);
            in = new BufferedInputStream(Channels.newInputStream(source.position(start)), 1 << 18);
        }

        /** The next step, to which the caller adds what it knows itself. */
        ScoredStep next(Event event, FeatureWindow window, FusionWeights weights) {
            try {
                int length = ByteBuffer.wrap(read(Integer.BYTES), 0, Integer.BYTES).getInt();
                return codec.decode(ByteBuffer.wrap(read(length)), event, window, weights);
            } catch (IOException e) {
                throw new UncheckedIOException("reading the journal " + file, e);
            }
        }

        private byte[] read(int length) throws IOException {
            if (bytes.length < length) {
                bytes = new byte[2 * length];
            }
            if (in.readNBytes(bytes, 0, length) < length) {
                throw new EOFException("the journal ends inside a step");
            }
            return bytes;
        }

        @Override
        public void close() {
            try {
                in.close();
            } catch (IOException e) {
                throw new UncheckedIOException("closing the journal " + file, e);
            }
        }
    }
}
