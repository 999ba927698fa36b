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

    /** What follows the training, at full speed. */
    public static ReplayRequest of(List<String> members, String fusion, boolean learn) {
        return new ReplayRequest(
                members,
                FusionRequest.by(fusion),
                Double.POSITIVE_INFINITY,
                Optional.empty(),
                Optional.empty(),
                learn,
                false,
                TrainingChoice.SEED);
    }
}
