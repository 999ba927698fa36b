package org.amalgam.pipeline;

import java.util.List;
import java.util.Map;
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
     */
    public record Entry(int rank, Item item, double score, Map<String, Double> shares) {}
}
