package org.amalgam.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.amalgam.config.FusionSettings;
import org.amalgam.domain.Comparison;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.RankerResult;
import org.amalgam.domain.UnusableInput;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.evaluation.CaseSink;
import org.amalgam.evaluation.CaseSinks;
import org.amalgam.evaluation.Comparisons;
import org.amalgam.evaluation.OfflineProtocol;
import org.amalgam.evaluation.RankerTrack;
import org.amalgam.fusion.FusionMethods;
import org.amalgam.fusion.FusionRecipe;
import org.amalgam.fusion.KeptCases;
import org.amalgam.fusion.KeptFusion;
import org.amalgam.fusion.KeptMember;
import org.amalgam.fusion.KeptRanker;
import org.amalgam.pipeline.engine.FusionGroups;
import org.amalgam.pipeline.engine.FusionLearning;
import org.amalgam.pipeline.engine.QualityTables;
import org.amalgam.pipeline.engine.RunReports;
import org.amalgam.report.ReportWriter;

/**
 * Fuses what an offline evaluation kept in another way: fusion learns on the kept validation cases,
 * and the kept test cases are ranked. Members are not asked, so a test part that took an hour takes
 * seconds.
 */
final class KeptEvaluation {

    private static final int PROGRESS_EVERY = 1024;

    private final KeptRequest request;
    private final ReportTarget target;
    private final TaskMonitor monitor;
    private final KeptRun run;
    private final KeptRun.Items items;
    private final long seed;

    KeptEvaluation(KeptRequest request, ReportTarget target, TaskMonitor monitor) {
        this.request = request;
        this.target = target;
        this.monitor = monitor;
        this.run = KeptRun.read(request.folder());
        this.items = KeptRun.items(request.folder());
        this.seed = request.seed().orElse(run.seed());
    }

    ReplaySummary run() {
        List<String> names = run.rankers().stream().map(KeptRun.Ranker::name).toList();
        FusionGroups.requireUsable(names, request.fusion());
        Map<String, Set<String>> groups =
                FusionGroups.groups(members(names), request.fusion().named());
        Map<String, FusionRecipe> recipes = recipes(groups);
        KeptCases test = cases(KeptRun.test(request.folder()));
        List<Ranker> rankers = new ArrayList<>();
        addAlone(RankerKind.MEMBER, test, rankers);
        groups.forEach(
                (name, fused) ->
                        rankers.add(
                                new Ranker(
                                        new RankerTrack(name, RankerKind.FUSED, items.counts()),
                                        new KeptFusion(
                                                test.only(fused),
                                                FusionGroups.method(
                                                        request.fusion(),
                                                        fused,
                                                        FusionSettings.defaults(),
                                                        Optional.ofNullable(recipes.get(name)),
                                                        items.counts())))));
        addAlone(RankerKind.BASELINE, test, rankers);
        rank(test, rankers);
        return report(test, rankers, recipes);
    }

    /** How one ranker ranks, and what came of it. */
    private record Ranker(RankerTrack track, KeptRanker kept) {}

    private List<String> members(List<String> names) {
        for (String name : request.members()) {
            if (!names.contains(name)) {
                throw new UnusableInput(
                        "--members: '" + name + "' was not kept; there are " + names);
            }
        }
        return request.members().isEmpty()
                ? run.rankers().stream()
                        .filter(ranker -> ranker.kind() == RankerKind.MEMBER)
                        .map(KeptRun.Ranker::name)
                        .toList()
                : names.stream().filter(request.members()::contains).toList();
    }

    private Map<String, FusionRecipe> recipes(Map<String, Set<String>> groups) {
        return FusionMethods.needsRecipe(request.fusion().method())
                ? new FusionLearning(request.fusion().method(), FusionSettings.defaults(), seed)
                        .recipes(groups, cases(KeptRun.validation(request.folder())), monitor)
                : Map.of();
    }

    private KeptCases cases(Path part) {
        return KeptRun.cases(request.folder(), part);
    }

    private void addAlone(RankerKind kind, KeptCases test, List<Ranker> rankers) {
        run.rankers().stream()
                .filter(ranker -> ranker.kind() == kind)
                .forEach(
                        ranker ->
                                rankers.add(
                                        new Ranker(
                                                new RankerTrack(
                                                        ranker.name(), kind, items.counts()),
                                                new KeptMember(test, ranker.name()))));
    }

    private void rank(KeptCases test, List<Ranker> rankers) {
        try (CaseSinks sinks = target.sinks(items.numbers()::id)) {
            rank(test, rankers, sinks);
        }
    }

    private void rank(KeptCases test, List<Ranker> rankers, CaseSink sink) {
        for (int index = 0; index < test.size(); index++) {
            if (index % PROGRESS_EVERY == 0) {
                monitor.checkCancelled();
                monitor.progress("fusing", index, test.size());
            }
            for (Ranker ranker : rankers) {
                Optional<KeptRanker.Ranking> found =
                        ranker.kept().next(index, OfflineProtocol.LIST_LENGTH);
                var rank = found.flatMap(KeptRanker.Ranking::rank);
                int[] top = found.map(KeptRanker.Ranking::top).orElse(new int[0]);
                ranker.track().add(rank, top, 0);
                sink.ranked(
                        test.label(index).id(),
                        ranker.track().name(),
                        test.target(index),
                        rank,
                        top);
            }
        }
        monitor.progress("fusing", test.size(), test.size());
    }

    private ReplaySummary report(
            KeptCases test, List<Ranker> rankers, Map<String, FusionRecipe> recipes) {
        List<RankerTrack> tracks = rankers.stream().map(Ranker::track).toList();
        List<RankerResult> results = new ArrayList<>();
        Map<String, Map<String, Double>> figures = new LinkedHashMap<>();
        for (RankerTrack track : tracks) {
            results.add(
                    track.figures()
                            .result(
                                    track.name(),
                                    track.kind(),
                                    run.candidates(),
                                    seconds(track.name())));
            figures.put(track.name(), track.figures().figures(run.candidates()));
        }
        int[] groups = IntStream.range(0, test.size()).map(test::group).toArray();
        List<Comparison> comparisons = Comparisons.between(tracks, groups, seed);
        ReplaySummary summary =
                new ReplaySummary(
                        test.size() + run.unseenTargets(), test.size(), results, comparisons);
        ReportWriter.write(
                new RunReports(
                                "evaluate kept",
                                seed,
                                run.dataDigest(),
                                items.numbers().catalogue(),
                                settings())
                        .of(
                                summary,
                                List.of(QualityTables.figures(figures)),
                                notes(recipes),
                                target.command()),
                target.directory());
        return summary;
    }

    private double seconds(String name) {
        return run.rankers().stream()
                .filter(ranker -> ranker.name().equals(name))
                .mapToDouble(KeptRun.Ranker::trainSeconds)
                .sum();
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>(run.settings());
        settings.put("keptBy", "evaluate " + run.protocol() + ", " + run.amalgamVersion());
        request.fusion().addTo(settings);
        settings.put("fused", String.join(",", request.members()));
        return settings;
    }

    private List<String> notes(Map<String, FusionRecipe> recipes) {
        List<String> notes = new ArrayList<>();
        notes.add(run.note());
        notes.add(
                "Fused from the answers that an earlier run kept: each member's first "
                        + KeptCases.DEFAULT_TOP
                        + " items a case. Ranks beyond those are not known, and no time was"
                        + " measured.");
        recipes.forEach((name, recipe) -> notes.add(FusionLearning.sentence(name, recipe)));
        return notes;
    }
}
