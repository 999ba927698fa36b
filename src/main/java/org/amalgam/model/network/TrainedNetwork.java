package org.amalgam.model.network;

import java.util.List;
import org.amalgam.config.NetworkSettings;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.Observation;
import org.amalgam.kernel.ScoreTable;
import org.amalgam.model.network.PackedBatch.Example;

/** A network that serves: scores all items after a sequence, and learns from what came of it. */
final class TrainedNetwork implements AutoCloseable {

    private final NetworkModel model;
    private final NetworkSettings settings;
    private final TrainingStep step;
    private final ScoreTable scorer;

    /** Takes the model over and closes it in the end. */
    TrainedNetwork(NetworkModel model, NetworkSettings settings) {
        this.model = model;
        this.settings = settings;
        this.step = new TrainingStep(model, settings);
        this.scorer = new ScoreTable(model.items.rows(), settings.width());
        scorer.putAll(model.items.values(), model.biases.values());
    }

    NetworkModel model() {
        return model;
    }

    /** Its item rows, for others to read and replace. */
    ItemRows rows() {
        return new ItemRows(model, scorer, settings.maxSteps(), (float) settings.queryScale());
    }

    /** Fills the scores of all items after a non-empty sequence. */
    void score(ItemSequence context, float[] scores) {
        float[] query = new float[settings.width()];
        model.query(context, query);
        scorer.score(query, scores);
    }

    /** One step of fine-tuning. */
    void learn(List<Observation> batch) {
        List<Example> examples =
                batch.stream()
                        .filter(seen -> !seen.window().context().isEmpty())
                        .map(this::example)
                        .toList();
        if (examples.isEmpty() || settings.fineTuneRate() == 0) {
            return;
        }
        // A step whose loss is not finite moves nothing, so there is nothing to repair.
        step.run(
                PackedBatch.ofExamples(examples),
                (float) (settings.learningRate() * settings.fineTuneRate()));
        publish();
    }

    private Example example(Observation seen) {
        return new Example(
                seen.window().context().tail(settings.maxSteps()), seen.revealed().item());
    }

    /** Lets the scorer see the rows that the last step moved. */
    private void publish() {
        int width = settings.width();
        for (int i = 0; i < step.touched(); i++) {
            int item = step.touchedItem(i);
            scorer.put(item, model.items.values(), item * width, model.biases.values()[item]);
        }
    }

    @Override
    public void close() {
        step.close();
        model.close();
    }
}
