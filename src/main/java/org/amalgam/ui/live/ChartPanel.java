package org.amalgam.ui.live;

import javafx.geometry.Pos;
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
    private final int decimals;
    private final Messages messages;
    private LiveChart chart;

    /**
     * @param key names the chart: its title is {@code chart.KEY}, its id {@code chart-KEY}
     */
    ChartPanel(String key, ChartModel model, int decimals, Messages messages) {
        super(4);
        this.key = key;
        this.decimals = decimals;
        this.messages = messages;
        getStyleClass().addAll("panel", "chart-panel");
        var hint = Parts.label(messages.text("chart." + key + ".hint"), "hint");
        hint.setMinWidth(0);
        HBox head = new HBox(8, Parts.label(messages.text("chart." + key), "h"), hint);
        head.getChildren().get(0).setId("title-" + key);
        head.setAlignment(Pos.BASELINE_LEFT);
        getChildren().add(head);
        show(model);
        messages.languageProperty().addListener(changed -> format());
        VBox.setVgrow(this, Priority.ALWAYS);
        HBox.setHgrow(this, Priority.ALWAYS);
        setMinSize(0, 0);
        setPrefSize(100, 100);
    }

    /** Shows another model in the same place. */
    void show(ChartModel model) {
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
        String unit = key.equals("latency") ? " ms" : "";
        chart.setFormat(
                new ChartFormat(
                        decimals,
                        unit,
                        messages.get("chart.event"),
                        name -> Rankers.name(messages, name)));
    }

    LiveChart chart() {
        return chart;
    }
}
