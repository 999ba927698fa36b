package org.amalgam.domain;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a member may learn from: everything before the split, nothing after it.
 *
 * @param catalogue all items that may ever be ranked; those without a step in {@code sessions} are
 *     new to the model
 * @param sessions in order of their start
 */
public record TrainingSet(Catalogue catalogue, List<Session> sessions) {

    public TrainingSet {
        requireNonNull(catalogue, "catalogue");
        sessions = List.copyOf(sessions);
    }

    public int itemCount() {
        return catalogue.size();
    }

    /** How often each item occurs, by dense number. */
    public int[] itemCounts() {
        int[] counts = new int[itemCount()];
        for (Session session : sessions) {
            for (int i = 0; i < session.steps().length(); i++) {
                counts[session.steps().item(i)]++;
            }
        }
        return counts;
    }
}
