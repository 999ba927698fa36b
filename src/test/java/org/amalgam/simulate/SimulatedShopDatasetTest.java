package org.amalgam.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.amalgam.config.SimulationSettings;
import org.amalgam.domain.stage.TaskMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SimulatedShopDatasetTest {

    /** The command in datasets/README.md. */
    private static final SimulationSettings SETTINGS =
            SimulationSettings.of(600, 1_200, 22_000, 2026);

    @Test
    void theDatasetIsWhatItsCommandWrites(@TempDir Path dir) throws IOException {
        ShopSimulator.write(SETTINGS, dir, TaskMonitor.silent());

        assertThat(ShopSimulatorTest.contents(dir))
                .isEqualTo(ShopSimulatorTest.contents(Path.of("datasets", "simulated-shop")));
    }
}
