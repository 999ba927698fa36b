package org.amalgam.domain.stage;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.Holdout;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.Observation;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.TrainingSpeed;

/**
 * A model that ranks the whole catalogue for one user: a member that is fused, or a baseline.
 *
 * <p>Not thread-safe: one owner thread makes all calls. The same seed, training set and calls give
 * the same outputs, bit for bit. After {@link #save} and {@link #load} into a fresh instance the
 * outputs are the same too, and so is what it learns from then on.
 */
public interface EnsembleMember extends AutoCloseable {

    /** As in {@code --members}; lower case. */
    String name();

    RankerKind kind();

    /**
     * Settles what the settings leave open (how long to train, which variant) by learning from the
     * early part and looking at the late one. The member then knows the early part and nothing
     * after it, so that others, such as fusion, may choose on the late part too. Methods with
     * nothing to settle just train.
     *
     * @throws java.util.concurrent.CancellationException if the monitor says so; the member is then
     *     untrained
     */
    default void choose(Holdout holdout, TaskMonitor monitor) {
        train(holdout.early(), monitor);
    }

    /**
     * Learns from scratch, with what {@link #choose} settled; a member that has settled nothing yet
     * does so itself, on the last of these sessions. Whatever was learned before is forgotten.
     *
     * @throws java.util.concurrent.CancellationException if the monitor says so; the member is then
     *     untrained
     */
    void train(TrainingSet data, TaskMonitor monitor);

    /**
     * Scores every item, given only what the window holds.
     *
     * @param scores filled by the member; as long as the catalogue it was trained on
     * @return the filled array as scored, or abstained (with the array's content undefined) when
     *     the window gives nothing to go by or the member is untrained
     */
    MemberOutput score(FeatureWindow window, float[] scores);

    /**
     * Scores every item for each of several windows, just as {@link #score} does one by one.
     *
     * @param scores by window; those of a window that gives an abstention are undefined
     * @return by window
     */
    default List<MemberOutput> scoreAll(List<FeatureWindow> windows, float[][] scores) {
        List<MemberOutput> outputs = new ArrayList<>(windows.size());
        for (int i = 0; i < windows.size(); i++) {
            outputs.add(score(windows.get(i), scores[i]));
        }
        return outputs;
    }

    /**
     * Learns from what shoppers really did, in event order. Windows may be of several users.
     * Answers need not know of it before {@link #publish}.
     *
     * @param batch as many as {@link #learningBatch()} says, fewer at the end of a replay
     */
    void learn(List<Observation> batch);

    /**
     * Likewise, at a raised rate. Members that have no rate, as those that count, learn as ever.
     *
     * @param haste how many times the usual rate, ≥ 1
     */
    default void learn(List<Observation> batch, double haste) {
        learn(batch);
    }

    /** Whether this member has a rate that can be raised. */
    default boolean hastens() {
        return false;
    }

    /**
     * How long training takes beside others', so that of several trained side by side the longest
     * begin first and no core waits for one that came last: 0 for methods that count, 1 for
     * networks and others that go over the data many times, more for those that take longer.
     */
    default int trainingEffort() {
        return 0;
    }

    /**
     * Whether {@link #learn} may run on another thread while {@link #score} answers with what was
     * published last. It is the one exception from all calls being made by one thread.
     */
    default boolean learnsAside() {
        return false;
    }

    /** Lets answers know what was learned; never while {@link #learn} or {@link #score} runs. */
    default void publish() {}

    /** After how many events this member wants to learn: 1 for methods that count. */
    int learningBatch();

    /** How fast the last {@link #train} was; empty for members that are no networks. */
    default Optional<TrainingSpeed> speed() {
        return Optional.empty();
    }

    /** Writes everything needed to go on exactly as now, into an existing directory. */
    void save(Path directory) throws IOException;

    /** Reads what {@link #save} wrote. */
    void load(Path directory) throws IOException;

    /**
     * Writes all that {@link #learn} moves: equal bytes for equal states, so that two states can be
     * told apart by a digest. What is not learned from events, such as settings, need not be in it.
     * An untrained member writes nothing.
     */
    void writeState(DataOutputStream out) throws IOException;

    /**
     * Goes back, or on, to a state that {@link #writeState} wrote since the last training: answers
     * at once and learns from then on as it did from there.
     */
    void readState(DataInputStream in) throws IOException;

    /** Frees native memory. The member is not used again. */
    @Override
    default void close() {}
}
