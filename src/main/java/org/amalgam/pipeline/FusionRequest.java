package org.amalgam.pipeline;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How a run shall fuse.
 *
 * @param method name of a fusion method; see {@link ReplayRequest#FUSIONS}
 * @param weights by hand, in place of equal or learned ones; empty for those. Naming a baseline
 *     fuses it, with that weight.
 * @param baselines fused beside the members, with weights that are found like theirs
 */
public record FusionRequest(String method, Map<String, Double> weights, Set<String> baselines) {

    public FusionRequest {
        requireNonNull(method, "method");
        weights = Collections.unmodifiableMap(new TreeMap<>(weights));
        baselines = Collections.unmodifiableSet(new TreeSet<>(baselines));
    }

    /** The members alone, with the weights that the method finds. */
    public static FusionRequest by(String method) {
        return new FusionRequest(method, Map.of(), Set.of());
    }

    /** The request among the settings of a report. */
    public void addTo(Map<String, Object> settings) {
        settings.put("fusion", method);
        settings.put("weights", weights.toString());
        settings.put("fusedBaselines", String.join(",", baselines));
    }

    /** Whom the request names, by a weight or as fused. */
    public Set<String> named() {
        Set<String> named = new LinkedHashSet<>(weights.keySet());
        named.addAll(baselines);
        return named;
    }
}
