package org.amalgam.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Successive halving (Jamieson and Talwalkar 2016, section 3) with a third kept instead of a half:
 * all candidates of a round get one unit of work, the best third three units, the best third of
 * those nine, and so on up to a maximum. Stops between two trials when time is up, but never before
 * the first. Apart from where that happens, the same candidates and scores give the same trials.
 *
 * <p>The winner is who scored best at any time (as in Hyperband), so scores must not fall with
 * work: the quality after the best epoch so far does not.
 *
 * @param <C> candidate
 */
final class SuccessiveHalving<C> {

    private static final int FACTOR = 3;

    private final int mostWork;
    private final Scorer<C> scorer;
    private final BooleanSupplier timeLeft;
    private Optional<Best<C>> best = Optional.empty();
    private boolean begun;

    /** Tries a candidate. */
    @FunctionalInterface
    interface Scorer<C> {

        /**
         * How good the candidate is after so much work.
         *
         * @return higher is better; not finite when it failed, which ends it
         */
        double score(C candidate, int work);
    }

    /** The best so far, whatever work it was given. */
    record Best<C>(C candidate, int work, double score) {}

    private record Place<C>(C candidate, double score) {}

    /**
     * @param mostWork units that the last candidates get, ≥ 1
     */
    SuccessiveHalving(int mostWork, Scorer<C> scorer, BooleanSupplier timeLeft) {
        if (mostWork < 1) {
            throw new IllegalArgumentException("most work is " + mostWork + "; it must be ≥ 1");
        }
        this.mostWork = mostWork;
        this.scorer = scorer;
        this.timeLeft = timeLeft;
    }

    /**
     * Runs a round over the references and the others.
     *
     * @param references of these the best one goes through to the end whatever its place, so that
     *     the winner has been compared with it at the same work
     */
    void round(List<C> references, List<C> others) {
        List<C> field = new ArrayList<>(references);
        field.addAll(others);
        int kept = field.size();
        for (int work = 1; !field.isEmpty(); work = Math.min(FACTOR * work, mostWork)) {
            List<Place<C>> places = tried(field, work);
            if (work == mostWork || !timeLeft.getAsBoolean()) {
                return;
            }
            kept = Math.max(1, kept / FACTOR);
            field = survivors(places, kept, references);
        }
    }

    private List<Place<C>> tried(List<C> field, int work) {
        List<Place<C>> places = new ArrayList<>();
        for (C candidate : field) {
            if (begun && !timeLeft.getAsBoolean()) {
                break;
            }
            begun = true;
            double score = scorer.score(candidate, work);
            if (Double.isFinite(score)) {
                places.add(new Place<>(candidate, score));
                if (best.isEmpty() || score > best.get().score()) {
                    best = Optional.of(new Best<>(candidate, work, score));
                }
            }
        }
        // Stable: of equals the one that was tried first.
        places.sort(Comparator.comparingDouble((Place<C> place) -> place.score()).reversed());
        return places;
    }

    private List<C> survivors(List<Place<C>> places, int kept, List<C> references) {
        List<C> order = places.stream().map(Place::candidate).toList();
        List<C> survivors = new ArrayList<>(order.subList(0, Math.min(kept, order.size())));
        order.stream()
                .filter(references::contains)
                .findFirst()
                .filter(reference -> !survivors.contains(reference))
                .ifPresent(survivors::add);
        return survivors;
    }

    /** The best of all rounds, the first of equals; empty when every trial failed. */
    Optional<Best<C>> best() {
        return best;
    }
}
