package org.amalgam.model.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.amalgam.config.NetworkSettings;

/**
 * A model's state set aside while training goes on. It lies on disk, in the same form as saved
 * models: in memory a second copy of tables and optimiser would cost as much as the first.
 */
final class Snapshot implements AutoCloseable {

    private Path directory;

    /** Sets the state aside in place of an older one. */
    void take(NetworkModel model, NetworkSettings settings) throws IOException {
        if (directory == null) {
            directory = Files.createTempDirectory("amalgam-network");
        }
        new NetworkFiles(directory).write(settings, model);
    }

    /** Puts the model back into the state last taken; leaves it alone when there is none. */
    void restore(NetworkModel model) throws IOException {
        if (directory != null) {
            new NetworkFiles(directory).read(model);
        }
    }

    @Override
    public void close() throws IOException {
        if (directory == null) {
            return;
        }
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
