package org.amalgam.ui.live;

import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.amalgam.ui.chart.ChartModel;
import org.amalgam.ui.i18n.Messages;

/**
 * How long things take, one chart in the place of four: work on one event, its response, the lag
 * behind the clock, and the events that wait for it. The last three are of a replay with a clock.
 */
final class TimePanel {

    private final Messages messages;
    private final ToggleGroup choice = new ToggleGroup();
    private final ChartPanel panel;

    /**
     * What can be charted.
     *
     * @param key its name is {@code time.KEY}
     * @param paced whether it is of a replay with a clock only
     */
    private record Chart(
            String key, boolean paced, int decimals, String unit, Supplier<ChartModel> model) {}

    TimePanel(LiveCharts histories, Messages messages) {
        this.messages = messages;
        HBox buttons = new HBox(1);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(buttons, Priority.ALWAYS);
        List.of(
                        new Chart("step", false, 2, " ms", histories::latency),
                        new Chart("response", true, 2, " ms", histories::response),
                        new Chart("lag", true, 1, " ms", histories::lag),
                        new Chart("backlog", true, 0, "", histories::backlog))
                .forEach(chart -> buttons.getChildren().add(button(chart)));
        this.panel = new ChartPanel("latency", histories.latency(), 2, buttons, messages);
        choice.selectToggle(choice.getToggles().get(0));
    }

    private ToggleButton button(Chart chart) {
        ToggleButton button = new ToggleButton();
        button.setId("time-" + chart.key());
        button.textProperty().bind(messages.text("time." + chart.key()));
        button.getStyleClass().addAll("flat", "small", "chart-choice");
        button.setMinWidth(ToggleButton.USE_PREF_SIZE);
        button.setUserData(chart);
        button.setToggleGroup(choice);
        // A toggle pressed again would leave nothing to show.
        button.setOnAction(event -> choice.selectToggle(button));
        return button;
    }

    /**
     * Shows the chosen chart as it is now.
     *
     * @param paced whether the replay keeps to a clock
     */
    void show(boolean paced, boolean dark) {
        Chart chart = chosen(choice.getSelectedToggle());
        panel.show(chart.model().get(), chart.decimals(), chart.unit());
        panel.chart().setDark(dark);
        panel.insteadOfChart(chart.paced() && !paced ? messages.get("time.unpaced") : "");
        panel.chart().refresh();
    }

    private static Chart chosen(Toggle toggle) {
        return (Chart) toggle.getUserData();
    }

    /** Runs whenever another chart is chosen. */
    void whenChosen(Runnable action) {
        choice.selectedToggleProperty()
                .addListener(
                        (seen, was, now) -> {
                            if (now != null) {
                                action.run();
                            }
                        });
    }

    ChartPanel node() {
        return panel;
    }
}
