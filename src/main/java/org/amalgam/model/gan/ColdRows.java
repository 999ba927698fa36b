package org.amalgam.model.gan;

import java.util.List;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.Item;
import org.amalgam.domain.Session;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.model.content.ContentVectors;
import org.amalgam.model.network.ItemRows;

/**
 * Gives a trained network's new items rows by their content, where the catalogue has any. Without a
 * discriminator, which on the validation part of Online Retail made the rows worse.
 */
final class ColdRows {

    private static final int TRAINING_STATES = 50_000;
    private static final int VALIDATION_STATES = 10_000;
    private static final int VALIDATION_SHARE = 10;

    private ColdRows() {}

    /**
     * Writes rows of items with fewer than {@value ColdSplit#WARM_EVENTS} training events. The
     * latest tenth of the sessions says when to stop and how far these items' scores may be raised.
     */
    static void complete(TrainingSet data, ItemRows rows, long seed, TaskMonitor monitor) {
        int[] counts = data.itemCounts();
        if (!hasDescribedColdItem(data.catalogue(), counts)) {
            return;
        }
        monitor.progress("gan, content of items", 0, 1);
        List<Session> sessions = data.sessions();
        int late = sessions.size() - sessions.size() / VALIDATION_SHARE;
        RowStates training = states(rows, sessions.subList(0, late), TRAINING_STATES, seed);
        RowStates validation =
                states(rows, sessions.subList(late, sessions.size()), VALIDATION_STATES, seed);
        ColdStartData known =
                new ColdStartData(
                        ContentVectors.of(data.catalogue(), seed),
                        rows.copy(),
                        Demand.of(data),
                        training,
                        validation);
        ColdStartGenerator.fit(known, ColdStartMethod.GENERATOR, seed, monitor)
                .ifPresent(cold -> cold.writeTo(rows::put));
    }

    private static boolean hasDescribedColdItem(Catalogue catalogue, int[] counts) {
        return catalogue.items().stream()
                .anyMatch(item -> counts[item.index()] < ColdSplit.WARM_EVENTS && described(item));
    }

    private static boolean described(Item item) {
        return item.title().isPresent()
                || item.titleZh().isPresent()
                || item.brand().isPresent()
                || item.category().isPresent();
    }

    private static RowStates states(ItemRows rows, List<Session> sessions, int most, long seed) {
        return RowStates.of(rows, SessionSamples.draw(sessions, most, seed));
    }
}
