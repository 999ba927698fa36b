package org.amalgam.simulate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.amalgam.config.SimulationSettings;

/**
 * What the shop advertises: the stronger half of its fads, each while it lasts. Draws nothing by
 * chance, so that all else is as it would be without.
 */
final class Advertising {

    private static final long WEEK = 7 * 86_400;

    private final SimulationSettings settings;
    private final Shop shop;

    Advertising(SimulationSettings settings, Shop shop) {
        this.settings = settings;
        this.shop = shop;
    }

    /** Writes a line for each campaign, by begin; returns the file's SHA-256. */
    String write(Path path) throws IOException {
        CsvFile file = new CsvFile(path, "campaign", "from", "until", "item_id");
        Set<String> names = new HashSet<>();
        try (file) {
            for (Shop.Fad fad : advertised()) {
                file.write(
                        name(fad, names),
                        Instant.ofEpochSecond(fad.from()).toString(),
                        Instant.ofEpochSecond(fad.until()).toString(),
                        shop.product(fad.item()).id());
            }
        }
        return file.digest();
    }

    private List<Shop.Fad> advertised() {
        return shop.fads().stream()
                .sorted(Comparator.comparingDouble(Shop.Fad::pull).reversed())
                .limit((shop.fads().size() + 1) / 2)
                .sorted(
                        Comparator.comparingLong(Shop.Fad::from)
                                .thenComparingInt(Shop.Fad::item)
                                .thenComparingLong(Shop.Fad::until))
                .toList();
    }

    /** As nobody else's. */
    private String name(Shop.Fad fad, Set<String> taken) {
        long week = (fad.from() - settings.start().getEpochSecond()) / WEEK + 1;
        String plain = "week " + week + ": " + shop.product(fad.item()).title().en();
        String name = plain;
        for (int again = 2; !taken.add(name); again++) {
            name = plain + " (" + again + ")";
        }
        return name;
    }
}
