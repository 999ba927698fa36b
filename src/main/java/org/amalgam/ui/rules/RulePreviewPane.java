package org.amalgam.ui.rules;

import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.amalgam.domain.Catalogue;
import org.amalgam.pipeline.RulePreview;
import org.amalgam.pipeline.RulePreview.Figure;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.i18n.Messages;

/** What a rule would do: a sentence, then figures before and after with their differences. */
final class RulePreviewPane {

    private final VBox pane;
    private final Messages messages;
    private final RuleWords words;

    /** Fills this pane. */
    RulePreviewPane(VBox pane, Messages messages) {
        this.pane = pane;
        this.messages = messages;
        this.words = new RuleWords(messages);
    }

    /** How numbers of one kind of figure are written, and what its differences are counted in. */
    private record Unit(String pattern, double factor, String suffix) {}

    void show(Optional<RulePreview> preview, Catalogue catalogue) {
        pane.getChildren().clear();
        Label title = Parts.label(messages.get("rules.preview-title"), "h");
        HBox head = new HBox(10, title);
        head.getStyleClass().add("preview-head");
        pane.getChildren().add(head);
        if (preview.isEmpty()) {
            Label empty = Parts.label(messages.get("rules.preview-empty"), "hint", "wrapped");
            empty.setId("previewEmpty");
            pane.getChildren().add(empty);
            return;
        }
        RulePreview found = preview.get();
        head.getChildren()
                .add(Parts.label(messages.get("rules.preview-cases", found.cases()), "hint"));
        Label says = Parts.label(words.says(found, catalogue), "rule-says", "wrapped");
        says.setId("previewSays");
        says.setMinHeight(Label.USE_PREF_SIZE);
        pane.getChildren().addAll(says, figures(found, catalogue), footnote());
    }

    private Node footnote() {
        Label note = Parts.label(messages.get("rules.preview-note"), "hint", "wrapped");
        note.setMinHeight(Label.USE_PREF_SIZE);
        return note;
    }

    private GridPane figures(RulePreview found, Catalogue catalogue) {
        GridPane grid = new GridPane();
        grid.setId("previewFigures");
        grid.setHgap(16);
        grid.setVgap(2);
        column(grid, HPos.LEFT, Priority.SOMETIMES);
        column(grid, HPos.RIGHT, Priority.NEVER);
        column(grid, HPos.RIGHT, Priority.NEVER);
        column(grid, HPos.LEFT, Priority.ALWAYS);
        column(grid, HPos.RIGHT, Priority.NEVER);
        head(grid);
        Unit points = new Unit("0.0", 100, " %");
        for (RulePreview.Exposure one : found.exposures()) {
            String scope = words.scope(one.rule().scope(), catalogue);
            add(grid, messages.get("rules.figure.slots", scope), "", one.slots(), points);
        }
        add(
                grid,
                messages.get("rules.figure.hits"),
                messages.get("rules.figure.hits.tip"),
                found.hr20(),
                points);
        add(
                grid,
                messages.get("rules.figure.rank"),
                messages.get("rules.figure.rank.tip"),
                found.mrr20(),
                new Unit("0.0000", 1, ""));
        add(
                grid,
                messages.get("rules.figure.revenue"),
                messages.get("rules.figure.revenue.tip"),
                found.revenue(),
                new Unit("0.00", 1, ""));
        add(
                grid,
                messages.get("rules.figure.coverage"),
                messages.get("rules.figure.coverage.tip"),
                found.coverage20(),
                points);
        add(
                grid,
                messages.get("rules.figure.gini"),
                messages.get("rules.figure.gini.tip"),
                found.gini20(),
                new Unit("0.000", 1, ""));
        return grid;
    }

    private static void column(GridPane grid, HPos side, Priority grow) {
        ColumnConstraints column = new ColumnConstraints();
        column.setHalignment(side);
        column.setHgrow(grow);
        grid.getColumnConstraints().add(column);
    }

    private void head(GridPane grid) {
        String[] titles = {
            messages.get("rules.figure"),
            messages.get("rules.before"),
            messages.get("rules.after"),
            messages.get("rules.difference"),
            messages.get("rules.interval")
        };
        for (int column = 0; column < titles.length; column++) {
            grid.add(fixed(Parts.label(titles[column], "hint")), column, 0);
        }
    }

    private static Label fixed(Label label) {
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    private void add(GridPane grid, String name, String explanation, Figure figure, Unit unit) {
        int row = grid.getRowCount();
        Label title = Parts.label(name, "preview-figure");
        if (!explanation.isEmpty()) {
            Tooltip tip = new Tooltip(explanation);
            tip.setWrapText(true);
            tip.setMaxWidth(380);
            title.setTooltip(tip);
        }
        String before = plain(figure.before(), unit);
        String after = plain(figure.after(), unit);
        String difference = difference(figure, unit);
        DotWhisker plot = new DotWhisker(figure.difference(), figure.band());
        plot.setAccessibleText(name + ": " + before + " → " + after + ", " + difference);
        grid.add(title, 0, row);
        grid.add(fixed(Parts.label(before, "preview-number")), 1, row);
        grid.add(fixed(Parts.label(after, "preview-number")), 2, row);
        grid.add(plot, 3, row);
        grid.add(fixed(Parts.label(difference, "preview-number")), 4, row);
    }

    private String plain(double value, Unit unit) {
        return words.number(unit.pattern(), value * unit.factor()) + unit.suffix();
    }

    /** Such as {@code −0.4 (−0.9 to +0.1)}. */
    private String difference(Figure figure, Unit unit) {
        String middle = words.signed(unit.pattern(), figure.difference() * unit.factor());
        return figure.band()
                .map(
                        band ->
                                messages.get(
                                        "rules.difference-value",
                                        middle,
                                        words.signed(unit.pattern(), band.low() * unit.factor()),
                                        words.signed(unit.pattern(), band.high() * unit.factor())))
                .orElse(middle);
    }
}
