package org.amalgam.pipeline.engine;

import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.amalgam.config.AdjustmentSettings;
import org.amalgam.domain.Adjustment.Cause;
import org.amalgam.drift.Adwin;
import org.amalgam.drift.DriftDetector;
import org.amalgam.drift.PageHinkley;

/**
 * Watches one ranker's hits with both detectors. Whichever finds a change first, both begin anew,
 * so that one change is found once.
 */
final class HitWatch {

    private final AdjustmentSettings settings;
    private List<DriftDetector> detectors;

    HitWatch(AdjustmentSettings settings) {
        this.settings = settings;
        this.detectors = fresh();
    }

    private List<DriftDetector> fresh() {
        return List.of(
                new Adwin(settings.delta()),
                new PageHinkley(settings.tolerance(), settings.threshold(), 1, settings.fewest()));
    }

    /** Takes the next case; the change that it gives away, if it does. */
    Optional<Cause> add(boolean hit) {
        Optional<Cause> found = Optional.empty();
        for (DriftDetector detector : detectors) {
            Optional<DriftDetector.Change> change = detector.add(hit ? 1 : 0);
            found = found.or(() -> change.map(c -> cause(detector, c)));
        }
        if (found.isPresent()) {
            detectors = fresh();
        }
        return found;
    }

    private static Cause cause(DriftDetector detector, DriftDetector.Change change) {
        return new Cause(detector.name(), change.before(), change.after(), change.since());
    }

    void writeState(DataOutput out) throws IOException {
        for (DriftDetector detector : detectors) {
            detector.writeState(out);
        }
    }
}
