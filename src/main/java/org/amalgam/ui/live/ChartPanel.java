package org.amalgam.ui.live;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.amalgam.ui.chart.ChartFormat;
import org.amalgam.ui.chart.ChartModel;
import org.amalgam.ui.chart.LiveChart;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.control.Rankers;
import org.amalgam.ui.i18n.Messages;

/** A chart with its title in a panel. */
final class ChartPanel extends VBox {

    private final String key;
    private final Messages messages;
    private final Label message = Parts.label("", "chart-message");
    private int decimals;
    private String unit = "";
    private LiveChart chart;

    /**
     * @param key names the chart: its title is {@code chart.KEY}, its id {@code chart-KEY}
     */
    ChartPanel(String key, ChartModel model, int decimals, Messages messages) {
        this(key, model, decimals, hint(key, messages), messages);
    }

    private static Node hint(String key, Messages messages) {
        Label hint = Parts.label(messages.text("chart." + key + ".hint"), "hint");
        hint.setMinWidth(0);
        return hint;
    }

    /**
     * The same with something else beside the title than the hint {@code chart.KEY.hint}.
     *
     * @param beside stands there
     */
    ChartPanel(String key, ChartModel model, int decimals, Node beside, Messages messages) {
        super(4);
        this.key = key;
        this.decimals = decimals;
        this.messages = messages;
        getStyleClass().addAll("panel", "chart-panel");
        HBox head = new HBox(8, Parts.label(messages.text("chart." + key), "h"), beside);
        head.getChildren().get(0).setId("title-" + key);
        head.setAlignment(Pos.BASELINE_LEFT);
        message.setId("message-" + key);
        message.setWrapText(true);
        message.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        VBox.setVgrow(message, Priority.ALWAYS);
        getChildren().addAll(head, message);
        insteadOfChart("");
        show(model);
        messages.languageProperty().addListener(changed -> format());
        VBox.setVgrow(this, Priority.ALWAYS);
        HBox.setHgrow(this, Priority.ALWAYS);
        setMinSize(0, 0);
        setPrefSize(100, 100);
    }

    /** Says something in the place of the chart; an empty text shows the chart again. */
    void insteadOfChart(String text) {
        message.setText(text);
        Parts.show(message, !text.isEmpty());
        if (chart != null) {
            Parts.show(chart, text.isEmpty());
        }
    }

    /** Shows another model in the same place, its values written so. */
    void show(ChartModel model, int newDecimals, String newUnit) {
        decimals = newDecimals;
        unit = newUnit;
        show(model);
    }

    private void show(ChartModel model) {
        if (chart != null && chart.model() == model) {
            return;
        }
        getChildren().remove(chart);
        chart = new LiveChart(model);
        chart.setId("chart-" + key);
        chart.accessibleTextProperty().bind(messages.text("chart." + key));
        VBox.setVgrow(chart, Priority.ALWAYS);
        getChildren().add(chart);
        format();
    }

    private void format() {
        chart.setFormat(
                new ChartFormat(
                        decimals,
                        unit,
                        messages.get("chart.event"),
                        name ->
                                messages.find("series." + name)
                                        .orElseGet(() -> Rankers.name(messages, name))));
    }

    LiveChart chart() {
        return chart;
    }
}
