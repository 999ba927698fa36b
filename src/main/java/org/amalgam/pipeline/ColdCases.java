package org.amalgam.pipeline;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.amalgam.domain.Event;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.stage.EventSource;
import org.amalgam.model.network.PackedBatch.Example;

/** Events with what their user did before, the latest steps of it. Immutable. */
final class ColdCases {

    private static final int MOST_STEPS = 20;

    private final List<Example> examples = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();

    private ColdCases() {}

    List<Example> examples() {
        return examples;
    }

    int count() {
        return examples.size();
    }

    /** The event that is to be predicted. */
    Event event(int i) {
        return events.get(i);
    }

    /** Everything from {@code from} on that has an earlier line of its user, however long ago. */
    static ColdCases all(EventSource source, Instant from, Instant until) {
        return read(source, from, until, Integer.MAX_VALUE, 0);
    }

    /** So many of those, drawn by chance (reservoir sampling; Vitter 1985). */
    static ColdCases sample(EventSource source, Instant from, Instant until, int most, long seed) {
        return read(source, from, until, most, seed);
    }

    private static ColdCases read(
            EventSource source, Instant from, Instant until, int most, long seed) {
        ColdCases cases = new ColdCases();
        SplittableRandom random = new SplittableRandom(seed);
        Map<Integer, Deque<Event>> trails = new HashMap<>();
        int met = 0;
        try (EventSource.Cursor cursor = source.open(EventSource.BEGINNING, until)) {
            while (cursor.hasNext()) {
                Event event = cursor.next();
                Deque<Event> trail =
                        trails.computeIfAbsent(event.user(), user -> new ArrayDeque<>());
                if (!trail.isEmpty() && !event.time().isBefore(from)) {
                    int place = met < most ? met : random.nextInt(met + 1);
                    met++;
                    cases.put(place, most, event, trail);
                }
                trail.addLast(event);
                if (trail.size() > MOST_STEPS) {
                    trail.removeFirst();
                }
            }
        }
        return cases;
    }

    private void put(int place, int most, Event event, Deque<Event> trail) {
        if (place >= most) {
            return;
        }
        Example example = new Example(ItemSequence.of(new ArrayList<>(trail)), event.item());
        if (place == examples.size()) {
            examples.add(example);
            events.add(event);
        } else {
            examples.set(place, example);
            events.set(place, event);
        }
    }
}
