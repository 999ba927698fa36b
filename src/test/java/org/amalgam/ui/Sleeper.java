package org.amalgam.ui;

import java.lang.management.ManagementFactory;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * A thread that sleeps, and notes when it is woken late: what the machine and the JVM cost alone.
 */
final class Sleeper {

    private static final long SLEEP_NANOS = 5_000_000L;
    private static final long NOTED_NANOS = 10_000_000L;
    private static final int LONGEST = 10;

    private final ConcurrentLinkedQueue<Late> late = new ConcurrentLinkedQueue<>();

    private volatile boolean stopped;

    private Sleeper() {}

    static Sleeper start() {
        Sleeper sleeper = new Sleeper();
        Thread thread = new Thread(sleeper::sleep, "sleeper");
        thread.setDaemon(true);
        thread.start();
        return sleeper;
    }

    void stop() {
        stopped = true;
    }

    private void sleep() {
        while (!stopped) {
            long begun = System.nanoTime();
            LockSupport.parkNanos(SLEEP_NANOS);
            long over = System.nanoTime() - begun - SLEEP_NANOS;
            if (over > NOTED_NANOS) {
                late.add(new Late(uptimeSeconds() - over / 1e9, over / 1e6));
            }
        }
    }

    private static double uptimeSeconds() {
        return ManagementFactory.getRuntimeMXBean().getUptime() / 1e3;
    }

    /** The latest, with the seconds since the JVM began at which it should have been woken. */
    void print() {
        List<Late> longest =
                late.stream().sorted(Comparator.comparingDouble(Late::millis).reversed()).toList();
        System.out.printf(
                Locale.ROOT,
                "a thread that only sleeps was woken more than 10 ms late %d times%n",
                longest.size());
        longest.stream()
                .limit(LONGEST)
                .forEach(
                        at ->
                                System.out.printf(
                                        Locale.ROOT,
                                        "woken %.1f ms late at %.3f s%n",
                                        at.millis(),
                                        at.seconds()));
    }

    private record Late(double seconds, double millis) {}
}
