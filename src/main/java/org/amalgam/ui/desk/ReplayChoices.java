package org.amalgam.ui.desk;

import java.util.List;
import java.util.Optional;
import org.amalgam.pipeline.FusionRequest;
import org.amalgam.pipeline.ReplayRequest;
import org.amalgam.pipeline.TrainRequest;
import org.amalgam.pipeline.TrainingReport;

/** Replays as the window asks for them. */
public final class ReplayChoices {

    private ReplayChoices() {}

    private static final double AN_HOUR_A_SECOND = 3_600;

    /** What follows the training, with the members trained, learning all along. */
    public static ReplayRequest of(TrainingReport report, String fusion) {
        return of(
                report.members().stream().map(TrainingReport.Trained::member).toList(),
                fusion,
                true);
    }

    /** With all members there are; those not yet trained are trained first. */
    public static ReplayRequest ofAll(String fusion, boolean learn) {
        return of(TrainRequest.ALL, fusion, learn);
    }

    /** The same, learning, at a pace at which networks join long before the demo shop's end. */
    static ReplayRequest toWatch(String fusion) {
        return of(TrainRequest.ALL, fusion, AN_HOUR_A_SECOND, true);
    }

    /** What follows the training, at full speed. */
    public static ReplayRequest of(List<String> members, String fusion, boolean learn) {
        return of(members, fusion, Double.POSITIVE_INFINITY, learn);
    }

    static ReplayRequest of(List<String> members, String fusion, double speed, boolean learn) {
        return new ReplayRequest(
                members,
                FusionRequest.by(fusion),
                speed,
                Optional.empty(),
                Optional.empty(),
                learn,
                false,
                TrainingChoice.SEED);
    }
}
