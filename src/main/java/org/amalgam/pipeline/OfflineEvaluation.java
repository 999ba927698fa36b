package org.amalgam.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amalgam.config.FusionSettings;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.stage.EnsembleMember;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.evaluation.CaseSinks;
import org.amalgam.evaluation.FusedRanker;
import org.amalgam.evaluation.OfflineProtocol;
import org.amalgam.fusion.FusionMethods;
import org.amalgam.fusion.FusionRecipe;
import org.amalgam.fusion.KeptCases;
import org.amalgam.model.Members;
import org.amalgam.pipeline.engine.AnswerKeeper;
import org.amalgam.pipeline.engine.FusionGroups;
import org.amalgam.pipeline.engine.FusionLearning;
import org.amalgam.pipeline.engine.SpeedNotes;
import org.amalgam.pipeline.engine.Training;

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
        FusionGroups.requireUsable(request.members(), request.fusion());
        OfflineData data = OfflineData.of(request.files());
        target.kept().ifPresent(KeptRun::prepare);
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
        Optional<KeptCases> answers = answers(data, members);
        Map<String, FusionRecipe> recipes = learnFusion(members, answers);
        if (data.retrain()) {
            add(seconds, Training.train(members, data.train(), monitor));
        }
        List<FusedRanker> fused =
                FusionGroups.rankers(
                        members,
                        request.fusion(),
                        FusionSettings.defaults(),
                        recipes,
                        data.train().itemCounts());
        OfflineProtocol protocol =
                new OfflineProtocol(data.train(), members, fused, request.seed());
        OfflineProtocol.Outcome outcome = test(protocol, data, members, seconds);
        OfflineReport report = new OfflineReport(request, target);
        target.kept()
                .ifPresent(folder -> report.keep(folder, data, answers.orElseThrow(), outcome));
        return report.write(data, outcome, recipes, SpeedNotes.of(members));
    }

    /** What members say on the holdout, if fusion shall learn from it or a folder keep it. */
    private Optional<KeptCases> answers(OfflineData data, List<EnsembleMember> members) {
        List<EnsembleMember> asked =
                target.kept().isPresent()
                        ? members
                        : FusionGroups.fused(
                                FusionGroups.groups(members, request.fusion()), members);
        boolean wanted =
                target.kept().isPresent() || FusionMethods.needsRecipe(request.fusion().method());
        if (!wanted || asked.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                FusionLearning.keep(asked, data.holdout().early(), data.validation(), monitor));
    }

    private Map<String, FusionRecipe> learnFusion(
            List<EnsembleMember> members, Optional<KeptCases> answers) {
        if (answers.isEmpty() || !FusionMethods.needsRecipe(request.fusion().method())) {
            return Map.of();
        }
        return new FusionLearning(
                        request.fusion().method(), FusionSettings.defaults(), request.seed())
                .recipes(FusionGroups.groups(members, request.fusion()), answers.get(), monitor);
    }

    private static void add(Map<String, Double> sums, Map<String, Double> seconds) {
        seconds.forEach((member, took) -> sums.merge(member, took, Double::sum));
    }

    private OfflineProtocol.Outcome test(
            OfflineProtocol protocol,
            OfflineData data,
            List<EnsembleMember> members,
            Map<String, Double> seconds) {
        Catalogue catalogue = data.train().catalogue();
        try (CaseSinks sinks = target.sinks(item -> catalogue.item(item).id())) {
            target.kept()
                    .ifPresent(
                            folder ->
                                    sinks.add(
                                            new AnswerKeeper(
                                                    KeptRun.test(folder), members, data.train())));
            return protocol.run(data.test(), seconds, sinks, monitor);
        }
    }
}
