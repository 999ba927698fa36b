package org.amalgam.ui.shoppers;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.amalgam.domain.Action;
import org.amalgam.domain.Event;
import org.amalgam.domain.stage.EventSource;

/**
 * What a shopper did, and what is changed of it to see what the list would be. What happened is
 * kept: every change can be taken back. For the screens' thread.
 */
public final class HistoryModel {

    /** From the last step to one that is put in after it. */
    static final Duration AFTER = Duration.ofMinutes(1);

    /** How a step stands to what happened. */
    public enum Kind {
        HAPPENED,
        /** Happened, and the list is made without it. */
        TAKEN_OUT,
        /** Happened to the same item with another action. */
        CHANGED,
        PUT_IN,
        /** Happened after the moment of the list. */
        LATER
    }

    /**
     * A step as it is shown.
     *
     * @param id the same for as long as the shopper is shown
     */
    public record Step(int id, Event event, Kind kind) {}

    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper(this, "revision");
    private final Set<Integer> takenOut = new HashSet<>();
    private final Map<Integer, Action> changed = new HashMap<>();
    private final List<Step> putIn = new ArrayList<>();
    private List<Event> happened = List.of();
    private Optional<Instant> moment = Optional.empty();

    /** Begins with another shopper's events, oldest first. */
    public void open(List<Event> events) {
        happened = List.copyOf(events);
        moment = Optional.empty();
        forget();
    }

    /** Takes back all changes. */
    public void reset() {
        forget();
    }

    private void forget() {
        takenOut.clear();
        changed.clear();
        putIn.clear();
        touch();
    }

    private void touch() {
        revision.set(revision.get() + 1);
    }

    /** Makes the list as of just after this step, or with none of all that happened. */
    public void asOf(Optional<Instant> then) {
        moment = then;
        putIn.clear();
        touch();
    }

    /** The earlier moment that was chosen for the list. */
    public Optional<Instant> earlier() {
        return moment;
    }

    /** Takes a step out; one that was put in is gone. */
    public void takeOut(int id) {
        if (!putIn.removeIf(step -> step.id() == id)) {
            takenOut.add(id);
        }
        touch();
    }

    /** Puts a step back that was taken out. */
    public void putBack(int id) {
        takenOut.remove(id);
        touch();
    }

    /** Puts a step in after all others. */
    public void putIn(int item, Action action) {
        int user = happened.isEmpty() ? 0 : happened.get(0).user();
        // Below 0, where no event that happened can be.
        int id = -1 - revision.get();
        putIn.add(new Step(id, new Event(0, user, item, action, next()), Kind.PUT_IN));
        touch();
    }

    private Instant next() {
        List<Event> now = events();
        return now.isEmpty() ? asOf() : now.get(now.size() - 1).time().plus(AFTER);
    }

    /** Has something else been done with the item of a step. */
    public void change(int id, Action action) {
        for (int i = 0; i < putIn.size(); i++) {
            Step step = putIn.get(i);
            if (step.id() == id) {
                putIn.set(i, new Step(id, with(step.event(), action), Kind.PUT_IN));
            }
        }
        if (id >= 0) {
            changed.put(id, action);
            changed.remove(id, happened.get(id).action());
        }
        touch();
    }

    private static Event with(Event event, Action action) {
        return new Event(event.number(), event.user(), event.item(), action, event.time());
    }

    /** All steps in order of time, those too that the list is made without. */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (int id = 0; id < happened.size(); id++) {
            Event event = happened.get(id);
            Action action = changed.getOrDefault(id, event.action());
            steps.add(new Step(id, with(event, action), kind(id, event)));
        }
        int at = (int) steps.stream().filter(step -> step.kind() != Kind.LATER).count();
        steps.addAll(at, putIn);
        return steps;
    }

    private Kind kind(int id, Event event) {
        if (moment.filter(event.time()::isAfter).isPresent()) {
            return Kind.LATER;
        }
        if (takenOut.contains(id)) {
            return Kind.TAKEN_OUT;
        }
        return changed.containsKey(id) ? Kind.CHANGED : Kind.HAPPENED;
    }

    /** What the list is made from, oldest first. */
    public List<Event> events() {
        return steps().stream()
                .filter(step -> step.kind() != Kind.LATER && step.kind() != Kind.TAKEN_OUT)
                .map(Step::event)
                .toList();
    }

    /** What happened until the moment of the list, unchanged. */
    public List<Event> unchanged() {
        return happened.stream()
                .filter(event -> moment.filter(event.time()::isAfter).isEmpty())
                .toList();
    }

    /** Moment of the list: that of the last step, or the one chosen. */
    public Instant asOf() {
        Instant last =
                moment.orElseGet(
                        () ->
                                happened.isEmpty()
                                        ? EventSource.END
                                        : happened.get(happened.size() - 1).time());
        return putIn.isEmpty() ? last : latest(last, putIn.get(putIn.size() - 1).event().time());
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Moment of the list of what happened, without what was put in later. */
    public Instant unchangedAsOf() {
        return unchanged().isEmpty() ? asOf() : moment.orElse(last(unchanged()));
    }

    private static Instant last(List<Event> events) {
        return events.get(events.size() - 1).time();
    }

    /** How many steps are not as they happened. */
    public int changes() {
        return (int)
                steps().stream()
                        .filter(step -> step.kind() != Kind.HAPPENED && step.kind() != Kind.LATER)
                        .count();
    }

    /** Goes up whenever anything is different. */
    public ReadOnlyIntegerProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }
}
