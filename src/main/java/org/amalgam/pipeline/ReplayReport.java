package org.amalgam.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
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
import org.amalgam.report.RunReport;
import org.amalgam.report.RunTelemetry;

/** Replays to the end without a window, and writes lists and report. */
final class ReplayReport implements AutoCloseable {

    private final ReportTarget target;
    private final Optional<ListsWriter> lists;

    ReplayReport(Catalogue catalogue, ReportTarget target) {
        this(item -> catalogue.item(item).id(), target);
    }

    /**
     * @param itemId the log's own id of an item
     */
    ReplayReport(IntFunction<String> itemId, ReportTarget target) {
        this.target = target;
        this.lists = target.lists().map(file -> new ListsWriter(file, itemId));
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
        return run(
                replay,
                (summary, telemetry) -> reports.of(replay, summary, telemetry, target.command()),
                monitor);
    }

    /**
     * @param reports makes the report when the replay has come to its end
     */
    ReplaySummary run(
            Replay replay,
            BiFunction<ReplaySummary, RunTelemetry, RunReport> reports,
            TaskMonitor monitor) {
        try (ReplayThread thread = new ReplayThread(replay, monitor)) {
            thread.play();
            ReplaySummary summary = thread.await();
            monitor.checkCancelled();
            ReportWriter.write(reports.apply(summary, thread.telemetry()), target.directory());
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
