package org.amalgam.pipeline.engine;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.ObjDoubleConsumer;
import java.util.function.Supplier;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.stage.EnsembleMember;
import org.amalgam.domain.stage.TaskMonitor;

/**
 * Trains the members that a replay began without. May run on any thread, beside the replay.
 *
 * @param members still to be trained, as they take part in the replay
 * @param past what they learn from
 * @param trained keeps one that is trained, and the seconds that took
 */
public record WarmUp(
        List<EnsembleMember> members,
        Supplier<TrainingSet> past,
        ObjDoubleConsumer<EnsembleMember> trained) {

    static final WarmUp NONE = new WarmUp(List.of(), () -> null, (member, seconds) -> {});

    public WarmUp {
        members = List.copyOf(members);
    }

    /**
     * @param ready is told a member's name when it may take part; on the thread that trained it
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    void run(TaskMonitor monitor, Consumer<String> ready) {
        if (members.isEmpty()) {
            return;
        }
        Training.trainBeside(
                members,
                past.get(),
                monitor,
                (member, seconds) -> {
                    trained.accept(member, seconds);
                    ready.accept(member.name());
                });
    }
}
