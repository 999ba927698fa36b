package org.amalgam.pipeline.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.amalgam.domain.DataProfile;
import org.amalgam.evaluation.SlicedQuality;

/** Tables of quality for reports, the same for all protocols. */
public final class QualityTables {

    /** Name of the table of every figure. */
    public static final String ALL_FIGURES = "all figures";

    /** What a reader should know of one of them. */
    public static final String SIMILARITY_NOTE =
            "intraListSimilarity20Sampled: mean cosine of all pairs of a list's items, by how often"
                    + " each occurs with every item in a training session; the mean over at most"
                    + " 500 evenly spaced cases.";

    private QualityTables() {}

    /** A table a slice: cases, HR@20 and MRR@20 of each ranker. */
    public static List<DataProfile.Table> slices(SlicedQuality quality) {
        List<DataProfile.Table> tables = new ArrayList<>();
        quality.read()
                .forEach(
                        (slice, byRanker) ->
                                tables.add(
                                        new DataProfile.Table(
                                                slice,
                                                List.of("ranker", "cases", "HR@20", "MRR@20"),
                                                byRanker.entrySet().stream()
                                                        .map(e -> row(e.getKey(), e.getValue()))
                                                        .toList())));
        return tables;
    }

    private static List<String> row(String ranker, SlicedQuality.Quality quality) {
        return List.of(
                ranker,
                Long.toString(quality.cases()),
                fixed(quality.hr20()),
                fixed(quality.mrr20()));
    }

    /**
     * One table of all figures.
     *
     * @param figures by ranker, then by name; all rankers have the same names
     */
    public static DataProfile.Table figures(Map<String, Map<String, Double>> figures) {
        List<String> columns = new ArrayList<>(List.of("ranker"));
        figures.values().stream().limit(1).forEach(first -> columns.addAll(first.keySet()));
        List<List<String>> rows = new ArrayList<>();
        figures.forEach(
                (ranker, values) -> {
                    List<String> row = new ArrayList<>(List.of(ranker));
                    values.values().forEach(value -> row.add(fixed(value)));
                    rows.add(row);
                });
        return new DataProfile.Table(ALL_FIGURES, columns, rows);
    }

    private static String fixed(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
