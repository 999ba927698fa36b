package org.amalgam.pipeline.shop;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.amalgam.domain.Event;
import org.amalgam.domain.FusionWeights;

/**
 * A list to be made for someone who did all this and nothing else.
 *
 * @param history steps of one user in order of time, as they were or as they might have been; may
 *     be empty. Numbers of events are not looked at.
 * @param asOf moment of the list, not before the last step: items that first occurred later are no
 *     candidates
 * @param method one of {@link ShopWindow#METHODS}
 * @param weights of the members; those without weight take no part
 * @param k length of the list, ≥ 1
 * @param explained how many places, from the first, get a reason; ≥ 0
 */
public record ListRequest(
        List<Event> history,
        Instant asOf,
        String method,
        FusionWeights weights,
        int k,
        int explained) {

    public ListRequest {
        history = List.copyOf(history);
        requireNonNull(asOf, "asOf");
        requireNonNull(method, "method");
        requireNonNull(weights, "weights");
        if (k < 1 || explained < 0) {
            throw new IllegalArgumentException("k " + k + ", explained " + explained);
        }
        if (!history.isEmpty() && asOf.isBefore(history.get(history.size() - 1).time())) {
            throw new IllegalArgumentException("a list as of " + asOf + " from later steps");
        }
    }
}
