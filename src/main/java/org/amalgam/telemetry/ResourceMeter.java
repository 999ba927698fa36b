package org.amalgam.telemetry;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GcInfo;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;
import org.amalgam.domain.ResourceUse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures what this process takes of its machine from the moment the meter is made. Collections
 * are heard of from the JVM as they happen; everything else is read when it is asked for, at most a
 * few times a second. Thread-safe.
 */
public final class ResourceMeter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ResourceMeter.class);

    private static final long SAMPLE_NANOS = 250_000_000L;
    private static final long LOAD_NANOS = 1_000_000_000L;
    private static final double BYTES_PER_MB = 1 << 20;

    /** Looked up once: that takes longer than asking it. */
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final LongSupplier nanoTime;
    private final LongSupplier cpuNanos;
    private final int processors = Runtime.getRuntime().availableProcessors();
    private final NotificationListener listener = this::heard;
    private final Set<String> heapPools;
    private final GarbageLog garbage = new GarbageLog();
    private final long begunAt;
    private final long cpuAtBegin;
    private long loadSince;
    private long cpuSince;
    private double load;
    private long sampledAt;
    private double heapMb;

    /** Begins to measure. */
    public ResourceMeter() {
        this(System::nanoTime, ResourceMeter::processNanos);
    }

    /**
     * Likewise.
     *
     * @param cpuNanos time all processors have spent on this process
     */
    ResourceMeter(LongSupplier nanoTime, LongSupplier cpuNanos) {
        this.nanoTime = nanoTime;
        this.cpuNanos = cpuNanos;
        this.begunAt = nanoTime.getAsLong();
        this.cpuAtBegin = cpuNanos.getAsLong();
        this.loadSince = begunAt;
        this.cpuSince = cpuAtBegin;
        this.sampledAt = begunAt - SAMPLE_NANOS;
        this.heapPools =
                ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(pool -> pool.getName())
                        .collect(Collectors.toUnmodifiableSet());
        for (NotificationEmitter collector : collectors()) {
            collector.addNotificationListener(listener, null, null);
        }
    }

    private static long processNanos() {
        return SYSTEM.getProcessCpuTime();
    }

    private static List<NotificationEmitter> collectors() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .filter(NotificationEmitter.class::isInstance)
                .map(NotificationEmitter.class::cast)
                .toList();
    }

    private void heard(Notification notification, Object handback) {
        String wanted = GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION;
        if (notification.getType().equals(wanted)
                && notification.getUserData() instanceof CompositeData data) {
            GarbageCollectionNotificationInfo told = GarbageCollectionNotificationInfo.from(data);
            GcInfo info = told.getGcInfo();
            collected(
                    told.getGcName(),
                    info.getDuration(),
                    heapOf(info.getMemoryUsageBeforeGc()),
                    heapOf(info.getMemoryUsageAfterGc()));
        }
    }

    private double heapOf(Map<String, MemoryUsage> pools) {
        return pools.entrySet().stream()
                        .filter(pool -> heapPools.contains(pool.getKey()))
                        .mapToLong(pool -> pool.getValue().getUsed())
                        .sum()
                / BYTES_PER_MB;
    }

    /** A collection is over. */
    synchronized void collected(String collector, long millis, double beforeMb, double afterMb) {
        garbage.collected(nanoTime.getAsLong(), collector, millis, beforeMb, afterMb);
    }

    /** What has been measured so far. */
    public synchronized ResourceUse read() {
        long now = nanoTime.getAsLong();
        if (now - sampledAt >= SAMPLE_NANOS) {
            sampledAt = now;
            sample(now);
        }
        return new ResourceUse(
                heapMb,
                Runtime.getRuntime().maxMemory() / BYTES_PER_MB,
                garbage.afterMb(),
                garbage.peakMb(),
                garbage.count(),
                garbage.millis(),
                garbage.longest(),
                garbage.longestSince(now),
                load,
                share(cpuNanos.getAsLong() - cpuAtBegin, now - begunAt));
    }

    private void sample(long now) {
        heapMb = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / BYTES_PER_MB;
        garbage.inUse(heapMb);
        if (now - loadSince >= LOAD_NANOS || load == 0) {
            long cpu = cpuNanos.getAsLong();
            load = share(cpu - cpuSince, now - loadSince);
            cpuSince = cpu;
            loadSince = now;
        }
    }

    /** Within 0 and 1, for the two clocks tick apart. */
    private double share(long cpu, long real) {
        return real <= 0 ? 0 : Math.max(0, Math.min(1, (double) cpu / real / processors));
    }

    /** Hears of no more collections. */
    @Override
    public void close() {
        for (NotificationEmitter collector : collectors()) {
            try {
                collector.removeNotificationListener(listener);
            } catch (ListenerNotFoundException e) {
                LOG.debug("the meter had not been listening to {}", collector, e);
            }
        }
    }
}
