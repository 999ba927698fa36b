package org.amalgam.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The machine a run was made on, as far as it matters for speed.
 *
 * @param cpu model of the processor; the architecture where the model cannot be read
 * @param maxHeapMegabytes upper limit of the heap
 * @param ompThreads OMP_NUM_THREADS; {@code unset} when not set. Training differs in last bits
 *     between numbers of threads
 * @param blasCore OPENBLAS_CORETYPE, the kind of processor whose kernels OpenBLAS was told to take;
 *     {@code unset} when it found out by itself. Training differs in last bits between kinds
 */
public record Machine(
        int cores,
        String cpu,
        long maxHeapMegabytes,
        String os,
        String java,
        String ompThreads,
        String blasCore) {

    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    /** The machine this runs on. */
    public static Machine describe() {
        Runtime runtime = Runtime.getRuntime();
        return new Machine(
                runtime.availableProcessors(),
                cpuModel().orElse(System.getProperty("os.arch")),
                runtime.maxMemory() >> 20,
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.version"),
                environment("OMP_NUM_THREADS"),
                environment("OPENBLAS_CORETYPE"));
    }

    private static String environment(String name) {
        return System.getenv().getOrDefault(name, "unset");
    }

    private static Optional<String> cpuModel() {
        if (!Files.isReadable(CPU_INFO)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(CPU_INFO)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty(); // a nicety; the run matters more
        }
    }
}
