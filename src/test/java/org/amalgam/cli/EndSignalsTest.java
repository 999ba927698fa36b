package org.amalgam.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class EndSignalsTest {

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aRequestToTerminateIsHeardInsteadOfEndingTheProgram()
            throws IOException, InterruptedException {
        CountDownLatch heard = new CountDownLatch(1);
        EndSignals signals = new EndSignals(heard::countDown);
        try {
            String self = Long.toString(ProcessHandle.current().pid());
            new ProcessBuilder("kill", "-TERM", self).start().waitFor();
            assertTrue(heard.await(60, TimeUnit.SECONDS));
        } finally {
            signals.close();
        }
    }
}
