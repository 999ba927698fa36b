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
import org.amalgam.domain.stage.EnsembleMember;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.evaluation.CaseSink;
import org.amalgam.evaluation.FusedRanker;
import org.amalgam.evaluation.ListsWriter;
import org.amalgam.evaluation.OfflineProtocol;
import org.amalgam.fusion.FusionMethods;
import org.amalgam.fusion.FusionRecipe;
import org.amalgam.model.Members;
import org.amalgam.pipeline.engine.FusionGroups;
import org.amalgam.pipeline.engine.FusionLearning;
import org.amalgam.pipeline.engine.QualityTables;
import org.amalgam.pipeline.engine.RunReports;
import org.amalgam.pipeline.engine.SpeedNotes;
import org.amalgam.pipeline.engine.Training;
import org.amalgam.report.ReportWriter;

/**
 * An offline protocol from files to report: members choose on the holdout, fusion learns there from
 * what they say, members learn from everything, and the test part is predicted once.
 */
final class OfflineEvaluation {

    private final OfflineRequest request;
    private final ReportTarget target;
    private final TaskMonitor monitor;

    OfflineEvaluation(OfflineRequest request, ReportTarget target, TaskMonitor monitor) {
        this.request = request;
        this.target = target;
        this.monitor = monitor;
    }

    ReplaySummary run() {
        FusionGroups.requireUsable(request.members(), request.fusion(), request.weights());
        OfflineData data = OfflineData.of(request.files());
        List<EnsembleMember> members =
                request.members().stream()
                        .map(name -> Members.create(name, request.seed(), request.settings()))
                        .toList();
        try {
            return evaluate(data, members);
        } finally {
            members.forEach(EnsembleMember::close);
        }
    }

    private ReplaySummary evaluate(OfflineData data, List<EnsembleMember> members) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        add(seconds, Training.choose(members, data.holdout(), monitor));
        Map<String, FusionRecipe> recipes = learnFusion(data, members);
        if (data.retrain()) {
            add(seconds, Training.train(members, data.train(), monitor));
        }
        List<FusedRanker> fused =
                FusionGroups.rankers(
                        members,
                        request.fusion(),
                        request.weights(),
                        FusionSettings.defaults(),
                        recipes,
                        data.train().itemCounts());
        OfflineProtocol protocol =
                new OfflineProtocol(data.train(), members, fused, request.seed());
        OfflineProtocol.Outcome outcome = test(protocol, data, seconds);
        return report(data, outcome, recipes, SpeedNotes.of(members));
    }

    private Map<String, FusionRecipe> learnFusion(OfflineData data, List<EnsembleMember> members) {
        if (!FusionMethods.needsRecipe(request.fusion())) {
            return Map.of();
        }
        return new FusionLearning(request.fusion(), FusionSettings.defaults(), request.seed())
                .recipes(
                        FusionGroups.groups(members, request.weights()),
                        members,
                        data.holdout().early(),
                        data.validation(),
                        monitor);
    }

    private static void add(Map<String, Double> sums, Map<String, Double> seconds) {
        seconds.forEach((member, took) -> sums.merge(member, took, Double::sum));
    }

    private OfflineProtocol.Outcome test(
            OfflineProtocol protocol, OfflineData data, Map<String, Double> seconds) {
        if (target.lists().isEmpty()) {
            return protocol.run(data.test(), seconds, CaseSink.none(), monitor);
        }
        Catalogue catalogue = data.train().catalogue();
        Path file = target.lists().get();
        try (ListsWriter lists = new ListsWriter(file, item -> catalogue.item(item).id())) {
            return protocol.run(data.test(), seconds, lists, monitor);
        }
    }

    private ReplaySummary report(
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
        if (FusionMethods.needsRecipe(request.fusion()) && recipes.isEmpty()) {
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
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("members", String.join(",", request.members()));
        settings.put("fusion", request.fusion());
        settings.put("weights", request.weights().toString());
        settings.put(
                "files",
                request.files().all().stream()
                        .map(file -> file.getFileName().toString())
                        .collect(Collectors.joining(",")));
        settings.put("normalization", FusionSettings.defaults().normalization().label());
        settings.putAll(SettingsFile.reported(request.settings(), request.members()));
        settings.put("blasThreads", System.getenv().getOrDefault("OMP_NUM_THREADS", "unset"));
        return new RunReports(
                "evaluate " + request.files().protocol(),
                request.seed(),
                FileDigest.of(request.files().all()),
                catalogue,
                settings);
    }

    private static List<DataProfile.Table> tables(OfflineProtocol.Outcome outcome) {
        List<DataProfile.Table> tables = new ArrayList<>();
        tables.add(QualityTables.figures(outcome.figures()));
        tables.addAll(QualityTables.slices(outcome.slices()));
        return tables;
    }
}
