package org.amalgam.ui.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amalgam.pipeline.ReplayRequest;
import org.amalgam.pipeline.TrainRequest;
import org.amalgam.pipeline.TrainingReport;

/** Replays as the window asks for them. */
public final class ReplayChoices {

    /** Weights learned live; the fusion the window begins with. */
    public static final String FUSION = "hedge";

    private ReplayChoices() {}

    /** What follows the training, with the members trained, learning all along. */
    public static ReplayRequest of(TrainingReport report) {
        return of(report.members().stream().map(TrainingReport.Trained::member).toList(), true);
    }

    /** With all members there are; those not yet trained are trained first. */
    public static ReplayRequest ofAll(boolean learn) {
        return of(TrainRequest.ALL, learn);
    }

    /** What follows the training, at full speed. */
    public static ReplayRequest of(List<String> members, boolean learn) {
        return new ReplayRequest(
                members,
                FUSION,
                Map.of(),
                Double.POSITIVE_INFINITY,
                Optional.empty(),
                Optional.empty(),
                learn,
                false,
                TrainingChoice.SEED);
    }
}
