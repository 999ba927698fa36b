package org.amalgam.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LatencyRecorderTest {

    private final LatencyRecorder recorder = new LatencyRecorder(100);

    @Test
    void percentilesAreThoseOfTheRecordedTimes() {
        for (int millis = 1; millis <= 100; millis++) {
            recorder.record("fusion", millis * 1_000_000L);
        }
        var fusion = recorder.overall().get("fusion");
        assertThat(fusion.p50Millis()).isCloseTo(50, within(.1));
        assertThat(fusion.p95Millis()).isCloseTo(95, within(.1));
        assertThat(fusion.p99Millis()).isCloseTo(99, within(.1));
        assertThat(fusion.maxMillis()).isCloseTo(100, within(.1));
    }

    @Test
    void theLatestFiguresForgetWhatIsTwoWindowsOld() {
        for (int i = 0; i < 100; i++) {
            recorder.record("fusion", 900_000_000L);
        }
        for (int i = 0; i < 250; i++) {
            recorder.record("fusion", 1_000_000L);
        }
        assertThat(recorder.latest().get("fusion").p99Millis()).isCloseTo(1, within(.01));
        assertThat(recorder.overall().get("fusion").p99Millis()).isGreaterThan(800);
    }

    @Test
    void stagesKeepTheOrderInWhichTheyFirstCame() {
        recorder.record("features", 1);
        recorder.record("lstm", 1);
        recorder.record("features", 1);
        assertThat(List.copyOf(recorder.latest().keySet())).containsExactly("features", "lstm");
    }
}
