package org.amalgam.simulate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.amalgam.config.SimulationSettings;
import org.amalgam.domain.stage.TaskMonitor;

/**
 * Writes a simulated shop: its log, its catalogue, its campaigns and the truth behind them. The
 * same settings give the same bytes on every platform.
 */
public final class ShopSimulator {

    private ShopSimulator() {}

    /**
     * Writes events.csv, items.csv, campaigns.csv, manifest.json and the folder truth, replacing
     * files of these names. Memory does not grow with the number of events.
     *
     * @param dir made when it does not exist
     * @throws java.util.concurrent.CancellationException if the monitor says so; what was written
     *     by then is incomplete
     */
    public static SimulationSummary write(
            SimulationSettings settings, Path dir, TaskMonitor monitor) {
        try {
            Files.createDirectories(dir.resolve("truth"));
            return writeAll(settings, dir, monitor);
        } catch (IOException e) {
            throw new UncheckedIOException("writing a simulated shop to " + dir, e);
        }
    }

    private static SimulationSummary writeAll(
            SimulationSettings settings, Path dir, TaskMonitor monitor) throws IOException {
        Path truthDir = dir.resolve("truth");
        Map<String, String> digests = new TreeMap<>();
        Shop shop = new Shop(settings);
        Population population = new Population(settings, shop);
        Outages outages = new Outages(settings);
        TruthWriter truth = new TruthWriter(settings, shop, dir, digests);
        truth.writeCatalogue();
        digests.put(
                "campaigns.csv",
                new Advertising(settings, shop).write(dir.resolve("campaigns.csv")));
        truth.writeItems();
        truth.writeUsers(population); // before the traffic, in which tastes drift
        truth.writeFads();
        truth.writeGaps(outages);
        truth.writeClickModel();
        EventLog log = new EventLog(settings, shop, dir, truthDir);
        Drift drift = new Drift(settings, shop, truthDir);
        Traffic traffic;
        try (log;
                drift) {
            traffic = new Traffic(settings, shop, population, outages, drift, log);
            traffic.run(monitor);
        }
        log.addDigests(digests);
        drift.addDigest(digests);
        truth.writeBots(traffic.robots());
        SimulationSummary summary = summary(settings, population, outages, log, digests);
        truth.writeManifest(summary);
        monitor.progress("simulating", settings.events(), settings.events());
        return summary;
    }

    private static SimulationSummary summary(
            SimulationSettings settings,
            Population population,
            Outages outages,
            EventLog log,
            Map<String, String> digests) {
        Map<String, Long> actions = new LinkedHashMap<>();
        log.counts().forEach((action, n) -> actions.put(action.name().toLowerCase(Locale.ROOT), n));
        return new SimulationSummary(
                log.lines(),
                settings.users(),
                settings.items(),
                population.botIds().size(),
                actions,
                log.copies(),
                log.flaws(),
                outages.gaps().size(),
                digests);
    }
}
