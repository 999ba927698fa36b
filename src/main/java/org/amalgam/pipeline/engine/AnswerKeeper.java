package org.amalgam.pipeline.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.TargetRank;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.stage.EnsembleMember;
import org.amalgam.evaluation.CaseSink;
import org.amalgam.evaluation.OfflineProtocol;
import org.amalgam.evaluation.TestCase;
import org.amalgam.fusion.KeptCases;
import org.amalgam.fusion.KeptCasesBuilder;
import org.amalgam.fusion.KeptCasesWriter;

/** Writes what members answer in every case to a file, a few hundred cases at a time. */
public final class AnswerKeeper implements CaseSink {

    private static final int AT_A_TIME = 256;

    private final BitSet candidates;
    private final KeptCasesWriter writer;
    private final Supplier<KeptCasesBuilder> fresh;
    private KeptCasesBuilder builder;
    private int waiting;

    /**
     * @param members all that answer
     * @param data what they have learned from
     */
    public AnswerKeeper(Path file, List<EnsembleMember> members, TrainingSet data) {
        List<String> names = members.stream().map(EnsembleMember::name).sorted().toList();
        int[] counts = data.itemCounts();
        this.candidates = OfflineProtocol.candidates(data);
        this.fresh = () -> new KeptCasesBuilder(names, counts, candidates, KeptCases.DEFAULT_TOP);
        this.builder = fresh.get();
        try {
            this.writer = new KeptCasesWriter(file, names, KeptCases.DEFAULT_TOP);
        } catch (IOException e) {
            throw new UncheckedIOException("keeping answers in " + file, e);
        }
    }

    @Override
    public void answered(TestCase asked, List<MemberOutput> outputs) {
        FusionLearning.keep(asked, outputs, candidates, builder);
        if (++waiting == AT_A_TIME) {
            flush();
        }
    }

    @Override
    public void ranked(
            String caseId, String ranker, int target, Optional<TargetRank> rank, int[] top) {
        // ranks follow from what is kept
    }

    private void flush() {
        try {
            writer.add(builder.build());
        } catch (IOException e) {
            throw new UncheckedIOException("keeping answers", e);
        }
        builder = fresh.get();
        waiting = 0;
    }

    @Override
    public void close() {
        flush();
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException("keeping answers", e);
        }
    }
}
