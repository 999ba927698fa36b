package org.amalgam.pipeline;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.amalgam.config.MemberSettings;
import org.amalgam.fusion.FusionMethods;
import org.amalgam.model.Members;

/**
 * What to replay and how.
 *
 * @param members members and baselines to run
 * @param fusion how scores are fused and weights set
 * @param speed event time per real time; infinite for as fast as possible
 * @param from first event replayed; empty for where the stored members' training ended
 * @param until events from here on are not replayed; empty for all
 * @param learn whether members and weights learn while replaying
 * @param adjust whether they learn faster for a while after quality has fallen
 * @param strict learn after every event instead of in small batches
 * @param settings of the members; a stored member that was trained with others is not used
 */
public record ReplayRequest(
        List<String> members,
        FusionRequest fusion,
        double speed,
        Optional<Instant> from,
        Optional<Instant> until,
        boolean learn,
        boolean adjust,
        boolean strict,
        long seed,
        MemberSettings settings) {

    /** All methods of fusion, the default first. */
    public static final List<String> FUSIONS = FusionMethods.names();

    public ReplayRequest {
        members = List.copyOf(members);
        requireNonNull(fusion, "fusion");
        if (!(speed > 0)) {
            throw new IllegalArgumentException("speed " + speed + " must be above 0");
        }
        requireNonNull(settings, "settings");
    }

    /** Adjusting, with the settings that members ship with. */
    public ReplayRequest(
            List<String> members,
            FusionRequest fusion,
            double speed,
            Optional<Instant> from,
            Optional<Instant> until,
            boolean learn,
            boolean strict,
            long seed) {
        this(
                members,
                fusion,
                speed,
                from,
                until,
                learn,
                true,
                strict,
                seed,
                Members.shippedSettings());
    }

    /** Everything after training, as fast as possible, learning, with the settings that ship. */
    public static ReplayRequest atFullSpeed(
            List<String> members, FusionRequest fusion, boolean strict, long seed) {
        return new ReplayRequest(
                members,
                fusion,
                Double.POSITIVE_INFINITY,
                Optional.empty(),
                Optional.empty(),
                true,
                strict,
                seed);
    }

    /** The same with other settings of the members. */
    public ReplayRequest with(MemberSettings other) {
        return new ReplayRequest(
                members, fusion, speed, from, until, learn, adjust, strict, seed, other);
    }
}
