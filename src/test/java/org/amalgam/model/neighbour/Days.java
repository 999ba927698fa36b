package org.amalgam.model.neighbour;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.amalgam.domain.Action;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.Event;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.Item;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.Observation;
import org.amalgam.domain.Session;
import org.amalgam.domain.TrainingSet;

/** Sessions, windows and events by the day they fall on. */
final class Days {

    private Days() {}

    static Instant day(double day) {
        return Instant.ofEpochMilli(Math.round(day * 86_400_000));
    }

    static Session session(int user, double day, int... items) {
        return new Session(user, day(day), ItemSequence.ofViews(items));
    }

    static FeatureWindow window(int user, double day, int... items) {
        return new FeatureWindow(user, day(day), ItemSequence.ofViews(items), ItemSequence.empty());
    }

    static Observation observation(int user, double day, int revealed, int... before) {
        return new Observation(
                window(user, day, before), new Event(0, user, revealed, Action.VIEW, day(day)));
    }

    static TrainingSet set(int items, List<Session> sessions) {
        return new TrainingSet(
                new Catalogue(
                        IntStream.range(0, items).mapToObj(i -> Item.bare(i, "i" + i)).toList()),
                sessions);
    }
}
