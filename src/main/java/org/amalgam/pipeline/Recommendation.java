package org.amalgam.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amalgam.domain.Explanation;
import org.amalgam.domain.Item;

/** One list with its reasons. */
public record Recommendation(List<Item> because, List<Entry> list) {

    public Recommendation {
        because = List.copyOf(because);
        list = List.copyOf(list);
    }

    /**
     * One place.
     *
     * @param rank from 1
     * @param shares what each member added to the score
     * @param because why; only of the places that were to be explained
     */
    public record Entry(
            int rank,
            Item item,
            double score,
            Map<String, Double> shares,
            Optional<Explanation> because) {}
}
