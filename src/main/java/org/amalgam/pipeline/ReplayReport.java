package org.amalgam.pipeline;

import java.util.List;
import java.util.Optional;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.StepOutcome;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.evaluation.ListsWriter;
import org.amalgam.pipeline.engine.Replay;
import org.amalgam.pipeline.engine.ReplayThread;
import org.amalgam.pipeline.engine.RunReports;
import org.amalgam.pipeline.engine.ScoredStep;
import org.amalgam.pipeline.engine.StepListener;
import org.amalgam.report.ReportWriter;

/** Replays to the end without a window, and writes lists and report. */
final class ReplayReport implements AutoCloseable {

    private final ReportTarget target;
    private final Optional<ListsWriter> lists;

    ReplayReport(Catalogue catalogue, ReportTarget target) {
        this.target = target;
        this.lists =
                target.lists()
                        .map(file -> new ListsWriter(file, item -> catalogue.item(item).id()));
    }

    /** What has to hear of every step. */
    List<StepListener> listeners() {
        return lists.<List<StepListener>>map(writer -> List.of(step -> write(writer, step)))
                .orElse(List.of());
    }

    /** The main cases only: those the results are about. */
    private static void write(ListsWriter writer, ScoredStep step) {
        StepOutcome outcome = step.outcome();
        if (outcome.opensSession()) {
            return;
        }
        String caseId = Long.toString(outcome.event().number());
        for (String ranker : step.rankers()) {
            writer.ranked(
                    caseId,
                    ranker,
                    outcome.event().item(),
                    Optional.ofNullable(outcome.ranks().get(ranker)),
                    step.tops().getOrDefault(ranker, new int[0]));
        }
    }

    ReplaySummary run(Replay replay, RunReports reports, TaskMonitor monitor) {
        try (ReplayThread thread = new ReplayThread(replay, monitor)) {
            thread.play();
            ReplaySummary summary = thread.await();
            monitor.checkCancelled();
            ReportWriter.write(
                    reports.of(replay, summary, thread.telemetry(), target.command()),
                    target.directory());
            return summary;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.util.concurrent.CancellationException("interrupted");
        }
    }

    @Override
    public void close() {
        lists.ifPresent(ListsWriter::close);
    }
}
