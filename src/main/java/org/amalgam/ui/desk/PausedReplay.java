package org.amalgam.ui.desk;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.amalgam.domain.LiveSnapshot;
import org.amalgam.pipeline.ReplayRequest;
import org.amalgam.pipeline.TrainRequest;

/**
 * A replay that was under way when the window was closed, and where it stood.
 *
 * @param speed event time per real time, infinite for full speed
 * @param learn whether members and weights learned while replaying
 * @param atOnce whether it began before its networks were trained
 * @param step events replayed
 * @param total events that it would have replayed at its end
 * @param time event time where it stood
 */
public record PausedReplay(
        Path store,
        List<String> members,
        String fusion,
        double speed,
        boolean learn,
        boolean atOnce,
        long step,
        long total,
        Instant time) {

    public PausedReplay {
        requireNonNull(store, "store");
        members = List.copyOf(members);
        requireNonNull(fusion, "fusion");
        requireNonNull(time, "time");
        if (!(speed > 0)) {
            throw new IllegalArgumentException("speed " + speed + " must be above 0");
        }
        if (step < 0 || step > total) {
            throw new IllegalArgumentException("event " + step + " of " + total);
        }
    }

    static PausedReplay of(Path store, ReplayRequest request, boolean atOnce, LiveSnapshot now) {
        return new PausedReplay(
                store,
                request.members(),
                request.fusion().method(),
                now.speed(),
                request.learn(),
                atOnce,
                now.step(),
                now.total(),
                now.virtualTime());
    }

    /** What to ask for to replay the same; empty where there are no such members or fusion. */
    public Optional<ReplayRequest> request() {
        boolean known =
                !members.isEmpty()
                        && TrainRequest.ALL.containsAll(members)
                        && ReplayRequest.FUSIONS.contains(fusion);
        return known
                ? Optional.of(ReplayChoices.of(members, fusion, speed, learn))
                : Optional.empty();
    }
}
