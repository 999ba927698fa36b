package org.amalgam.pipeline;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.amalgam.kernel.FloatKernels;
import org.amalgam.model.Members;
import org.amalgam.model.network.Backend;
import org.amalgam.model.network.NetworkMember;

/** What networks run on. */
final class Engines {

    private Engines() {}

    /**
     * Adds the number of BLAS threads, on which results depend in their last bits, what scoring
     * runs on, and where there are networks ND4J's own account of itself.
     *
     * @param members names of all that take part
     */
    static void addTo(Map<String, Object> settings, Collection<String> members) {
        settings.put("blasThreads", System.getenv().getOrDefault("OMP_NUM_THREADS", "unset"));
        settings.put("kernels", FloatKernels.best().name());
        if (anyNetwork(members)) {
            settings.put("backend", Backend.current().line());
        }
    }

    private static boolean anyNetwork(Collection<String> members) {
        return members.stream()
                .anyMatch(name -> Members.listing(name).type() == NetworkMember.class);
    }

    /** For these members; empty when none of them is a network. */
    static Optional<NetworkEngine> of(Collection<String> members) {
        if (!anyNetwork(members)) {
            return Optional.empty();
        }
        Backend backend = Backend.current();
        FloatKernels kernels = FloatKernels.best();
        return Optional.of(
                new NetworkEngine(
                        backend.name(),
                        backend.device(),
                        backend.missedDevice(),
                        backend.blas(),
                        backend.threads(),
                        kernels.lanes(),
                        backend.line() + "; scoring in " + kernels.name()));
    }
}
