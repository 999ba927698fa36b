package org.amalgam.model.baseline;

import static java.util.Objects.requireNonNull;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.Observation;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.Session;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.stage.EnsembleMember;
import org.amalgam.domain.stage.TaskMonitor;

/**
 * What the counting baselines share: training is nothing but counting the sessions' events one by
 * one, exactly as {@link #learn} does with live ones.
 */
abstract class CountingMember implements EnsembleMember {

    private static final int UNTRAINED = -1;
    private static final int PROGRESS_EVERY = 10_000;

    private final String name;
    private int itemCount = UNTRAINED;

    CountingMember(String name) {
        this.name = requireNonNull(name, "name");
    }

    /** Forgets everything and makes room for this many items. */
    abstract void reset(int items);

    /** Counts one event, given the earlier steps of its session. */
    abstract void count(ItemSequence before, int item);

    /**
     * Fills all scores.
     *
     * @return whether the window gave anything to go by
     */
    abstract boolean fill(FeatureWindow window, float[] scores);

    abstract void write(DataOutputStream out) throws IOException;

    /** Reads what {@link #write} wrote, after {@link #reset}. */
    abstract void read(DataInputStream in) throws IOException;

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final RankerKind kind() {
        return RankerKind.BASELINE;
    }

    @Override
    public final int learningBatch() {
        return 1;
    }

    @Override
    public final void train(TrainingSet data, TaskMonitor monitor) {
        itemCount = UNTRAINED;
        reset(data.itemCount());
        int done = 0;
        for (Session session : data.sessions()) {
            if (done % PROGRESS_EVERY == 0) {
                monitor.checkCancelled();
                monitor.progress(name, done, data.sessions().size());
            }
            ItemSequence steps = session.steps();
            for (int i = 0; i < steps.length(); i++) {
                count(steps.prefix(i), steps.item(i));
            }
            done++;
        }
        itemCount = data.itemCount();
        monitor.progress(name, done, done);
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
        if (!fill(window, scores)) {
            return new MemberOutput.Abstained(name, "no earlier event");
        }
        return new MemberOutput.Scored(name, scores);
    }

    /**
     * Counts each event.
     *
     * @throws IllegalStateException if the member is untrained
     */
    @Override
    public final void learn(List<Observation> batch) {
        if (itemCount == UNTRAINED) {
            throw new IllegalStateException(name + " learns only after training");
        }
        for (Observation observation : batch) {
            count(observation.window().session(), observation.revealed().item());
        }
    }

    @Override
    public final void save(Path directory) throws IOException {
        if (itemCount == UNTRAINED) {
            throw new IllegalStateException(name + " is saved only after training");
        }
        CountFile.write(directory, name, itemCount, this::write);
    }

    @Override
    public final void load(Path directory) throws IOException {
        itemCount = UNTRAINED;
        itemCount =
                CountFile.read(
                        directory,
                        name,
                        (items, in) -> {
                            reset(items);
                            read(in);
                        });
    }
}
