package org.amalgam.pipeline;

import java.util.List;
import java.util.Optional;
import org.amalgam.config.MemberSettings;

/**
 * For whom to recommend: a user of the store, or someone who has just seen these items.
 *
 * @param user the log's own user id
 * @param items the log's own item ids, oldest first; used when no user is given
 * @param explained how many places, from the first, are explained; ≥ 0
 * @param settings of the members; stored members that were trained with others are not used
 */
public record RecommendRequest(
        Optional<String> user,
        List<String> items,
        int k,
        long seed,
        int explained,
        MemberSettings settings) {

    public RecommendRequest {
        items = List.copyOf(items);
        if (user.isEmpty() == items.isEmpty()) {
            throw new IllegalArgumentException("give either a user or items");
        }
        if (k < 1) {
            throw new IllegalArgumentException("k is " + k + "; it must be ≥ 1");
        }
        if (explained < 0) {
            throw new IllegalArgumentException(explained + " places explained; it must be ≥ 0");
        }
    }
}
