package org.amalgam.ui.live;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.amalgam.domain.Adjustment;
import org.amalgam.domain.LiveSnapshot;
import org.amalgam.domain.LiveSnapshot.State;
import org.amalgam.pipeline.ReplaySession;

/** Going to and fro in a replay. For the screens' thread. */
public final class TravelViewModel {

    /** A loop that nobody drew is so long, as a share of the replay. */
    private static final double LOOP_SHARE = 0.05;

    /** Steps that are played again and again, from &lt; until. */
    public record Loop(long from, long until) {}

    /**
     * What the timeline shows.
     *
     * @param recorded steps that can be gone to without replaying them anew
     * @param begin event time at the replay's begin
     * @param end event time at its end, where it is known
     * @param goingTo the step that it is on its way to
     * @param marks what was adjusted, newest first
     */
    public record Timeline(
            long step,
            long total,
            long recorded,
            Instant now,
            Instant begin,
            Optional<Instant> end,
            Optional<Long> goingTo,
            List<Adjustment> marks) {}

    private final Supplier<Optional<ReplaySession>> session;
    private final Supplier<Optional<Instant>> end;
    private final ReadOnlyObjectWrapper<Optional<Timeline>> timeline =
            new ReadOnlyObjectWrapper<>(this, "timeline", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Loop>> loop =
            new ReadOnlyObjectWrapper<>(this, "loop", Optional.empty());
    private Optional<Long> goingTo = Optional.empty();

    /**
     * @param session the replay under way
     * @param end event time of the last event to replay
     */
    TravelViewModel(Supplier<Optional<ReplaySession>> session, Supplier<Optional<Instant>> end) {
        this.session = session;
        this.end = end;
    }

    /** Forgets everything, for the next replay. */
    void clear() {
        goingTo = Optional.empty();
        loop.set(Optional.empty());
        timeline.set(Optional.empty());
    }

    /** Takes what a snapshot tells. */
    void follow(LiveSnapshot snapshot) {
        boolean running = snapshot.state() == State.RUNNING;
        goingTo = goingTo.filter(target -> target != snapshot.step() && !running);
        Instant begin = timeline.get().map(Timeline::begin).orElse(snapshot.virtualTime());
        timeline.set(
                Optional.of(
                        new Timeline(
                                snapshot.step(),
                                snapshot.total(),
                                snapshot.recorded(),
                                snapshot.virtualTime(),
                                begin,
                                end.get(),
                                goingTo,
                                snapshot.adjustments())));
    }

    /** Goes to a step and stays there; one outside of the replay means its end. */
    public void seek(long step) {
        timeline.get()
                .ifPresent(
                        now -> {
                            long target = Math.max(0, Math.min(now.total(), step));
                            if (target != now.step()) {
                                goingTo = Optional.of(target);
                                show(now, goingTo);
                            }
                            session.get().ifPresent(open -> open.seek(target));
                        });
    }

    private void show(Timeline now, Optional<Long> target) {
        timeline.set(
                Optional.of(
                        new Timeline(
                                now.step(),
                                now.total(),
                                now.recorded(),
                                now.now(),
                                now.begin(),
                                now.end(),
                                target,
                                now.marks())));
    }

    /** Goes on or back by so many steps. */
    public void move(long steps) {
        timeline.get().ifPresent(now -> seek(now.goingTo().orElse(now.step()) + steps));
    }

    /** One event back. */
    public void stepBack() {
        session.get().ifPresent(ReplaySession::stepBack);
    }

    /** Plays these steps again and again; fewer than one are widened to one. */
    public void loop(long from, long until) {
        timeline.get()
                .ifPresent(
                        now -> {
                            long first = Math.max(0, Math.min(now.total() - 1, from));
                            long last = Math.max(first + 1, Math.min(now.total(), until));
                            loop.set(Optional.of(new Loop(first, last)));
                            order(open -> open.loop(first, last));
                        });
    }

    /** The loop begins here, and ends where it did or a little later. */
    public void loopFromHere() {
        timeline.get()
                .ifPresent(
                        now -> {
                            long least = now.step() + stretch(now);
                            long until = loop.get().map(Loop::until).orElse(least);
                            loop(now.step(), until > now.step() ? until : least);
                        });
    }

    /** The loop ends here, and begins where it did or a little earlier. */
    public void loopUntilHere() {
        timeline.get()
                .ifPresent(
                        now -> {
                            long most = now.step() - stretch(now);
                            long from = loop.get().map(Loop::from).orElse(most);
                            loop(from < now.step() ? from : most, now.step());
                        });
    }

    private static long stretch(Timeline now) {
        return Math.max(1, Math.round(LOOP_SHARE * now.total()));
    }

    /** Plays on at the end of what was looped. */
    public void endLoop() {
        loop.set(Optional.empty());
        order(ReplaySession::endLoop);
    }

    private void order(Consumer<ReplaySession> order) {
        session.get().ifPresent(order);
    }

    /** What the timeline shows; empty without a replay. */
    public ReadOnlyObjectProperty<Optional<Timeline>> timelineProperty() {
        return timeline.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Loop>> loopProperty() {
        return loop.getReadOnlyProperty();
    }
}
