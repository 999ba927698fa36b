package org.amalgam.model.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import org.amalgam.config.NetworkSettings;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.Observation;
import org.amalgam.model.network.PackedBatch.Stretch;

/** A network that serves: scores all items after a sequence, and learns from what came of it. */
final class TrainedNetwork implements AutoCloseable {

    private static final int FEWEST_NEGATIVES = 128;
    private static final int NEGATIVES_A_TARGET = 4;

    private final NetworkModel model;
    private final NetworkSettings settings;
    private final TrainingStep step;
    private final ServedNetwork served;
    private final BitSet moved = new BitSet();

    /** Takes the model over and closes it in the end. */
    TrainedNetwork(NetworkModel model, NetworkSettings settings) {
        this.model = model;
        this.settings = settings;
        this.step = new TrainingStep(model, settings);
        this.served = new ServedNetwork(model, settings);
        model.encoder.trainingIsOver();
    }

    NetworkModel model() {
        return model;
    }

    /** Its item rows, for others to read and replace. */
    ItemRows rows() {
        return new ItemRows(
                model, served.items(), settings.maxSteps(), (float) settings.queryScale());
    }

    /** Fills the scores of all items after a non-empty sequence, as of the last publication. */
    void score(ItemSequence context, float[] scores) {
        served.score(context, scores);
    }

    /** The same for several sequences. */
    void score(List<ItemSequence> contexts, float[][] scores) {
        served.score(contexts, scores);
    }

    /**
     * One step of fine-tuning, at so many times its rate; may run while {@link #score} does, on
     * another thread.
     */
    void learn(List<Observation> batch, double haste) {
        List<Stretch> stretches = Stretches.of(batch, settings.maxSteps());
        if (stretches.isEmpty() || settings.fineTuneRate() == 0) {
            return;
        }
        PackedBatch packed = PackedBatch.ofStretches(stretches);
        // A step whose loss is not finite moves nothing, so there is nothing to repair.
        step.run(
                packed,
                (float) (haste * settings.learningRate() * settings.fineTuneRate()),
                negatives(packed.targetCount()));
        for (int i = 0; i < step.touched(); i++) {
            moved.set(step.touchedItem(i));
        }
    }

    /** Each costs a row, whoever shares it, and beyond these more do not teach better. */
    private int negatives(int targets) {
        int shared = Math.max(FEWEST_NEGATIVES, NEGATIVES_A_TARGET * targets);
        return Math.min(settings.negatives(), shared);
    }

    void writeState(DataOutput out) throws IOException {
        model.writeState(out);
    }

    /** Reads what {@link #writeState} wrote, and answers with it at once. */
    void readState(DataInput in) throws IOException {
        model.readState(in);
        moved.set(0, model.items.rows());
        publish();
    }

    /** Lets answers know what was learned since the last time. */
    void publish() {
        if (!moved.isEmpty()) {
            served.refresh(moved);
            moved.clear();
        }
    }

    @Override
    public void close() {
        step.close();
        model.close();
    }
}
