package org.amalgam.pipeline.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.amalgam.domain.UnusableInput;
import org.amalgam.domain.stage.EnsembleMember;
import org.amalgam.pipeline.AmalgamVersion;
import org.amalgam.pipeline.Folders;

/**
 * Trained members kept in a folder by their store, each with its provenance. A member is used only
 * for the data and the split it was trained on, so no replay can be scored by a model that has seen
 * its future.
 */
public final class ModelShelf {

    private static final String PROVENANCE = "provenance.json";
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path directory;

    public ModelShelf(Path directory) {
        this.directory = directory;
    }

    /** The recipes learned with members of this shelf. */
    RecipeShelf recipes() {
        return new RecipeShelf(directory);
    }

    /**
     * Where a trained member comes from.
     *
     * @param until ISO-8601; it has seen nothing from here on
     * @param dataDigest of the store it was trained on
     * @param settingsDigest of what it was given to choose its settings from, {@code brief} apart;
     *     null in the file of an earlier version
     * @param seconds training took
     */
    public record Provenance(
            String member,
            String until,
            long seed,
            boolean brief,
            String dataDigest,
            String settingsDigest,
            String version,
            int items,
            double seconds) {

        public Instant untilTime() {
            return Instant.parse(until);
        }

        /** Whether the member may be used for this data, split and seed. */
        public boolean fits(Instant split, long otherSeed, String digest, int itemCount) {
            return untilTime().equals(split)
                    && seed == otherSeed
                    && dataDigest.equals(digest)
                    && items == itemCount
                    && version.equals(AmalgamVersion.current());
        }
    }

    /** Where the member of this name comes from; empty when it is not here. */
    public Optional<Provenance> provenance(String member) {
        Path file = folder(member).resolve(PROVENANCE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file.toFile(), Provenance.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UnusableInput(file + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }

    /** Keeps a trained member in place of an older one. The provenance is written last. */
    public void put(EnsembleMember member, Provenance provenance) {
        Path folder = folder(member.name());
        try {
            delete(folder);
            Files.createDirectories(folder);
            member.save(folder);
            JSON.writeValue(folder.resolve(PROVENANCE).toFile(), provenance);
        } catch (IOException e) {
            throw new UnusableInput(
                    folder + ": the trained " + member.name() + " cannot be kept there", e);
        }
    }

    /** Reads a member that is here into a fresh instance. */
    public void load(EnsembleMember member) {
        Path folder = folder(member.name());
        try {
            member.load(folder);
        } catch (IOException e) {
            throw new UnusableInput(
                    folder
                            + ": unreadable ("
                            + e.getMessage()
                            + "); train "
                            + member.name()
                            + " anew",
                    e);
        }
    }

    private Path folder(String member) {
        return directory.resolve(member);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            Folders.delete(folder);
        }
    }
}
