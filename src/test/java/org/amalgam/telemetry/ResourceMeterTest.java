package org.amalgam.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicLong;
import org.amalgam.domain.ResourceUse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResourceMeterTest {

    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong now = new AtomicLong();
    private final AtomicLong cpu = new AtomicLong();
    private final int processors = Runtime.getRuntime().availableProcessors();
    private final ResourceMeter meter = new ResourceMeter(now::get, cpu::get);

    @AfterEach
    void stop() {
        meter.close();
    }

    private void pass(double seconds, double busyProcessors) {
        now.addAndGet((long) (seconds * SECOND));
        cpu.addAndGet((long) (seconds * busyProcessors * SECOND));
    }

    @Test
    void loadIsTheShareOfAllProcessorsLatelyAndOverall() {
        pass(3, processors);
        assertThat(meter.read().cpuLoad()).isCloseTo(1, within(1e-9));
        pass(1, 0);
        ResourceUse idle = meter.read();
        assertThat(idle.cpuLoad()).isZero();
        assertThat(idle.meanCpuLoad()).isCloseTo(.75, within(1e-9));
    }

    @Test
    void pausesAreAddedUpAndTheLongestOfTheLastMinuteIsForgottenInTime() {
        meter.collected("G1 Young Generation", 40, 900, 300);
        pass(50, 0);
        meter.collected("G1 Young Generation", 15, 700, 310);
        ResourceUse use = meter.read();
        assertThat(use.longestPauseMillis()).isEqualTo(40);
        assertThat(use.recentPauseMillis()).isEqualTo(40);
        pass(30, 0);
        ResourceUse later = meter.read();
        assertThat(later.recentPauseMillis()).isEqualTo(15);
        assertThat(later.longestPauseMillis()).isEqualTo(40);
    }

    @Test
    void workBesideTheProgramIsNoPause() {
        meter.collected("ZGC Cycles", 500, 900, 300);
        ResourceUse use = meter.read();
        assertThat(use.longestPauseMillis()).isZero();
        assertThat(use.gcMillis()).isGreaterThanOrEqualTo(500);
    }

    @Test
    void theHeapPeaksRightBeforeACollectionWhereNobodyLooks() {
        double beyondAnyHeap = 1e7;
        meter.collected("G1 Young Generation", 5, beyondAnyHeap, 300);
        assertThat(meter.read().heapPeakMb()).isEqualTo(beyondAnyHeap);
    }

    @Test
    void aCollectionOfThisVeryProcessIsHeardOf() throws InterruptedException {
        for (int wait = 0; wait < 500 && meter.read().heapAfterGcMb().isEmpty(); wait++) {
            System.gc();
            Thread.sleep(10);
        }
        ResourceUse use = meter.read();
        assertThat(use.gcCount()).isPositive();
        assertThat(use.heapAfterGcMb()).hasValueSatisfying(mb -> assertThat(mb).isPositive());
        assertThat(use.heapPeakMb()).isGreaterThanOrEqualTo(use.heapAfterGcMb().orElseThrow());
    }
}
