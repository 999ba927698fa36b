package org.amalgam.pipeline;

import java.util.Collection;
import java.util.Map;
import org.amalgam.model.Members;
import org.amalgam.model.network.Backend;
import org.amalgam.model.network.NetworkMember;

/** What a run's networks ran on, as its report says it. */
final class Engines {

    private Engines() {}

    /**
     * Adds the number of BLAS threads, on which results depend in their last bits, and where there
     * are networks ND4J's own account of itself.
     *
     * @param members names of all that take part
     */
    static void addTo(Map<String, Object> settings, Collection<String> members) {
        settings.put("blasThreads", System.getenv().getOrDefault("OMP_NUM_THREADS", "unset"));
        boolean networks =
                members.stream()
                        .anyMatch(name -> Members.listing(name).type() == NetworkMember.class);
        if (networks) {
            settings.put("backend", Backend.current().line());
        }
    }
}
