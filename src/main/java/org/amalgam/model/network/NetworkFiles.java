package org.amalgam.model.network;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.amalgam.config.NetworkSettings;

/**
 * A model in a directory: {@code settings.json} (settings, seed, item counts), {@code state.bin}
 * (tables and optimiser state behind a magic number and a version) and the networks in DL4J's own
 * format.
 */
final class NetworkFiles {

    private static final int MAGIC = 0x414d4c47;
    private static final int VERSION = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path directory;

    NetworkFiles(Path directory) {
        this.directory = directory;
    }

    /** What must be known before a model can be made to read the rest into. */
    @SuppressWarnings("ArrayRecordComponent") // read and written, never compared
    record Header(NetworkSettings settings, long seed, int[] counts) {}

    void write(NetworkSettings settings, NetworkModel model) throws IOException {
        JSON.writeValue(
                directory.resolve("settings.json").toFile(),
                new Header(settings, model.seed, model.counts));
        try (var out =
                new DataOutputStream(
                        new BufferedOutputStream(
                                Files.newOutputStream(directory.resolve("state.bin"))))) {
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            model.write(out);
        }
        model.encoder.saveNetworks(directory);
    }

    Header header() throws IOException {
        return JSON.readValue(directory.resolve("settings.json").toFile(), Header.class);
    }

    void read(NetworkModel model) throws IOException {
        model.encoder.loadNetworks(directory);
        try (var in =
                new DataInputStream(
                        new BufferedInputStream(
                                Files.newInputStream(directory.resolve("state.bin"))))) {
            int magic = in.readInt();
            int version = in.readInt();
            if (magic != MAGIC || version != VERSION) {
                throw new IOException("state.bin is of version " + version + ", not " + VERSION);
            }
            model.read(in);
        }
    }
}
