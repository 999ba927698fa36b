package org.amalgam.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.TargetRank;

/** Tells several sinks, in the order in which they were added, and closes them with itself. */
public final class CaseSinks implements CaseSink {

    private final List<CaseSink> sinks = new ArrayList<>();

    /** Adds one that is closed when this is. */
    public void add(CaseSink sink) {
        sinks.add(sink);
    }

    @Override
    public void answered(TestCase asked, List<MemberOutput> outputs) {
        sinks.forEach(sink -> sink.answered(asked, outputs));
    }

    @Override
    public void ranked(
            String caseId, String ranker, int target, Optional<TargetRank> rank, int[] top) {
        sinks.forEach(sink -> sink.ranked(caseId, ranker, target, rank, top));
    }

    /**
     * Closes all, the last one first.
     *
     * @throws RuntimeException the first failure, when all have been tried
     */
    @Override
    public void close() {
        RuntimeException failed = null;
        for (int i = sinks.size() - 1; i >= 0; i--) {
            try {
                sinks.get(i).close();
            } catch (RuntimeException e) {
                failed = failed == null ? e : failed;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }
}
