package org.amalgam.ui.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final Pace pace = new Pace();

    private static long seconds(long seconds) {
        return seconds * 1_000_000_000L;
    }

    @Test
    void workGoesOnAsFastAsItWent() {
        pace.report(0.25, seconds(10));
        pace.report(0.5, seconds(20));
        assertEquals(Optional.of(Duration.ofSeconds(20)), pace.left(seconds(20)));
    }

    @Test
    void timePassesBetweenReportsToo() {
        pace.report(0, 0);
        pace.report(0.5, seconds(30));
        assertEquals(Optional.of(Duration.ofSeconds(25)), pace.left(seconds(35)));
        assertEquals(Optional.of(Duration.ZERO), pace.left(seconds(99)));
    }

    @Test
    void nothingIsSaidBeforeAnythingWasDone() {
        assertEquals(Optional.empty(), pace.left(0));
        pace.report(0.4, seconds(1));
        pace.report(0.41, seconds(9));
        assertEquals(Optional.empty(), pace.left(seconds(9)));
    }
}
