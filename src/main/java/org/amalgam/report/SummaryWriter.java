package org.amalgam.report;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.amalgam.domain.Comparison;
import org.amalgam.domain.ImportReport;
import org.amalgam.domain.RankerResult;
import org.amalgam.domain.ResourceUse;
import org.amalgam.domain.SourceReport;

/** Writes summary.json. Names and meanings of its fields are fixed: others read them. */
public final class SummaryWriter {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SummaryWriter() {}

    /** The summary as a tree, for {@code --json}. */
    public static ObjectNode tree(RunReport report) {
        ObjectNode root = JSON.createObjectNode();
        root.put("schema", RunReport.SCHEMA);
        root.put("amalgamVersion", report.amalgamVersion());
        root.put("kind", report.kind());
        root.put("command", report.command());
        root.put("seed", report.seed());
        root.put("dataDigest", report.dataDigest());
        root.set("settings", JSON.valueToTree(report.settings()));
        root.set("machine", JSON.valueToTree(report.machine()));
        ArrayNode results = root.putArray("results");
        report.results().forEach(result -> results.add(result(result)));
        root.set("comparisons", comparisons(report));
        root.set("adjustments", Adjustments.tree(report.adjustments()));
        root.set("intervals", JSON.valueToTree(report.intervals()));
        report.cleaning().ifPresent(cleaning -> root.set("cleaning", cleaning(cleaning)));
        report.source().ifPresent(source -> root.set("source", source(source)));
        root.set("stages", JSON.valueToTree(report.stages()));
        report.telemetry().ifPresent(found -> root.set("telemetry", telemetry(report, found)));
        root.set("timelines", JSON.valueToTree(report.timelines()));
        root.set("slices", JSON.valueToTree(report.slices()));
        root.set("notes", JSON.valueToTree(report.notes()));
        root.set("samples", JSON.valueToTree(report.samples()));
        return root;
    }

    /** Writes the summary; line breaks are the same on every platform. */
    public static void write(RunReport report, Path file) throws IOException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        String text = JSON.writer(printer).writeValueAsString(tree(report));
        Files.write(file, (text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode result(RankerResult result) {
        ObjectNode node = JSON.createObjectNode();
        node.put("ranker", result.ranker());
        node.put("kind", result.kind().label());
        node.put("cases", result.cases());
        node.put("hr20", result.hr20());
        node.put("mrr20", result.mrr20());
        node.put("ndcg20", result.ndcg20());
        node.put("hr10", result.hr10());
        node.put("ndcg10", result.ndcg10());
        node.put("coverage20", result.coverage20());
        node.put("tieRate", result.tieRate());
        node.put("trainSeconds", result.trainSeconds());
        node.put("p50Ms", result.p50Ms());
        node.put("p99Ms", result.p99Ms());
        return node;
    }

    private static ArrayNode comparisons(RunReport report) {
        ArrayNode array = JSON.createArrayNode();
        for (Comparison comparison : report.comparisons()) {
            ObjectNode node = array.addObject();
            node.put("a", comparison.a());
            node.put("b", comparison.b());
            node.put("metric", comparison.metric());
            node.put("difference", comparison.difference());
            node.put("low", comparison.low());
            node.put("high", comparison.high());
        }
        return array;
    }

    private static ObjectNode telemetry(RunReport report, RunTelemetry telemetry) {
        ResourceUse use = telemetry.use();
        ObjectNode node = JSON.createObjectNode();
        node.put("events", telemetry.events());
        node.put("seconds", telemetry.seconds());
        node.put("eventsPerSecond", telemetry.eventsPerSecond());
        node.put("heapPeakMb", use.heapPeakMb());
        use.heapAfterGcMb().ifPresent(after -> node.put("heapAfterGcMb", after));
        node.put("gcCount", use.gcCount());
        node.put("gcMillis", use.gcMillis());
        node.put("longestPauseMs", use.longestPauseMillis());
        node.put("cpuLoad", use.meanCpuLoad());
        node.put("batchesDropped", telemetry.batchesDropped());
        ObjectNode stages = node.putObject("stages");
        for (RunReport.StageLatency stage : report.stages()) {
            ObjectNode times = stages.putObject(stage.stage());
            times.put("p50Ms", stage.p50Ms());
            times.put("p95Ms", stage.p95Ms());
            times.put("p99Ms", stage.p99Ms());
            times.put("maxMs", stage.maxMs());
        }
        return node;
    }

    private static ObjectNode source(SourceReport source) {
        ObjectNode node = cleaning(source.lines());
        node.put("file", source.file());
        node.put("latenessSeconds", source.lateness().toMillis() / 1e3);
        node.put("searches", source.searches());
        node.put("late", source.late());
        node.put("reordered", source.reordered());
        node.put("replayed", source.replayed());
        node.put("newItems", source.newItems());
        node.put("afterEnd", source.afterEnd());
        node.put("startedAnew", source.startedAnew());
        node.put("unfinished", source.unfinished());
        SourceReport.Traffic traffic = source.traffic();
        ObjectNode queue = node.putObject("queue");
        queue.put("capacity", traffic.capacity());
        queue.put("handedOver", traffic.handedOver());
        queue.put("taken", traffic.taken());
        queue.put("mostWaiting", traffic.mostWaiting());
        queue.put("readerWaits", traffic.readerWaits());
        queue.put("longestWaitMs", traffic.longestWait().toNanos() / 1e6);
        return node;
    }

    /** As {@code import --json} says it. */
    private static ObjectNode cleaning(ImportReport cleaning) {
        ObjectNode node = JSON.createObjectNode();
        node.put("read", cleaning.read());
        node.put("kept", cleaning.kept());
        ObjectNode rejected = node.putObject("rejected");
        cleaning.rejected()
                .forEach((reason, n) -> rejected.put(reason.name().toLowerCase(Locale.ROOT), n));
        node.put("duplicates", cleaning.duplicates());
        node.put("repaired", cleaning.repaired());
        node.put("bots", cleaning.bots());
        node.put("seconds", cleaning.seconds());
        return node;
    }
}
