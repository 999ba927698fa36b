package org.amalgam.model.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class BackendTest {

    private static Properties environment(String backend) {
        Properties environment = new Properties();
        environment.put("backend", backend);
        environment.put("blas.vendor", "OPENBLAS");
        environment.put("blas.threads", 1);
        return environment;
    }

    @Test
    void theOneInUseIsTheCpu() {
        Backend backend = Backend.current();
        assertThat(backend.name()).isEqualTo("CPU");
        assertThat(backend.blas()).isEqualTo("OPENBLAS");
        assertThat(backend.device()).isEmpty();
        assertThat(backend.missedDevice()).isFalse();
        assertThat(backend.line()).startsWith("ND4J on the CPU, OPENBLAS with ");
    }

    @Test
    void cudaWithoutADeviceIsSaidInTheSameLine() {
        Backend backend = Backend.of(environment("CPU"), true);
        assertThat(backend.missedDevice()).isTrue();
        assertThat(backend.line())
                .isEqualTo(
                        "ND4J on the CPU, OPENBLAS with 1 thread; it came with CUDA and found no"
                                + " device");
    }

    @Test
    void aDeviceIsNamed() {
        Properties environment = environment("CUDA");
        environment.put("blas.vendor", "CUBLAS");
        environment.put("cuda.devicesInformation", List.of(Map.of("cuda.deviceName", "Example 1")));
        Backend backend = Backend.of(environment, true);
        assertThat(backend.device()).contains("Example 1");
        assertThat(backend.line()).isEqualTo("ND4J on CUDA, Example 1, CUBLAS with 1 thread");
    }

    @Test
    void whatNd4jDoesNotTellIsNoError() {
        Backend backend = Backend.of(new Properties(), false);
        assertThat(backend.line()).isEqualTo("ND4J on the CPU, unknown BLAS with 0 threads");
        Properties cuda = new Properties();
        cuda.put("backend", "CUDA");
        assertThat(Backend.of(cuda, true).device()).contains("unknown device");
    }
}
