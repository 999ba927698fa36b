package org.amalgam.pipeline.engine;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.Event;
import org.amalgam.domain.Item;
import org.amalgam.domain.stage.EventSource;

/** Events from a list, in its order, which is that of time; items and users are named by number. */
public final class ListSource implements EventSource {

    private final List<Event> events;
    private final Catalogue catalogue;

    /** Bare items, as many as the events need. */
    public ListSource(int items, List<Event> events) {
        this.events = List.copyOf(events);
        this.catalogue =
                new Catalogue(
                        IntStream.range(0, items).mapToObj(i -> Item.bare(i, "i" + i)).toList());
    }

    @Override
    public Catalogue catalogue() {
        return catalogue;
    }

    @Override
    public long count(Instant from, Instant until) {
        return between(from, until).size();
    }

    @Override
    public Cursor open(Instant from, Instant until) {
        Iterator<Event> rest = between(from, until).iterator();
        return new Cursor() {
            @Override
            public boolean hasNext() {
                return rest.hasNext();
            }

            @Override
            public Event next() {
                return rest.next();
            }

            @Override
            public void close() {}
        };
    }

    private List<Event> between(Instant from, Instant until) {
        return events.stream()
                .filter(e -> !e.time().isBefore(from) && e.time().isBefore(until))
                .toList();
    }

    @Override
    public String userId(int user) {
        return "u" + user;
    }
}
