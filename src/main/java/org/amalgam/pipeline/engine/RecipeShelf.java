package org.amalgam.pipeline.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.amalgam.domain.UnusableInput;
import org.amalgam.fusion.FusionRecipe;
import org.amalgam.fusion.FusionRecipeFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learned fusion recipes, kept in a folder a method beside the members they weigh. A recipe is used
 * only with the very members, data and split it was learned with.
 */
final class RecipeShelf {

    private static final Logger LOG = LoggerFactory.getLogger(RecipeShelf.class);

    private static final String KEY = "learned-with.json";
    private static final String SUFFIX = ".recipe.json";
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path directory;

    RecipeShelf(Path directory) {
        this.directory = directory;
    }

    /**
     * What a recipe depends on.
     *
     * @param members in their order, for a learned fusion knows them by position
     * @param weights set by hand, by member
     * @param baselines fused beside the members
     * @param until ISO-8601; nothing from here on was seen
     */
    record Key(
            String method,
            List<Member> members,
            Map<String, Double> weights,
            Set<String> baselines,
            String until,
            long seed,
            String dataDigest,
            String version) {

        Key {
            members = List.copyOf(members);
            weights = new TreeMap<>(weights);
            baselines = new TreeSet<>(baselines);
        }
    }

    /** A member with the digest of its settings. */
    record Member(String name, String settingsDigest) {}

    /**
     * The recipes learned with just this, by fused ranker; empty when there are none, or none that
     * this version can read.
     */
    Optional<Map<String, FusionRecipe>> find(Key key) {
        Path folder = folder(key);
        if (!Files.isRegularFile(folder.resolve(KEY))) {
            return Optional.empty();
        }
        try {
            Key kept = JSON.readValue(folder.resolve(KEY).toFile(), Key.class);
            return kept.equals(key) ? Optional.of(read(folder)) : Optional.empty();
        } catch (IOException e) {
            LOG.info("{}: fusion is learned anew ({})", folder, e.getMessage());
            return Optional.empty();
        }
    }

    private static Map<String, FusionRecipe> read(Path folder) throws IOException {
        Map<String, FusionRecipe> recipes = new TreeMap<>();
        for (Path file : files(folder)) {
            String name = file.getFileName().toString();
            recipes.put(
                    name.substring(0, name.length() - SUFFIX.length()),
                    FusionRecipeFile.read(file));
        }
        return recipes;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
        }
    }

    /** Keeps recipes in place of the method's older ones. The key is written last. */
    void put(Key key, Map<String, FusionRecipe> recipes) {
        Path folder = folder(key);
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(folder.resolve(KEY));
            for (Path file : files(folder)) {
                Files.delete(file);
            }
            for (Map.Entry<String, FusionRecipe> recipe : recipes.entrySet()) {
                FusionRecipeFile.write(recipe.getValue(), folder.resolve(recipe.getKey() + SUFFIX));
            }
            JSON.writeValue(folder.resolve(KEY).toFile(), key);
        } catch (IOException e) {
            throw new UnusableInput(folder + ": the learned fusion cannot be kept there", e);
        }
    }

    private Path folder(Key key) {
        return directory.resolve("fusion").resolve(key.method());
    }
}
