package org.amalgam.simulate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.amalgam.config.SimulationSettings;

/**
 * Changes tastes from week to week and writes down each change: one favourite kind gives way to
 * another. The turn of the season, which concerns all, is written first.
 */
final class Drift implements AutoCloseable {

    private static final long WEEK = 7 * 86_400;

    private final Shop shop;
    private final Draws draws;
    private final double chance;
    private final long start;
    private final CsvFile file;

    Drift(SimulationSettings settings, Shop shop, Path truth) throws IOException {
        this.shop = shop;
        this.draws = Draws.of(settings.seed(), "drift");
        this.chance = settings.weeklyDrift();
        this.start = settings.start().getEpochSecond();
        file =
                new CsvFile(
                        truth.resolve("drift.csv"), "time", "scope", "who", "what", "from", "to");
        writeSeason();
    }

    private void writeSeason() {
        double[] factors = shop.seasonFactors();
        for (Assortment.Line line : shop.lines()) {
            int category = line.categoryNumber();
            if (factors[category] != 1) {
                write(
                        shop.seasonTurns(),
                        "category",
                        line,
                        "1",
                        Double.toString(factors[category]));
                factors = factors.clone();
                factors[category] = 1; // each category once, though it has several kinds
            }
        }
    }

    private void write(long time, String scope, Assortment.Line line, String from, String to) {
        file.write(
                Instant.ofEpochSecond(time).toString(),
                scope,
                line.category().name(),
                "popularity",
                from,
                to);
    }

    /** Brings a shopper's taste up to this second. */
    void apply(Shopper shopper, long time) {
        int week = (int) ((time - start) / WEEK);
        for (int next = shopper.week() + 1; next <= week; next++) {
            shopper.setWeek(next);
            if (draws.chance(chance)) {
                long turn = start + next * WEEK;
                int kind = shop.popularKind(turn, draws);
                if (shopper.likesKind(kind)) {
                    continue; // the taste stays as it is
                }
                int old = shopper.replaceKind(draws.below(Shopper.FAVOURITES), kind);
                file.write(
                        Instant.ofEpochSecond(turn).toString(),
                        "shopper",
                        shopper.id(),
                        "favourite kind",
                        name(old),
                        name(kind));
            }
        }
    }

    private String name(int kind) {
        return shop.lines().get(kind).kind().en();
    }

    void addDigest(Map<String, String> digests) {
        digests.put("truth/drift.csv", file.digest());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
