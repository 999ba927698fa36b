package org.amalgam.model.online;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The members' files: a header (magic number, version, member, items), then the body. */
final class MemberFile {

    private static final int MAGIC = 0x414D_4743; // "AMGC"
    private static final int VERSION = 2;

    private MemberFile() {}

    /** Writes the part after the header. */
    @FunctionalInterface
    interface Body {
        void write(DataOutputStream out) throws IOException;
    }

    /** Reads the part after the header. */
    @FunctionalInterface
    interface BodyReader {
        void read(int items, DataInputStream in) throws IOException;
    }

    /** Writes beside the old file first, so that a crash leaves the old one whole. */
    static void write(Path directory, String member, int items, Body body) throws IOException {
        Path file = directory.resolve(member + ".bin");
        Path part = directory.resolve(member + ".bin.part");
        try (var out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            out.writeUTF(member);
            out.writeInt(items);
            body.write(out);
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * @return the number of items
     * @throws IOException with what is wrong with the file, and its path
     */
    static int read(Path directory, String member, BodyReader body) throws IOException {
        Path file = directory.resolve(member + ".bin");
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            int items = readHeader(in, member, file);
            body.read(items, in);
            if (in.read() >= 0) {
                throw new IOException(file + ": more in it than expected; train again");
            }
            return items;
        } catch (EOFException e) {
            throw new IOException(file + ": cut off; train again", e);
        }
    }

    private static int readHeader(DataInputStream in, String member, Path file) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IOException(file + ": not a file of a member; train again");
        }
        int version = in.readInt();
        if (version != VERSION) {
            throw new IOException(
                    file + ": version " + version + " instead of " + VERSION + "; train again");
        }
        String found = in.readUTF();
        int items = in.readInt();
        if (!found.equals(member) || items < 0) {
            throw new IOException(
                    file + ": of " + found + " with " + items + " items; train again");
        }
        return items;
    }
}
