package org.amalgam.pipeline.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.Holdout;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.MemberOutput.Abstained;
import org.amalgam.domain.Observation;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.TrainingSpeed;
import org.amalgam.domain.stage.EnsembleMember;
import org.amalgam.domain.stage.TaskMonitor;

/**
 * A member that is still being trained when a replay begins. It abstains and learns nothing until
 * {@link #join}, and from then on is the trained one. Having joined is part of its state, so that a
 * replay that goes back finds it absent again.
 *
 * <p>One thread trains and keeps it while its owner answers for it. Whoever closes it waits until
 * the other has let go of it, and then it is neither trained nor kept any more.
 */
final class LateMember implements EnsembleMember {

    private final EnsembleMember member;
    private boolean joined;
    private Optional<byte[]> asTrained = Optional.empty();
    private boolean closed;

    /**
     * @param member not yet trained
     */
    LateMember(EnsembleMember member) {
        this.member = member;
    }

    /**
     * Takes part from now on, as it was when it had been trained, whatever it learned on another
     * course. Does nothing where it has joined.
     */
    void join() {
        if (joined) {
            return;
        }
        try {
            if (asTrained.isPresent()) {
                member.readState(
                        new DataInputStream(new ByteArrayInputStream(asTrained.orElseThrow())));
            } else {
                ByteArrayOutputStream state = new ByteArrayOutputStream();
                member.writeState(new DataOutputStream(state));
                asTrained = Optional.of(state.toByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the state of " + name(), e);
        }
        joined = true;
    }

    @Override
    public MemberOutput score(FeatureWindow window, float[] scores) {
        return joined ? member.score(window, scores) : new Abstained(name(), "in training");
    }

    @Override
    public List<MemberOutput> scoreAll(List<FeatureWindow> windows, float[][] scores) {
        return joined
                ? member.scoreAll(windows, scores)
                : EnsembleMember.super.scoreAll(windows, scores);
    }

    @Override
    public void learn(List<Observation> batch) {
        learn(batch, 1);
    }

    @Override
    public void learn(List<Observation> batch, double haste) {
        if (joined) {
            member.learn(batch, haste);
        }
    }

    @Override
    public void publish() {
        if (joined) {
            member.publish();
        }
    }

    @Override
    public void writeState(DataOutputStream out) throws IOException {
        out.writeBoolean(joined);
        if (joined) {
            member.writeState(out);
        }
    }

    @Override
    public void readState(DataInputStream in) throws IOException {
        joined = in.readBoolean();
        if (joined) {
            member.readState(in);
        }
    }

    @Override
    public String name() {
        return member.name();
    }

    @Override
    public RankerKind kind() {
        return member.kind();
    }

    @Override
    public synchronized void choose(Holdout holdout, TaskMonitor monitor) {
        requireOpen();
        member.choose(holdout, monitor);
    }

    @Override
    public synchronized void train(TrainingSet data, TaskMonitor monitor) {
        requireOpen();
        member.train(data, monitor);
    }

    @Override
    public boolean hastens() {
        return member.hastens();
    }

    @Override
    public int trainingEffort() {
        return member.trainingEffort();
    }

    @Override
    public boolean learnsAside() {
        return member.learnsAside();
    }

    @Override
    public int learningBatch() {
        return member.learningBatch();
    }

    @Override
    public Optional<TrainingSpeed> speed() {
        return member.speed();
    }

    @Override
    public synchronized void save(Path directory) throws IOException {
        requireOpen();
        member.save(directory);
    }

    @Override
    public synchronized void load(Path directory) throws IOException {
        requireOpen();
        member.load(directory);
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            member.close();
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new CancellationException(name() + " is no longer wanted");
        }
    }
}
