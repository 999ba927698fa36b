package org.amalgam.model.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.amalgam.config.NetworkSettings;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.Session;

/**
 * Cuts sessions into packed batches that hold every target once. Sessions are taken in order of
 * time, for what shoppers want drifts; inside a window of them, those of like length go together
 * and the batches are shuffled.
 */
final class BatchPlan {

    /** Sequences among which like lengths are brought together. */
    private static final int WINDOW = 4096;

    private BatchPlan() {}

    /** One epoch's batches of about {@code settings.batchTargets()} targets. */
    static List<PackedBatch> of(
            List<Session> sessions, NetworkSettings settings, SplittableRandom random) {
        List<ItemSequence> pieces = pieces(sessions, settings.maxSteps());
        List<PackedBatch> plan = new ArrayList<>();
        for (int from = 0; from < pieces.size(); from += WINDOW) {
            int to = Math.min(pieces.size(), from + WINDOW);
            List<ItemSequence> window = new ArrayList<>(pieces.subList(from, to));
            window.sort(Comparator.comparingInt(ItemSequence::length).reversed());
            List<PackedBatch> batches = batches(window, settings.batchTargets());
            shuffle(batches, random);
            plan.addAll(batches);
        }
        return plan;
    }

    /** Sequences of 2 to maxSteps + 1 steps; a longer session's pieces overlap by one step. */
    static List<ItemSequence> pieces(List<Session> sessions, int maxSteps) {
        List<ItemSequence> pieces = new ArrayList<>();
        for (Session session : sessions) {
            ItemSequence steps = session.steps();
            for (int from = 0; from + 1 < steps.length(); from += maxSteps) {
                int end = Math.min(steps.length(), from + maxSteps + 1);
                pieces.add(steps.prefix(end).tail(end - from));
            }
        }
        return pieces;
    }

    private static List<PackedBatch> batches(List<ItemSequence> sorted, int batchTargets) {
        List<PackedBatch> batches = new ArrayList<>();
        List<ItemSequence> members = new ArrayList<>();
        int targets = 0;
        for (ItemSequence sequence : sorted) {
            members.add(sequence);
            targets += sequence.length() - 1;
            if (targets >= batchTargets) {
                batches.add(PackedBatch.ofSequences(members));
                members.clear();
                targets = 0;
            }
        }
        if (!members.isEmpty()) {
            batches.add(PackedBatch.ofSequences(members));
        }
        return batches;
    }

    private static void shuffle(List<PackedBatch> batches, SplittableRandom random) {
        for (int i = batches.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            PackedBatch swapped = batches.set(j, batches.get(i));
            batches.set(i, swapped);
        }
    }
}
