package org.amalgam.model.network;

import static java.util.Objects.requireNonNull;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.amalgam.config.NetworkRecipes;
import org.amalgam.config.NetworkSettings;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.Holdout;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.MemberOutput.Abstained;
import org.amalgam.domain.MemberOutput.Scored;
import org.amalgam.domain.Observation;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.TrainingSpeed;
import org.amalgam.domain.stage.EnsembleMember;
import org.amalgam.domain.stage.TaskMonitor;

/**
 * A network as a member: an item table, an encoder that turns a session into a query over it, and
 * the kernel that scores all items. Which network it is depends on the encoder alone.
 */
public final class NetworkMember implements EnsembleMember {

    private final String name;
    private final SessionEncoder.Factory encoders;
    private final AfterTraining afterTraining;
    private int effort = 1;
    private NetworkSettings settings;
    private long seed;
    private TrainedNetwork trained;

    /** Of which one is to become the settings. */
    private Optional<NetworkRecipes> unsettled = Optional.empty();

    /** How long to train, once it is settled; 0 before. */
    private int epochs;

    private Optional<Judgement> judgement = Optional.empty();
    private Optional<TrainingSpeed> speed = Optional.empty();

    /**
     * @param name as in {@code --members}
     * @param encoders makes the network's encoder
     */
    public NetworkMember(
            String name, NetworkSettings settings, long seed, SessionEncoder.Factory encoders) {
        this(name, settings, seed, encoders, AfterTraining.nothing());
    }

    /**
     * @param afterTraining completes the item rows once they are trained
     */
    public NetworkMember(
            String name,
            NetworkSettings settings,
            long seed,
            SessionEncoder.Factory encoders,
            AfterTraining afterTraining) {
        this.afterTraining = requireNonNull(afterTraining, "afterTraining");
        this.name = requireNonNull(name, "name");
        this.settings = requireNonNull(settings, "settings");
        this.encoders = requireNonNull(encoders, "encoders");
        this.seed = seed;
    }

    /**
     * Lets the member settle on one of these when it is trained, in place of its own settings; its
     * encoders must suit them all.
     *
     * @return this member
     */
    public NetworkMember settlingOn(NetworkRecipes recipes) {
        unsettled = Optional.of(recipes);
        return this;
    }

    /**
     * Says that a step of this network takes longer than others'.
     *
     * @return this member
     */
    public NetworkMember takingLonger() {
        effort++;
        return this;
    }

    @Override
    public int trainingEffort() {
        return effort;
    }

    /** The settings in use: those given, or after training those that were chosen. */
    public NetworkSettings settings() {
        return settings;
    }

    /**
     * What was reached where the number of epochs was chosen; empty when that has not been done.
     */
    public Optional<Judgement> judgement() {
        return judgement;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public RankerKind kind() {
        return RankerKind.MEMBER;
    }

    /** As the contract says; a holdout without any case leaves the number of epochs as it is. */
    @Override
    public void choose(Holdout holdout, TaskMonitor monitor) {
        forget();
        epochs = settings.epochs();
        judgement = Optional.empty();
        if (noTargets(holdout.early())) {
            return;
        }
        if (holdout.usable()) {
            try (EpochSearch search = search(holdout, monitor)) {
                settings = search.settings();
                search.goTo(settings.epochs());
                epochs = search.judgement().epochs();
                judgement = Optional.of(search.judgement());
                trained = new TrainedNetwork(search.take(), settings);
            }
            unsettled = Optional.empty();
        } else {
            train(holdout.early(), monitor);
        }
    }

    private EpochSearch search(Holdout holdout, TaskMonitor monitor) {
        RecipeTrial trial = new RecipeTrial(name, seed, encoders, monitor);
        return trial.best(unsettled.orElseGet(() -> NetworkRecipes.only(settings)), holdout);
    }

    @Override
    public void train(TrainingSet data, TaskMonitor monitor) {
        if (epochs == 0) {
            choose(Holdout.lastSessions(data, settings.validationShare()), monitor);
        }
        forget();
        if (!noTargets(data)) {
            Trainer trainer = trainer(monitor);
            trained = new TrainedNetwork(trainer.fit(data, epochs), settings);
            speed = trainer.speed();
            completeRows(data, monitor);
        }
    }

    private void completeRows(TrainingSet data, TaskMonitor monitor) {
        boolean whole = false;
        try {
            afterTraining.complete(data, rows().orElseThrow(), seed, monitor);
            whole = true;
        } finally {
            if (!whole) {
                forget();
            }
        }
    }

    /** The rows of the trained network; empty when untrained. */
    public Optional<ItemRows> rows() {
        return Optional.ofNullable(trained).map(TrainedNetwork::rows);
    }

    private boolean noTargets(TrainingSet data) {
        return BatchPlan.pieces(data.sessions(), settings.maxSteps()).isEmpty();
    }

    private Trainer trainer(TaskMonitor monitor) {
        return new Trainer(
                name,
                settings,
                counts -> new NetworkModel(counts, settings, seed, encoders),
                monitor);
    }

    @Override
    public Optional<TrainingSpeed> speed() {
        return speed;
    }

    @Override
    public MemberOutput score(FeatureWindow window, float[] scores) {
        if (trained == null) {
            return new Abstained(name, "not trained");
        }
        ItemSequence context = window.context().tail(settings.maxSteps());
        if (context.isEmpty()) {
            return new Abstained(name, "no earlier step to go by");
        }
        trained.score(context, scores);
        return new Scored(name, scores);
    }

    @Override
    public List<MemberOutput> scoreAll(List<FeatureWindow> windows, float[][] scores) {
        List<ItemSequence> contexts = new ArrayList<>();
        List<float[]> filled = new ArrayList<>();
        List<MemberOutput> outputs = new ArrayList<>();
        for (int i = 0; i < windows.size(); i++) {
            ItemSequence context = windows.get(i).context().tail(settings.maxSteps());
            if (trained == null || context.isEmpty()) {
                outputs.add(score(windows.get(i), scores[i]));
            } else {
                contexts.add(context);
                filled.add(scores[i]);
                outputs.add(new Scored(name, scores[i]));
            }
        }
        if (!contexts.isEmpty()) {
            trained.score(contexts, filled.toArray(float[][]::new));
        }
        return outputs;
    }

    @Override
    public void learn(List<Observation> batch) {
        learn(batch, 1);
    }

    @Override
    public void learn(List<Observation> batch, double haste) {
        if (trained != null) {
            trained.learn(batch, haste);
        }
    }

    @Override
    public boolean hastens() {
        return settings.fineTuneRate() > 0;
    }

    @Override
    public boolean learnsAside() {
        return true;
    }

    @Override
    public void publish() {
        if (trained != null) {
            trained.publish();
        }
    }

    @Override
    public int learningBatch() {
        return settings.fineTuneBatch();
    }

    /** What was learned; null when untrained. For tests. */
    NetworkModel model() {
        return trained == null ? null : trained.model();
    }

    /** Makes this network's encoder. */
    SessionEncoder.Factory factory() {
        return encoders;
    }

    /** The encoder of the trained network, for figures of its own; empty when untrained. */
    public Optional<SessionEncoder> encoder() {
        return Optional.ofNullable(trained).map(now -> now.model().encoder);
    }

    @Override
    public void save(Path directory) throws IOException {
        if (trained == null) {
            throw new IllegalStateException(name + " is not trained, so there is nothing to save");
        }
        new NetworkFiles(directory).write(settings, trained.model());
    }

    @Override
    public void load(Path directory) throws IOException {
        forget();
        NetworkFiles files = new NetworkFiles(directory);
        NetworkFiles.Header header = files.header();
        NetworkModel model =
                new NetworkModel(header.counts(), header.settings(), header.seed(), encoders);
        try {
            files.read(model);
        } catch (IOException e) {
            model.close();
            throw new IOException(name + ": reading the model in " + directory, e);
        }
        settings = header.settings();
        seed = header.seed();
        trained = new TrainedNetwork(model, settings);
    }

    @Override
    public void writeState(DataOutputStream out) throws IOException {
        if (trained != null) {
            trained.writeState(out);
        }
    }

    @Override
    public void readState(DataInputStream in) throws IOException {
        if (trained != null) {
            trained.readState(in);
        }
    }

    private void forget() {
        if (trained != null) {
            trained.close();
            trained = null;
        }
    }

    @Override
    public void close() {
        forget();
    }
}
