package org.amalgam.pipeline.shop;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.amalgam.domain.Action;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.Event;
import org.amalgam.domain.Item;
import org.amalgam.domain.stage.EventSource;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.pipeline.engine.ListSource;

/** A handful of shoppers made by hand: four items, the even ones hats, the others shoes. */
final class Made {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final Duration GAP = Duration.ofMinutes(30);
    static final Catalogue CATALOGUE = new Catalogue(List.of(item(0), item(1), item(2), item(3)));

    private final List<Event> events = new ArrayList<>();

    private static Item item(int index) {
        return new Item(
                index,
                "i" + index,
                Optional.of("Item " + index),
                Optional.empty(),
                Optional.empty(),
                Optional.of(index % 2 == 0 ? "Hats" : "Shoes"),
                OptionalDouble.of(10 + index));
    }

    /** One more event, so many minutes after noon; in order of time. */
    Made did(int user, int minutes, Action action, int item) {
        Instant time = NOON.plus(Duration.ofMinutes(minutes));
        events.add(new Event(events.size(), user, item, action, time));
        return this;
    }

    Made viewed(int user, int minutes, int item) {
        return did(user, minutes, Action.VIEW, item);
    }

    Made bought(int user, int minutes, int item) {
        return did(user, minutes, Action.PURCHASE, item);
    }

    Shoppers shoppers(String... ids) {
        ListSource list = new ListSource(CATALOGUE.size(), events);
        EventSource source =
                new EventSource() {
                    @Override
                    public Catalogue catalogue() {
                        return CATALOGUE;
                    }

                    @Override
                    public long count(Instant from, Instant until) {
                        return list.count(from, until);
                    }

                    @Override
                    public Cursor open(Instant from, Instant until) {
                        return list.open(from, until);
                    }

                    @Override
                    public String userId(int user) {
                        return ids[user];
                    }
                };
        return Shoppers.read(source, List.of(ids), GAP, TaskMonitor.silent());
    }
}
