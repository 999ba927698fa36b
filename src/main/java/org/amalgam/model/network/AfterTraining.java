package org.amalgam.model.network;

import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.stage.TaskMonitor;

/** Completes item rows that training has left as they were. */
@FunctionalInterface
public interface AfterTraining {

    /**
     * Writes rows by {@link ItemRows#put}.
     *
     * @param seed of the member
     * @throws java.util.concurrent.CancellationException if the monitor says so; the member is then
     *     untrained
     */
    void complete(TrainingSet data, ItemRows rows, long seed, TaskMonitor monitor);

    /** Leaves the rows as they are. */
    static AfterTraining nothing() {
        return (data, rows, seed, monitor) -> {};
    }
}
