package org.amalgam.ui.desk;

import java.util.List;
import org.amalgam.pipeline.TrainRequest;
import org.amalgam.pipeline.Workbench;

/**
 * Training as a person asks for it: by a share of the events instead of a moment.
 *
 * @param share of the events, oldest first, to learn from; above 0, below 1
 */
public record TrainingChoice(List<String> members, double share, boolean brief) {

    /** The seed of everything begun in the window; it is recorded with the results. */
    public static final long SEED = 42;

    public TrainingChoice {
        members = List.copyOf(members);
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("share " + share + " must be in (0, 1)");
        }
    }

    TrainRequest resolve(Workbench workbench) {
        return new TrainRequest(members, workbench.splitAt(share), SEED, brief);
    }
}
