package org.amalgam.pipeline;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.amalgam.domain.CatalogueExposure;
import org.amalgam.domain.UnusableInput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the last replay that came to its end had shown, in a file beside the store. It is of the
 * data whose digest the file names, and of no other. Thread-safe as far as a file system is: a
 * reader finds the old or the new one.
 */
final class ExposureFile {

    private static final Logger LOG = LoggerFactory.getLogger(ExposureFile.class);
    private static final String SCHEMA = "amalgam.exposure/1";

    private final Path path;

    ExposureFile(Path path) {
        this.path = path;
    }

    /** Keeps this in place of an earlier one; where the disk does not let it, that stays. */
    void keep(CatalogueExposure exposure, String digest) {
        Path part = path.resolveSibling(path.getFileName() + ".part");
        try {
            try (DataOutputStream out =
                    new DataOutputStream(
                            new BufferedOutputStream(
                                    new GZIPOutputStream(Files.newOutputStream(part))))) {
                out.writeUTF(SCHEMA);
                out.writeUTF(digest);
                exposure.writeTo(out);
            }
            Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("what the replay showed is not kept in {}", path, e);
        }
    }

    /**
     * What is kept of this data; empty when nothing is, or it is of other data.
     *
     * @throws UnusableInput if the file is damaged
     */
    Optional<CatalogueExposure> read(String digest) {
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        try (DataInputStream in =
                new DataInputStream(
                        new BufferedInputStream(new GZIPInputStream(Files.newInputStream(path))))) {
            boolean fits = in.readUTF().equals(SCHEMA) && in.readUTF().equals(digest);
            return fits ? Optional.of(CatalogueExposure.readFrom(in)) : Optional.empty();
        } catch (IOException | DateTimeException e) {
            throw new UnusableInput(path + ": unreadable; delete it, or replay to the end anew", e);
        }
    }
}
