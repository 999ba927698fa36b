package org.amalgam.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What {@code evaluate sessions} shall do.
 *
 * @param train sessions to learn from
 * @param test sessions to predict, step by step
 * @param weights weights by hand; empty for equal ones (or learned, as {@code fusion} says)
 */
public record SessionsRequest(
        Path train,
        Path test,
        List<String> members,
        String fusion,
        Map<String, Double> weights,
        long seed) {

    public SessionsRequest {
        members = List.copyOf(members);
        weights = Map.copyOf(weights);
    }
}
