package org.amalgam.model.network;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What ND4J runs on.
 *
 * @param name {@code CPU} or {@code CUDA}
 * @param blas library for matrix products, as ND4J names it
 * @param threads of that library
 * @param device the first graphics device; empty on the CPU
 * @param missedDevice whether ND4J came with CUDA and found no device for it
 */
public record Backend(
        String name, String blas, int threads, Optional<String> device, boolean missedDevice) {

    private static final String CUDA_BACKEND = "org.nd4j.linalg.jcublas.JCublasBackend";

    /** The one in use, which is loaded by this if need be: that takes a second. */
    public static Backend current() {
        return of(Nd4j.getExecutioner().getEnvironmentInformation(), isOnClassPath(CUDA_BACKEND));
    }

    /**
     * Reads ND4J's own account of itself.
     *
     * @param cuda whether ND4J came with CUDA
     */
    static Backend of(Properties environment, boolean cuda) {
        String name = text(environment.get("backend"), "CPU").toUpperCase(Locale.ROOT);
        boolean onDevice = name.equals("CUDA");
        return new Backend(
                name,
                text(environment.get("blas.vendor"), "unknown BLAS"),
                Integer.parseInt(text(environment.get("blas.threads"), "0")),
                onDevice ? Optional.of(device(environment)) : Optional.empty(),
                cuda && !onDevice);
    }

    private static String device(Properties environment) {
        if (environment.get("cuda.devicesInformation") instanceof List<?> devices
                && !devices.isEmpty()
                && devices.get(0) instanceof Map<?, ?> first) {
            return text(first.get("cuda.deviceName"), "unknown device");
        }
        return "unknown device";
    }

    private static String text(Object value, String otherwise) {
        return value == null ? otherwise : value.toString();
    }

    private static boolean isOnClassPath(String type) {
        try {
            Class.forName(type, false, Backend.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** In a line, such as {@code ND4J on the CPU, OPENBLAS with 1 thread}. */
    public String line() {
        String where = device.map(name -> "CUDA, " + name).orElse("the CPU");
        String missed = missedDevice ? "; it came with CUDA and found no device" : "";
        return "ND4J on "
                + where
                + ", "
                + blas
                + " with "
                + threads
                + (threads == 1 ? " thread" : " threads")
                + missed;
    }
}
