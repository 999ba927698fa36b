package org.amalgam.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * What the shop advertised for some time. Known for people to see when it was; nothing is learned
 * from it.
 *
 * @param name tells it from all other campaigns of the shop; not blank
 * @param from its first moment
 * @param until just after its last moment; {@code from} &lt; {@code until}
 * @param items dense numbers of what it advertises, ascending, none twice; those of its items that
 *     the catalogue does not have are not among them, so there may be none
 */
public record Campaign(String name, Instant from, Instant until, List<Integer> items) {

    /**
     * @throws IllegalArgumentException if the name is blank or it ends before it has begun
     */
    public Campaign {
        requireNonNull(name, "name");
        if (name.isBlank()) {
            throw new IllegalArgumentException("a campaign without a name");
        }
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException(
                    "campaign " + name + " from " + from + " until " + until);
        }
        items = items.stream().sorted().distinct().toList();
    }
}
