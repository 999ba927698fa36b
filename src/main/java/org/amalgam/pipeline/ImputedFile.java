package org.amalgam.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.amalgam.domain.Attribute;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.ImputedAttributes;
import org.amalgam.domain.ImputedAttributes.Imputed;
import org.amalgam.domain.PriceBand;
import org.amalgam.domain.UnusableInput;

/**
 * Guesses at what a store's catalogue leaves open, as a JSON file beside it that a person can read.
 * They are of the data whose digest the file names, and of no other.
 */
final class ImputedFile {

    private static final String SCHEMA = "amalgam.imputed/1";
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path path;

    ImputedFile(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /** Keeps these in place of earlier ones. */
    void write(ImputedAttributes imputed, String digest, Catalogue catalogue, long seed) {
        ObjectNode root = JSON.createObjectNode();
        root.put("schema", SCHEMA);
        root.put("amalgamVersion", AmalgamVersion.current());
        root.put("seed", seed);
        root.put("dataDigest", digest);
        ArrayNode all = root.putArray("imputed");
        imputed.all().forEach(one -> put(one, catalogue, all.addObject()));
        Path part = path.resolveSibling(path.getFileName() + ".part");
        try {
            Files.writeString(part, JSON.writeValueAsString(root) + "\n");
            Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UnusableInput(path + ": cannot be written (" + e.getMessage() + ")", e);
        }
    }

    private static void put(Imputed one, Catalogue catalogue, ObjectNode node) {
        node.put("item", catalogue.item(one.item()).id());
        node.put("attribute", one.attribute().label());
        node.put("value", one.value());
        one.band()
                .ifPresent(
                        band -> {
                            node.put("from", band.from());
                            if (Double.isFinite(band.below())) {
                                node.put("below", band.below());
                            }
                        });
        node.put("confidence", one.confidence());
        node.put("method", one.method());
    }

    /**
     * The guesses kept for this data; none when there are none, or they are of other data.
     *
     * @throws UnusableInput if the file is damaged
     */
    ImputedAttributes read(String digest, Catalogue catalogue) {
        if (!Files.isRegularFile(path)) {
            return ImputedAttributes.none();
        }
        try {
            JsonNode root = JSON.readTree(path.toFile());
            boolean fits =
                    text(root, "schema").equals(SCHEMA) && text(root, "dataDigest").equals(digest);
            return fits ? all(root, catalogue) : ImputedAttributes.none();
        } catch (IOException | IllegalArgumentException e) {
            throw new UnusableInput(
                    path + ": unreadable; delete it, or run 'amalgam profile --attributes' anew",
                    e);
        }
    }

    private static ImputedAttributes all(JsonNode root, Catalogue catalogue) {
        List<Imputed> all = new ArrayList<>();
        for (JsonNode node : root.required("imputed")) {
            all.add(imputed(node, catalogue));
        }
        return new ImputedAttributes(all);
    }

    private static Imputed imputed(JsonNode node, Catalogue catalogue) {
        String id = text(node, "item");
        String label = text(node, "attribute");
        return new Imputed(
                catalogue.find(id).orElseThrow(() -> wrong("item " + id)).index(),
                Attribute.ofLabel(label).orElseThrow(() -> wrong("attribute " + label)),
                text(node, "value"),
                Optional.ofNullable(node.get("from")).map(from -> band(from, node.get("below"))),
                node.required("confidence").doubleValue(),
                text(node, "method"));
    }

    private static PriceBand band(JsonNode from, JsonNode below) {
        return new PriceBand(
                from.doubleValue(), below == null ? Double.POSITIVE_INFINITY : below.doubleValue());
    }

    private static String text(JsonNode node, String field) {
        return Optional.ofNullable(node.required(field).textValue())
                .orElseThrow(() -> wrong(field + " is no text"));
    }

    private static IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(what);
    }
}
