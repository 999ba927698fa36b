package org.amalgam.simulate;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.amalgam.domain.Action;
import org.amalgam.domain.UnusableInput;

/**
 * What the simulator wrote of its own foresight ({@code truth/best.csv}): where it had itself put
 * the item of each event among all items, before it drew it. Immutable, thread-safe.
 */
public final class BestRanks {

    private record Key(Instant time, String user, String item, Action action) {}

    private final Map<Key, Double> ranks;

    private final Optional<Instant> seasonTurn;

    private BestRanks(Map<Key, Double> ranks, Optional<Instant> seasonTurn) {
        this.ranks = ranks;
        this.seasonTurn = seasonTurn;
    }

    /**
     * Reads a shop's folder {@code truth}.
     *
     * @throws UnusableInput if it has no such file
     */
    public static BestRanks read(Path truth) {
        Path file = truth.resolve("best.csv");
        if (!Files.isRegularFile(file)) {
            throw new UnusableInput(
                    file + ": not there; --truth takes the folder truth that simulate wrote");
        }
        Map<Key, Double> ranks = new HashMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                Key key =
                        new Key(
                                Instant.parse(row.getField("time")),
                                row.getField("user"),
                                row.getField("item"),
                                Action.valueOf(row.getField("action").toUpperCase(Locale.ROOT)));
                ranks.put(key, Double.parseDouble(row.getField("rank")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
        return new BestRanks(ranks, readSeasonTurn(truth));
    }

    private static Optional<Instant> readSeasonTurn(Path truth) {
        Path file = truth.resolve("drift.csv");
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return rows.stream()
                    .filter(row -> row.getField("scope").equals("category"))
                    .map(row -> Instant.parse(row.getField("time")))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    /** When the popularity of whole categories changed; empty if it did not. */
    public Optional<Instant> seasonTurn() {
        return seasonTurn;
    }

    /** Mean rank, from 1; empty for an event that no visit under way led to. */
    public OptionalDouble of(Instant time, String user, String item, Action action) {
        Double rank = ranks.get(new Key(time, user, item, action));
        return rank == null ? OptionalDouble.empty() : OptionalDouble.of(rank);
    }
}
