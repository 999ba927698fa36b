package org.amalgam.pipeline.engine;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.Observation;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.stage.EnsembleMember;
import org.amalgam.domain.stage.TaskMonitor;

/** Puts one item first, by a rule, and counts what it has learned. */
class FakeMember implements EnsembleMember {

    private final String name;
    private final RankerKind kind;
    private final ToIntFunction<FeatureWindow> favourite;
    private final AtomicInteger learned = new AtomicInteger();

    FakeMember(String name, RankerKind kind, ToIntFunction<FeatureWindow> favourite) {
        this.name = name;
        this.kind = kind;
        this.favourite = favourite;
    }

    int learned() {
        return learned.get();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public RankerKind kind() {
        return kind;
    }

    @Override
    public void train(TrainingSet data, TaskMonitor monitor) {}

    @Override
    public MemberOutput score(FeatureWindow window, float[] scores) {
        Arrays.fill(scores, 0);
        scores[favourite.applyAsInt(window)] = 1;
        return new MemberOutput.Scored(name, scores);
    }

    @Override
    public void learn(List<Observation> batch) {
        learned.addAndGet(batch.size());
    }

    @Override
    public int learningBatch() {
        return 4;
    }

    @Override
    public void writeState(DataOutputStream out) throws IOException {
        out.writeInt(learned());
    }

    @Override
    public void readState(DataInputStream in) throws IOException {
        learned.set(in.readInt());
    }

    @Override
    public void save(Path directory) {}

    @Override
    public void load(Path directory) {}
}
