package org.amalgam.fusion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amalgam.config.FusionSettings;
import org.amalgam.config.FusionSettings.Normalization;
import org.amalgam.domain.FusionWeights;

/** A recipe as a JSON file that a person can read, and change by hand. */
public final class FusionRecipeFile {

    private static final int VERSION = 2;

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private FusionRecipeFile() {}

    /** Writes a recipe; an existing file is replaced. */
    public static void write(FusionRecipe recipe, Path file) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.put("version", VERSION);
        root.put("method", recipe.method());
        ObjectNode settings = root.putObject("settings");
        settings.put("normalization", recipe.settings().normalization().label());
        settings.put("temperature", recipe.settings().temperature());
        settings.put("rankConstant", recipe.settings().rankConstant());
        ObjectNode weights = root.putObject("weights");
        recipe.weights().asMap().forEach(weights::put);
        root.put("cases", recipe.cases());
        recipe.stacking().ifPresent(model -> StackingJson.write(model, root.putObject("stacking")));
        put(recipe.chosen(), root.putObject("chosen"));
        ArrayNode trials = root.putArray("trials");
        recipe.trials().forEach(trial -> put(trial, trials.addObject()));
        Files.writeString(file, JSON.writeValueAsString(root) + "\n");
    }

    private static void put(FusionRecipe.Trial trial, ObjectNode node) {
        node.put("what", trial.what());
        node.put("cases", trial.crossValidated().cases());
        node.put("hr20", trial.crossValidated().hr20());
        node.put("mrr20", trial.crossValidated().mrr20());
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException naming the file, if it cannot be read or is no recipe of this version
     */
    public static FusionRecipe read(Path file) throws IOException {
        JsonNode root = JSON.readTree(Files.readString(file));
        try {
            if (root.required("version").intValue() != VERSION) {
                throw new IllegalArgumentException("version " + root.get("version"));
            }
            return recipe(root);
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    file + " is no fusion recipe of version " + VERSION + ": " + e.getMessage(), e);
        }
    }

    private static FusionRecipe recipe(JsonNode root) {
        JsonNode settings = root.required("settings");
        return new FusionRecipe(
                root.required("method").textValue(),
                FusionSettings.defaults()
                        .with(normalization(settings.required("normalization").textValue()))
                        .withTemperature(settings.required("temperature").doubleValue())
                        .withRankConstant(settings.required("rankConstant").doubleValue()),
                FusionWeights.of(numbers(root.required("weights"))),
                Optional.ofNullable(root.get("stacking")).map(StackingJson::read),
                root.required("cases").intValue(),
                trials(root.required("trials")),
                trial(root.required("chosen")));
    }

    private static Normalization normalization(String label) {
        for (Normalization normalization : Normalization.values()) {
            if (normalization.label().equals(label)) {
                return normalization;
            }
        }
        throw new IllegalArgumentException("normalization '" + label + "'");
    }

    private static Map<String, Double> numbers(JsonNode node) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        node.properties().forEach(f -> numbers.put(f.getKey(), f.getValue().doubleValue()));
        return numbers;
    }

    private static List<FusionRecipe.Trial> trials(JsonNode array) {
        List<FusionRecipe.Trial> trials = new ArrayList<>();
        array.forEach(node -> trials.add(trial(node)));
        return trials;
    }

    private static FusionRecipe.Trial trial(JsonNode node) {
        return new FusionRecipe.Trial(
                node.required("what").textValue(),
                new MixQuality(
                        node.required("cases").intValue(),
                        node.required("hr20").doubleValue(),
                        node.required("mrr20").doubleValue()));
    }
}
