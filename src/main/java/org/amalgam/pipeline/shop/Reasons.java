package org.amalgam.pipeline.shop;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.amalgam.domain.ContentOverlap;
import org.amalgam.domain.Event;
import org.amalgam.domain.Explanation;
import org.amalgam.domain.Item;

/**
 * Puts explanations into one thought each. The step that carried most is looked at first: whether
 * both were bought together, whether others went on from it, whether the two are alike. What is
 * told is counted in the store, never guessed from who scored. Thread-safe.
 */
final class Reasons {

    /** One session may be chance. */
    private static final int SEVERAL = 2;

    private final Companions companions;

    Reasons(Companions companions) {
        this.companions = companions;
    }

    /**
     * @param history the shopper's steps, oldest first
     * @param asOf moment of the list; nothing from then on is counted
     */
    Reason of(Explanation why, List<Event> history, Instant asOf) {
        Optional<Reason> counted =
                why.carriedBy().stream()
                        .flatMap(one -> met(one.item(), history, asOf).stream())
                        .flatMap(met -> together(met, why.item(), asOf).stream())
                        .findFirst();
        return counted.or(() -> similar(why, history, asOf))
                .or(() -> carried(why, history, asOf))
                .orElseGet(Reason.Anybody::new);
    }

    private Optional<Reason> together(Reason.Met met, Item item, Instant asOf) {
        if (met.item().index() == item.index()) {
            return Optional.empty();
        }
        Companions.Together count =
                companions.count(met.item().index(), item.index(), asOf.toEpochMilli());
        if (count.bought() > 0) {
            return Optional.of(new Reason.BoughtWith(met, count.bought()));
        }
        return count.wentOn() >= SEVERAL
                ? Optional.of(new Reason.WentOn(met, count.wentOn()))
                : Optional.empty();
    }

    private static Optional<Reason> similar(Explanation why, List<Event> history, Instant asOf) {
        Optional<ContentOverlap> overlap =
                why.overlaps().stream()
                        .filter(one -> one.with().index() != why.item().index())
                        .findFirst();
        return overlap.map(one -> new Reason.Similar(one, met(one.with(), history, asOf)));
    }

    private static Optional<Reason> carried(Explanation why, List<Event> history, Instant asOf) {
        return why.carriedBy().stream()
                .flatMap(one -> met(one.item(), history, asOf).stream())
                .findFirst()
                .map(Reason.Carried::new);
    }

    private static Optional<Reason.Met> met(Item item, List<Event> history, Instant asOf) {
        for (int i = history.size() - 1; i >= 0; i--) {
            Event step = history.get(i);
            if (step.item() == item.index()) {
                Duration ago = Duration.between(step.time(), asOf);
                return Optional.of(
                        new Reason.Met(
                                item, step.action(), ago.isNegative() ? Duration.ZERO : ago));
            }
        }
        return Optional.empty();
    }
}
