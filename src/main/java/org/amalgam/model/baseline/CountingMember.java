package org.amalgam.model.baseline;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.Observation;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.Session;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.model.online.OnlineMember;

/**
 * What the counting baselines share: training is nothing but counting the sessions' events one by
 * one, exactly as live ones are.
 */
abstract class CountingMember extends OnlineMember {

    private static final int PROGRESS_EVERY = 10_000;

    CountingMember(String name) {
        super(name, RankerKind.BASELINE);
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
    abstract boolean fillFrom(FeatureWindow window, float[] scores);

    /** Reads what was written, after {@link #reset}. */
    abstract void read(DataInputStream in) throws IOException;

    @Override
    protected abstract void write(DataOutputStream out) throws IOException;

    @Override
    protected final void build(TrainingSet data, TaskMonitor monitor) {
        reset(data.itemCount());
        int done = 0;
        for (Session session : data.sessions()) {
            if (done % PROGRESS_EVERY == 0) {
                monitor.checkCancelled();
                monitor.progress(name(), done, data.sessions().size());
            }
            ItemSequence steps = session.steps();
            for (int i = 0; i < steps.length(); i++) {
                count(steps.prefix(i), steps.item(i));
            }
            done++;
        }
        monitor.progress(name(), done, done);
    }

    @Override
    protected final Optional<String> fill(FeatureWindow window, float[] scores) {
        return fillFrom(window, scores) ? Optional.empty() : Optional.of("no earlier event");
    }

    @Override
    protected final void learn(Observation observation) {
        count(observation.window().session(), observation.revealed().item());
    }

    @Override
    protected final void read(int items, DataInputStream in) throws IOException {
        reset(items);
        read(in);
    }
}
