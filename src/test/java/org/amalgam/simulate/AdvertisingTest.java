package org.amalgam.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.amalgam.config.SimulationSettings;
import org.amalgam.domain.stage.TaskMonitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdvertisingTest {

    @TempDir static Path folder;
    private static SimulatedFiles files;

    @BeforeAll
    static void writeOnce() throws IOException {
        ShopSimulator.write(SimulationSettings.of(40, 200, 1_000, 5), folder, TaskMonitor.silent());
        files = new SimulatedFiles(folder);
    }

    @Test
    void theStrongerHalfOfTheFadsIsAdvertisedWhileItLasts() throws IOException {
        List<List<String>> fads = files.rows("truth/fads.csv");
        List<List<String>> campaigns =
                files.rows("campaigns.csv").stream().map(row -> row.subList(1, 4)).toList();
        List<Double> advertised = new ArrayList<>();
        List<Double> others = new ArrayList<>();
        for (List<String> fad : fads) {
            boolean told = campaigns.contains(List.of(fad.get(1), fad.get(2), fad.get(0)));
            (told ? advertised : others).add(Double.parseDouble(fad.get(3)));
        }

        assertThat(campaigns)
                .hasSize((fads.size() + 1) / 2)
                .hasSameSizeAs(advertised)
                .isSortedAccordingTo(Comparator.comparing(row -> row.get(0)));
        // The truth's pulls are rounded, so two may look alike.
        assertThat(Collections.min(advertised)).isGreaterThanOrEqualTo(Collections.max(others));
    }

    @Test
    void aCampaignIsNamedByItsWeekAndProduct() throws IOException {
        Set<String> names = new HashSet<>();
        for (List<String> campaign : files.rows("campaigns.csv")) {
            String title =
                    files.rows("items.csv").stream()
                            .filter(item -> item.get(0).equals(campaign.get(3)))
                            .map(item -> item.get(1))
                            .findFirst()
                            .orElseThrow();
            assertThat(campaign.get(0)).matches("week [1-7]: .*").contains(title);
            assertThat(names.add(campaign.get(0))).as(campaign.get(0)).isTrue();
        }
    }
}
