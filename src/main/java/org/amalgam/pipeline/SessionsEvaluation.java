package org.amalgam.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.amalgam.config.FusionSettings;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.DataProfile;
import org.amalgam.domain.Session;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.stage.EnsembleMember;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.evaluation.CaseSink;
import org.amalgam.evaluation.FusedRanker;
import org.amalgam.evaluation.ListsWriter;
import org.amalgam.evaluation.SessionsProtocol;
import org.amalgam.evaluation.TestSession;
import org.amalgam.ingest.ItemNumbers;
import org.amalgam.ingest.SessionFile;
import org.amalgam.model.Members;
import org.amalgam.pipeline.engine.FusionGroups;
import org.amalgam.pipeline.engine.RunReports;
import org.amalgam.pipeline.engine.Training;
import org.amalgam.report.ReportWriter;

/** The protocol {@code sessions}: train on one file, predict another step by step. */
final class SessionsEvaluation {

    private final SessionsRequest request;
    private final ReportTarget target;
    private final TaskMonitor monitor;

    SessionsEvaluation(SessionsRequest request, ReportTarget target, TaskMonitor monitor) {
        this.request = request;
        this.target = target;
        this.monitor = monitor;
    }

    ReplaySummary run() {
        ItemNumbers numbers = new ItemNumbers();
        List<Session> train =
                SessionFile.read(request.train(), numbers).stream()
                        .map(SessionFile.Read::session)
                        .toList();
        List<TestSession> test =
                SessionFile.readTest(request.test(), numbers).stream()
                        .map(read -> new TestSession(read.id(), read.session()))
                        .toList();
        TrainingSet data = new TrainingSet(numbers.catalogue(), train);
        List<EnsembleMember> members =
                request.members().stream()
                        .map(name -> Members.create(name, request.seed()))
                        .toList();
        try {
            return evaluate(data, test, members);
        } finally {
            members.forEach(EnsembleMember::close);
        }
    }

    private ReplaySummary evaluate(
            TrainingSet data, List<TestSession> test, List<EnsembleMember> members) {
        List<FusedRanker> fused =
                FusionGroups.rankers(
                        members, request.fusion(), request.weights(), FusionSettings.defaults());
        List<Double> seconds = Training.train(members, data, monitor);
        Map<String, Double> trainSeconds = new LinkedHashMap<>();
        for (int i = 0; i < members.size(); i++) {
            trainSeconds.put(members.get(i).name(), seconds.get(i));
        }
        SessionsProtocol protocol = new SessionsProtocol(data, members, fused, request.seed());
        SessionsProtocol.Outcome outcome = run(protocol, test, trainSeconds, data.catalogue());
        ReplaySummary summary =
                new ReplaySummary(
                        outcome.cases() + outcome.unseenTargets(),
                        outcome.cases(),
                        outcome.results(),
                        outcome.comparisons());
        ReportWriter.write(
                reports(data.catalogue())
                        .of(summary, figures(outcome), notes(outcome), target.command()),
                target.directory());
        return summary;
    }

    private SessionsProtocol.Outcome run(
            SessionsProtocol protocol,
            List<TestSession> test,
            Map<String, Double> trainSeconds,
            Catalogue catalogue) {
        if (target.lists().isEmpty()) {
            CaseSink none = (caseId, ranker, item, rank, top) -> {};
            return protocol.run(test, trainSeconds, none, monitor);
        }
        Path file = target.lists().get();
        try (ListsWriter lists = new ListsWriter(file, item -> catalogue.item(item).id())) {
            return protocol.run(test, trainSeconds, lists, monitor);
        }
    }

    private RunReports reports(Catalogue catalogue) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("members", String.join(",", request.members()));
        settings.put("fusion", request.fusion());
        settings.put("weights", request.weights().toString());
        settings.put("train", request.train().getFileName().toString());
        settings.put("test", request.test().getFileName().toString());
        settings.put("normalization", FusionSettings.defaults().normalization().label());
        settings.put("blasThreads", System.getenv().getOrDefault("OMP_NUM_THREADS", "unset"));
        String digest = FileDigest.of(List.of(request.train(), request.test()));
        return new RunReports("evaluate sessions", request.seed(), digest, catalogue, settings);
    }

    private static List<DataProfile.Table> figures(SessionsProtocol.Outcome outcome) {
        List<String> columns = new ArrayList<>(List.of("ranker"));
        columns.addAll(outcome.figures().values().iterator().next().keySet());
        List<List<String>> rows = new ArrayList<>();
        outcome.figures()
                .forEach(
                        (ranker, values) -> {
                            List<String> row = new ArrayList<>(List.of(ranker));
                            values.values()
                                    .forEach(v -> row.add(String.format(Locale.ROOT, "%.4f", v)));
                            rows.add(row);
                        });
        return List.of(new DataProfile.Table("all figures", columns, rows));
    }

    private static List<String> notes(SessionsProtocol.Outcome outcome) {
        return List.of(
                "In each test session every item but the first was predicted from those before it,"
                        + " by a ranking of all items of the training file.",
                outcome.unseenTargets()
                        + " targets do not occur in training; they are left out of the "
                        + outcome.cases()
                        + " cases.",
                "Items with equal scores share their mean rank.",
                "Intervals of differences are 95 % by paired bootstrap over sessions.");
    }
}
