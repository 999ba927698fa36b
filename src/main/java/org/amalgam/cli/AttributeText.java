package org.amalgam.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.amalgam.domain.DataProfile;
import org.amalgam.pipeline.AttributeReport;
import org.amalgam.pipeline.AttributeReport.Figures;
import org.amalgam.pipeline.AttributeReport.Row;

/** How well attributes can be guessed, as tables to read. */
final class AttributeText {

    private static final List<String> METHODS = List.of("majority", "knn", "svm", "tree");

    private AttributeText() {}

    static String of(AttributeReport report) {
        StringBuilder text = new StringBuilder();
        text.append(TextTable.of(items(report))).append('\n');
        text.append(TextTable.of(accuracy(report))).append('\n');
        text.append(TextTable.of(macroF1(report))).append('\n');
        text.append(TextTable.of(guesses(report))).append('\n');
        report.rows().forEach(row -> notes(row).forEach(line -> text.append(line).append('\n')));
        text.append(
                String.format(
                        Locale.ROOT,
                        "%d guesses kept in %s; seed %d, %.0f s",
                        report.rows().stream().mapToInt(Row::filled).sum(),
                        report.kept(),
                        report.seed(),
                        report.seconds()));
        return text.toString();
    }

    private static DataProfile.Table items(AttributeReport report) {
        return table(
                "items",
                List.of("attribute", "known", "missing", "values", "train", "choose", "test"),
                report,
                row ->
                        List.of(
                                whole(row.known()),
                                whole(row.missing()),
                                whole(row.values()),
                                whole(row.training()),
                                whole(row.validation()),
                                whole(row.test())));
    }

    private static DataProfile.Table accuracy(AttributeReport report) {
        List<String> columns = new ArrayList<>(List.of("attribute"));
        columns.addAll(METHODS);
        columns.addAll(List.of("best", "setting", "more than majority, 95 %"));
        return table(
                "accuracy on the test items",
                columns,
                report,
                row -> {
                    List<String> cells = figures(row, Figures::accuracy);
                    cells.add(row.best().orElse("-"));
                    cells.add(setting(row));
                    cells.add(row.gain().map(AttributeText::gain).orElse("-"));
                    return cells;
                });
    }

    private static DataProfile.Table macroF1(AttributeReport report) {
        List<String> columns = new ArrayList<>(List.of("attribute"));
        columns.addAll(METHODS);
        return table(
                "macro F1 on the test items",
                columns,
                report,
                row -> figures(row, Figures::macroF1));
    }

    private static DataProfile.Table guesses(AttributeReport report) {
        return table(
                String.format(Locale.ROOT, "guesses of confidence %.2f on", report.confident()),
                List.of("attribute", "of test items", "right", "precision", "said", "kept"),
                report,
                row ->
                        List.of(
                                whole(row.confident().guesses()),
                                whole(row.confident().right()),
                                precision(row.confident()).map(AttributeText::share).orElse("-"),
                                precision(row.confident())
                                        .map(any -> share(row.confident().said()))
                                        .orElse("-"),
                                whole(row.filled())));
    }

    /** Share of the confident test guesses that were right. */
    static Optional<Double> precision(AttributeReport.Confident confident) {
        return confident.guesses() == 0
                ? Optional.empty()
                : Optional.of((double) confident.right() / confident.guesses());
    }

    private static List<String> notes(Row row) {
        List<String> notes = new ArrayList<>();
        if (row.sampled()) {
            int used = row.training() + row.validation() + row.test();
            notes.add(
                    String.format(
                            Locale.ROOT,
                            "%s: a sample of %,d of the %,d items with one",
                            row.attribute(),
                            used,
                            row.known()));
        }
        if (row.unseen() > 0) {
            notes.add(
                    String.format(
                            Locale.ROOT,
                            "%s: %d test items have a value that no item to learn from has",
                            row.attribute(),
                            row.unseen()));
        }
        row.untold().ifPresent(part -> notes.add(row.attribute() + ": " + untold(part)));
        otherKind(row).ifPresent(line -> notes.add(row.attribute() + ": " + line));
        row.note().ifPresent(note -> notes.add(row.attribute() + ": " + note));
        return notes;
    }

    /** That items without a value are unlike those with one, from which confidence was learned. */
    private static Optional<String> otherKind(Row row) {
        double tested = (double) row.confident().guesses() / Math.max(1, row.test());
        double missing = (double) row.filled() / Math.max(1, row.missing());
        return row.filled() > 0 && missing < tested / 2
                ? Optional.of(
                        String.format(
                                Locale.ROOT,
                                "confident of %.0f %% of the test items but of %.0f %% of those"
                                        + " without one: these tell less or are of another kind, so"
                                        + " expect fewer of the guesses to be right",
                                100 * tested,
                                100 * missing))
                : Optional.empty();
    }

    /** That the titles give it away, and how it is where they do not. */
    private static String untold(AttributeReport.Untold part) {
        if (part.cases() == 0) {
            return "the titles of all test items name it, so these figures flatter";
        }
        return part.accuracy().entrySet().stream()
                .map(one -> one.getKey() + " " + share(one.getValue()))
                .collect(
                        Collectors.joining(
                                ", ",
                                "the titles of all but "
                                        + part.cases()
                                        + " test items name it; accuracy on these: ",
                                ""));
    }

    /** Turns an attribute's figures into cells. */
    @FunctionalInterface
    private interface Cells {
        List<String> of(Row row);
    }

    private static DataProfile.Table table(
            String name, List<String> columns, AttributeReport report, Cells cells) {
        return new DataProfile.Table(
                name,
                columns,
                report.rows().stream()
                        .map(
                                row -> {
                                    List<String> line = new ArrayList<>();
                                    line.add(row.attribute());
                                    line.addAll(cells.of(row));
                                    return line;
                                })
                        .toList());
    }

    private static List<String> figures(Row row, ToDoubleFunction<Figures> figure) {
        List<String> cells = new ArrayList<>();
        for (String method : METHODS) {
            cells.add(find(row, method).map(f -> share(figure.applyAsDouble(f))).orElse("-"));
        }
        return cells;
    }

    private static Optional<Figures> find(Row row, String method) {
        return row.methods().stream().filter(one -> one.method().equals(method)).findFirst();
    }

    private static String setting(Row row) {
        return row.best()
                .flatMap(best -> find(row, best))
                .filter(best -> best.setting().isPresent())
                .map(best -> String.format(Locale.ROOT, "%.3g", best.setting().getAsDouble()))
                .orElse("-");
    }

    private static String gain(AttributeReport.Gain gain) {
        return String.format(
                Locale.ROOT, "%+.3f (%.3f to %.3f)", gain.mean(), gain.low(), gain.high());
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, "%.3f", share);
    }

    private static String whole(int number) {
        return Integer.toString(number);
    }
}
