package org.amalgam.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.amalgam.config.FusionSettings;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.DataProfile;
import org.amalgam.domain.RankerKind;
import org.amalgam.evaluation.OfflineProtocol;
import org.amalgam.fusion.FusionMethods;
import org.amalgam.fusion.FusionRecipe;
import org.amalgam.fusion.KeptCases;
import org.amalgam.pipeline.engine.FusionLearning;
import org.amalgam.pipeline.engine.QualityTables;
import org.amalgam.pipeline.engine.RunReports;
import org.amalgam.report.ReportWriter;

/** Puts on paper what an offline evaluation found. */
final class OfflineReport {

    private final OfflineRequest request;
    private final ReportTarget target;

    OfflineReport(OfflineRequest request, ReportTarget target) {
        this.request = request;
        this.target = target;
    }

    /** Describes the answers that were kept in a folder, beside them. */
    void keep(
            Path folder, OfflineData data, KeptCases validation, OfflineProtocol.Outcome outcome) {
        List<KeptRun.Ranker> rankers =
                outcome.results().stream()
                        .filter(result -> result.kind() != RankerKind.FUSED)
                        .map(r -> new KeptRun.Ranker(r.ranker(), r.kind(), r.trainSeconds()))
                        .toList();
        new KeptRun(
                        KeptRun.SCHEMA,
                        AmalgamVersion.current(),
                        request.files().protocol(),
                        data.note(),
                        request.seed(),
                        FileDigest.of(request.files().all()),
                        rankers,
                        OfflineProtocol.candidates(data.train()).cardinality(),
                        outcome.unseenTargets(),
                        settings())
                .write(folder, data.train(), validation);
    }

    /** Writes the report. */
    ReplaySummary write(
            OfflineData data,
            OfflineProtocol.Outcome outcome,
            Map<String, FusionRecipe> recipes,
            List<String> speeds) {
        ReplaySummary summary =
                new ReplaySummary(
                        outcome.cases() + outcome.unseenTargets(),
                        outcome.cases(),
                        outcome.results(),
                        outcome.comparisons());
        List<String> notes = new ArrayList<>();
        notes.add(data.note());
        notes.add(unseen(data, outcome));
        if (FusionMethods.needsRecipe(request.fusion().method()) && recipes.isEmpty()) {
            notes.add("Too few validation cases to learn fusion from: all members weigh the same.");
        }
        recipes.forEach((name, recipe) -> notes.add(FusionLearning.sentence(name, recipe)));
        notes.addAll(speeds);
        notes.add(QualityTables.SIMILARITY_NOTE);
        notes.add("Items with equal scores share their mean rank.");
        notes.add("Intervals of differences are 95 % by paired bootstrap over sessions or users.");
        ReportWriter.write(
                reports(data.train().catalogue())
                        .of(summary, tables(outcome), notes, target.command()),
                target.directory());
        return summary;
    }

    private static String unseen(OfflineData data, OfflineProtocol.Outcome outcome) {
        String cases = outcome.cases() + " cases";
        return data.leavesOut()
                ? outcome.unseenTargets()
                        + " targets do not occur in training; they are left out of the "
                        + cases
                        + "."
                : outcome.misses()
                        + " targets do not occur in training; they are among the "
                        + cases
                        + ", a miss for every ranker.";
    }

    private RunReports reports(Catalogue catalogue) {
        return new RunReports(
                "evaluate " + request.files().protocol(),
                request.seed(),
                FileDigest.of(request.files().all()),
                catalogue,
                settings());
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("members", String.join(",", request.members()));
        request.fusion().addTo(settings);
        settings.put(
                "files",
                request.files().all().stream()
                        .map(file -> file.getFileName().toString())
                        .collect(Collectors.joining(",")));
        settings.put("normalization", FusionSettings.defaults().normalization().label());
        settings.putAll(SettingsFile.reported(request.settings(), request.members()));
        Engines.addTo(settings, request.members());
        return settings;
    }

    private static List<DataProfile.Table> tables(OfflineProtocol.Outcome outcome) {
        List<DataProfile.Table> tables = new ArrayList<>();
        tables.add(QualityTables.figures(outcome.figures()));
        tables.addAll(QualityTables.slices(outcome.slices()));
        return tables;
    }
}
