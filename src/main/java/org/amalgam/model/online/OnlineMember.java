package org.amalgam.model.online;

import static java.util.Objects.requireNonNull;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.HeldOut;
import org.amalgam.domain.Holdout;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.Observation;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.Session;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.stage.EnsembleMember;
import org.amalgam.domain.stage.TaskMonitor;

/**
 * A member without a network: it chooses its settings on the last sessions, builds what it knows
 * from all of them, and learns from every event at once.
 */
public abstract class OnlineMember implements EnsembleMember {

    private static final int UNTRAINED = -1;

    /** Share of the sessions, the last ones, on which settings are chosen. */
    private static final double VALIDATION_SHARE = 0.06;

    private final String name;
    private final RankerKind kind;
    private int itemCount = UNTRAINED;
    private boolean settled;

    protected OnlineMember(String name, RankerKind kind) {
        this.name = requireNonNull(name, "name");
        this.kind = requireNonNull(kind, "kind");
    }

    /**
     * Chooses settings; by default there are none to choose.
     *
     * @param data to learn from while choosing; forgotten afterwards
     * @param validation the sessions after them; may be empty, and is never learned from
     */
    protected void settle(TrainingSet data, List<Session> validation, TaskMonitor monitor) {}

    /** Learns from scratch, with the settings chosen last. */
    protected abstract void build(TrainingSet data, TaskMonitor monitor);

    /**
     * Fills all scores.
     *
     * @return why there is nothing to go by; empty when the scores are filled
     */
    protected abstract Optional<String> fill(FeatureWindow window, float[] scores);

    /** Learns from one event. */
    protected abstract void learn(Observation observation);

    /** Writes all that was chosen and learned. */
    protected abstract void write(DataOutputStream out) throws IOException;

    /** Reads what {@link #write} wrote for a catalogue of this size, forgetting all else. */
    protected abstract void read(int items, DataInputStream in) throws IOException;

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final RankerKind kind() {
        return kind;
    }

    @Override
    public final int learningBatch() {
        return 1;
    }

    @Override
    public final void choose(Holdout holdout, TaskMonitor monitor) {
        itemCount = UNTRAINED;
        monitor.checkCancelled();
        settle(holdout.early(), holdout.late().stream().map(HeldOut::session).toList(), monitor);
        settled = true;
        rebuild(holdout.early(), monitor);
    }

    @Override
    public final void train(TrainingSet data, TaskMonitor monitor) {
        if (!settled) {
            choose(Holdout.lastSessions(data, VALIDATION_SHARE), monitor);
        }
        rebuild(data, monitor);
    }

    private void rebuild(TrainingSet data, TaskMonitor monitor) {
        itemCount = UNTRAINED;
        monitor.checkCancelled();
        build(data, monitor);
        itemCount = data.itemCount();
    }

    /**
     * Fills the scores.
     *
     * @throws IllegalArgumentException if there are not as many scores as items
     */
    @Override
    public final MemberOutput score(FeatureWindow window, float[] scores) {
        if (itemCount == UNTRAINED) {
            return new MemberOutput.Abstained(name, "untrained");
        }
        if (scores.length != itemCount) {
            throw new IllegalArgumentException(
                    name + ": " + scores.length + " scores for " + itemCount + " items");
        }
        Optional<String> nothing = fill(window, scores);
        return nothing.isPresent()
                ? new MemberOutput.Abstained(name, nothing.get())
                : new MemberOutput.Scored(name, scores);
    }

    /**
     * Learns from each event.
     *
     * @throws IllegalStateException if the member is untrained
     */
    @Override
    public final void learn(List<Observation> batch) {
        if (itemCount == UNTRAINED) {
            throw new IllegalStateException(name + " learns only after training");
        }
        batch.forEach(this::learn);
    }

    @Override
    public final void save(Path directory) throws IOException {
        if (itemCount == UNTRAINED) {
            throw new IllegalStateException(name + " is saved only after training");
        }
        MemberFile.write(directory, name, itemCount, this::write);
    }

    @Override
    public final void load(Path directory) throws IOException {
        itemCount = UNTRAINED;
        itemCount = MemberFile.read(directory, name, this::read);
    }

    @Override
    public final void writeState(DataOutputStream out) throws IOException {
        if (itemCount != UNTRAINED) {
            write(out);
        }
    }

    @Override
    public final void readState(DataInputStream in) throws IOException {
        if (itemCount != UNTRAINED) {
            read(itemCount, in);
        }
    }
}
