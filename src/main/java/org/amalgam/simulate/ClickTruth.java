package org.amalgam.simulate;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.amalgam.domain.UnusableInput;

/**
 * The clicks that a simulated shop's own shoppers would give to lists, by what the simulator wrote
 * of them: {@link ClickModel} with the shoppers' tastes, which change in time, and the items' true
 * traits, all rounded to three digits. Immutable, thread-safe.
 */
public final class ClickTruth {

    private final ClickModel model;
    private final Map<String, Traits> items = new HashMap<>();
    private final Map<String, Taste> users = new HashMap<>();

    private ClickTruth(ClickModel model) {
        this.model = model;
    }

    @SuppressWarnings("ArrayRecordComponent") // read only, never compared
    private record Traits(String kind, String brand, double level, double[] values) {}

    /** A shopper; the favourite kinds are those from a time on. */
    @SuppressWarnings("ArrayRecordComponent") // read only, never compared
    private record Taste(
            double level,
            NavigableMap<Instant, Set<String>> kinds,
            Set<String> brands,
            double[] values) {}

    /**
     * Reads a shop's folder {@code truth}.
     *
     * @throws UnusableInput if it lacks one of the files, or one cannot be read
     */
    public static ClickTruth read(Path truth) {
        Path parameters = truth.resolve("clicks.json");
        try {
            ObjectMapper json = new ObjectMapper();
            ClickModel model =
                    json.treeToValue(
                            json.readTree(parameters.toFile()).required("parameters"),
                            ClickModel.class);
            ClickTruth clicks = new ClickTruth(model);
            rows(truth.resolve("items.csv"), clicks::addItem);
            rows(truth.resolve("users.csv"), clicks::addUser);
            rows(truth.resolve("drift.csv"), clicks::addChange);
            return clicks;
        } catch (IOException | IllegalArgumentException e) {
            throw new UnusableInput(
                    truth
                            + ": the click model cannot be read ("
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
                            + "); --truth takes the folder truth that simulate wrote",
                    e);
        }
    }

    private static void rows(Path file, Consumer<NamedCsvRecord> each) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file.getFileName() + " is not there");
        }
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            rows.forEach(each);
        }
    }

    private void addItem(NamedCsvRecord row) {
        items.put(
                row.getField("item"),
                new Traits(
                        row.getField("kind"),
                        row.getField("brand"),
                        Double.parseDouble(row.getField("price_level")),
                        vector(row.getField("traits"))));
    }

    private void addUser(NamedCsvRecord row) {
        NavigableMap<Instant, Set<String>> kinds = new TreeMap<>();
        kinds.put(Instant.MIN, names(row.getField("favourite_kinds")));
        users.put(
                row.getField("user"),
                new Taste(
                        Double.parseDouble(row.getField("price_level")),
                        kinds,
                        names(row.getField("favourite_brands")),
                        vector(row.getField("taste"))));
    }

    /** One favourite kind gives way to another; other changes concern no single shopper. */
    private void addChange(NamedCsvRecord row) {
        Taste taste = users.get(row.getField("who"));
        if (!row.getField("scope").equals("shopper") || taste == null) {
            return;
        }
        Set<String> kinds = new HashSet<>(taste.kinds().lastEntry().getValue());
        kinds.remove(row.getField("from"));
        kinds.add(row.getField("to"));
        taste.kinds().put(Instant.parse(row.getField("time")), kinds);
    }

    private static Set<String> names(String joined) {
        // A shopper may like two brands of one name, from two departments.
        return Set.copyOf(List.of(joined.split("; ", -1)));
    }

    private static double[] vector(String joined) {
        String[] parts = joined.split(" ", -1);
        double[] values = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            values[i] = Double.parseDouble(parts[i]);
        }
        return values;
    }

    /**
     * Clicks that a list gets on average: Σ examination(position) · attraction(shopper, item).
     *
     * @param list items, the first at position 1; one that the shop does not know gets none
     * @return empty for a shopper that the shop does not know, as a robot
     */
    public OptionalDouble expectedClicks(Instant time, String user, List<String> list) {
        Taste taste = users.get(user);
        if (taste == null) {
            return OptionalDouble.empty();
        }
        Set<String> kinds = taste.kinds().floorEntry(time).getValue();
        double sum = 0;
        for (int i = 0; i < list.size(); i++) {
            Traits item = items.get(list.get(i));
            if (item != null) {
                sum += model.examination(i + 1) * attraction(taste, kinds, item);
            }
        }
        return OptionalDouble.of(sum);
    }

    private double attraction(Taste taste, Set<String> kinds, Traits item) {
        double dot = 0;
        for (int i = 0; i < item.values().length; i++) {
            dot += taste.values()[i] * item.values()[i];
        }
        return model.attraction(
                dot / StrictMath.sqrt(item.values().length),
                kinds.contains(item.kind()),
                taste.brands().contains(item.brand()),
                Math.abs(item.level() - taste.level()));
    }
}
