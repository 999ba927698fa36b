package org.amalgam.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.amalgam.domain.Comparison;
import org.amalgam.domain.DataProfile;
import org.amalgam.domain.RankerResult;
import org.amalgam.evaluation.Metric;
import org.amalgam.evaluation.PairedBootstrap;
import org.amalgam.evaluation.RankerTrack;
import org.amalgam.model.gan.ColdStart;
import org.amalgam.model.gan.ColdStartHealth;
import org.amalgam.model.gan.ColdStartMethod;

/** Adds up what the methods of the protocol {@code cold} found, all repeats together. */
final class ColdFindings {

    private static final Metric HR20 = new Metric(Metric.Kind.HR, 20);
    private static final Metric MRR20 = new Metric(Metric.Kind.MRR, 20);

    private static final String NEIGHBOURS =
            ColdStartEvaluation.name(ColdStartMethod.NEIGHBOURS, true);
    private static final String NEIGHBOURS_UNIFORM =
            ColdStartEvaluation.name(ColdStartMethod.NEIGHBOURS, false);
    private static final String GENERATOR =
            ColdStartEvaluation.name(ColdStartMethod.GENERATOR, true);
    private static final String ADVERSARIAL =
            ColdStartEvaluation.name(ColdStartMethod.ADVERSARIAL, true);

    private final ColdScores scores;
    private final int repeats;
    private final List<List<String>> health = new ArrayList<>();

    ColdFindings(ColdScores scores, int repeats) {
        this.scores = scores;
        this.repeats = repeats;
    }

    /** Remembers how the making of rows went. */
    void note(String name, int repeat, ColdStart cold) {
        ColdStartHealth found = cold.health();
        health.add(
                List.of(
                        name,
                        Integer.toString(repeat),
                        Integer.toString(found.steps()),
                        number(found.validation()),
                        number(found.spreadRatio()),
                        number(found.loss()),
                        number(found.discriminatorAccuracy()),
                        number(cold.shift())));
    }

    /** The run of one repeat; a method that has only one run stands for each. */
    private RankerTrack track(String name, int repeat, boolean coldOnly) {
        List<ColdScores.Run> own = scores.runs().get(name);
        ColdScores.Run run = own.get(Math.min(repeat, own.size() - 1));
        return coldOnly ? run.cold() : run.all();
    }

    private double[] pooled(String name, Metric metric, boolean coldOnly) {
        return IntStream.range(0, repeats)
                .mapToObj(repeat -> track(name, repeat, coldOnly).values(metric))
                .flatMapToDouble(DoubleStream::of)
                .toArray();
    }

    /** Results of the first repeat; the tables have all. */
    ReplaySummary summary(long seed) {
        List<RankerResult> results = new ArrayList<>();
        for (boolean coldOnly : new boolean[] {false, true}) {
            scores.runs()
                    .forEach(
                            (name, runs) -> {
                                RankerTrack first = track(name, 0, coldOnly);
                                results.add(
                                        first.figures()
                                                .result(
                                                        first.name(),
                                                        first.kind(),
                                                        scores.items(),
                                                        runs.get(0).seconds()));
                            });
        }
        return new ReplaySummary(scores.cases(), scores.cases(), results, comparisons(seed));
    }

    private List<Comparison> comparisons(long seed) {
        List<Comparison> comparisons = new ArrayList<>();
        for (String name : scores.runs().keySet()) {
            if (!name.equals(ColdScores.UNTOUCHED)) {
                comparisons.add(compare(name, ColdScores.UNTOUCHED, HR20, false, seed));
            }
            for (String neighbours : List.of(NEIGHBOURS, NEIGHBOURS_UNIFORM)) {
                if (!name.equals(neighbours)) {
                    comparisons.add(compare(name, neighbours, HR20, true, seed));
                    comparisons.add(compare(name, neighbours, MRR20, true, seed));
                }
            }
        }
        comparisons.add(compare(ADVERSARIAL, GENERATOR, HR20, true, seed));
        return comparisons;
    }

    private Comparison compare(String a, String b, Metric metric, boolean coldOnly, long seed) {
        int[] once = scores.users(coldOnly);
        String suffix = coldOnly ? "-cold" : "";
        if (once.length == 0) {
            return new Comparison(a + suffix, b + suffix, metric.label(), 0, 0, 0);
        }
        int[] users = IntStream.range(0, repeats).flatMap(repeat -> IntStream.of(once)).toArray();
        PairedBootstrap.Difference found =
                PairedBootstrap.seeded(seed)
                        .compare(
                                pooled(a, metric, coldOnly),
                                pooled(b, metric, coldOnly),
                                users,
                                IntStream.of(users).max().getAsInt() + 1);
        return new Comparison(
                a + suffix,
                b + suffix,
                metric.label(),
                found.mean(),
                found.interval().low(),
                found.interval().high());
    }

    List<DataProfile.Table> tables() {
        List<String> columns =
                new ArrayList<>(
                        List.of("rows by", "cold HR@20", "cold MRR@20", "all HR@20", "all MRR@20"));
        for (int repeat = 0; repeat < repeats; repeat++) {
            columns.add("cold HR@20, repeat " + repeat);
        }
        List<List<String>> rows = scores.runs().keySet().stream().map(this::row).toList();
        return List.of(
                new DataProfile.Table("cold items", columns, rows),
                new DataProfile.Table(
                        "making of rows",
                        List.of(
                                "rows by",
                                "repeat",
                                "steps",
                                "validation",
                                "spread ratio",
                                "loss",
                                "discriminator",
                                "shift"),
                        health));
    }

    private List<String> row(String name) {
        List<String> row = new ArrayList<>(List.of(name));
        for (boolean coldOnly : new boolean[] {true, false}) {
            for (Metric metric : List.of(HR20, MRR20)) {
                row.add(mean(pooled(name, metric, coldOnly)));
            }
        }
        for (int repeat = 0; repeat < repeats; repeat++) {
            row.add(mean(track(name, repeat, true).values(HR20)));
        }
        return row;
    }

    private static String mean(double[] values) {
        return number(DoubleStream.of(values).average().orElse(0));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    List<String> notes() {
        return List.of(
                "The recommender learned from everything before the split and was then frozen; each"
                        + " later event was predicted from the latest 20 earlier lines of its user.",
                "Cold are the "
                        + scores.coldItems()
                        + " items with fewer than "
                        + ColdScores.WARM_EVENTS
                        + " events before the split; they are the target of "
                        + scores.users(true).length
                        + " of "
                        + scores.cases()
                        + " cases, whose figures are those of the rankers named -cold.",
                "How far cold items' scores are raised was chosen on the last tenth of what came"
                        + " before the split. Where rows are not called uniform, each item's scores are also moved"
                        + " by how much it was wanted since it came up.",
                "Results are of the first repeat; tables and intervals pool all repeats. Intervals"
                        + " of differences are 95 % by paired bootstrap over users.");
    }
}
