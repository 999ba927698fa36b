package org.amalgam.app;

import static org.amalgam.app.CommandRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.amalgam.domain.Campaign;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.pipeline.Workbench;
import org.amalgam.pipeline.WorkbenchFactory.ShopSize;
import org.amalgam.pipeline.Workbenches;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Campaigns from the simulated shop's files to what commands and screens are told. */
class CampaignCommandLineTest {

    @TempDir Path home;

    private static JsonNode json(CommandRun ran) throws IOException {
        assertThat(ran.code()).as(ran.error()).isZero();
        return new ObjectMapper().readTree(ran.out());
    }

    @Test
    void theDemoShopsCampaignsAreLoadedAndTold() throws IOException {
        Workbenches workbenches = new Workbenches(new ShopSize(60, 120, 1_500));
        List<Path> files = workbenches.writeDemoShop(home.resolve("shop"), TaskMonitor.silent());
        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .containsExactly("items.csv", "events.csv", "campaigns.csv");
        int lines = Files.readAllLines(files.get(2)).size() - 1;
        String store = home.resolve("store").toString();

        CommandRun before = run("import", files.get(0).toString(), "--db", store);
        assertThat(before.out()).doesNotContain("campaigns");
        assertThat(
                        json(run("import", files.get(1).toString(), "--db", store, "--json"))
                                .get("campaigns")
                                .asLong())
                .isZero();
        CommandRun loaded = run("import", files.get(2).toString(), "--db", store);
        assertThat(loaded.out()).contains("campaigns, new or changed: " + lines);

        JsonNode overview = json(run("profile", "--db", store, "--json")).get("tables").get(0);
        assertThat(overview.get("rows").toString()).endsWith("[\"campaigns\",\"" + lines + "\"]]");
        try (Workbench workbench = workbenches.open(Path.of(store))) {
            assertThat(workbench.campaigns()).hasSize(lines);
            assertThat(workbench.campaigns())
                    .extracting(Campaign::items)
                    .allSatisfy(items -> assertThat(items).hasSize(1));
        }
    }
}
