package org.amalgam.ui.live;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ComboBox;
import org.amalgam.domain.LiveSnapshot;
import org.amalgam.ui.chart.ChartModel;
import org.amalgam.ui.control.Rankers;
import org.amalgam.ui.control.TextExport;
import org.amalgam.ui.control.WordCell;
import org.amalgam.ui.i18n.Messages;

/**
 * How long things take: work on one event, any of its stages, its response, the lag behind the
 * clock, and the events that wait for it. The last three are of a replay with a clock.
 */
final class TimePanel {

    /** Charts of a replay with a clock only; others are of stages. */
    private static final String LAG = "lag";

    private static final String BACKLOG = "backlog";

    private static final List<String> ALWAYS =
            List.of(LiveSnapshot.WHOLE_EVENT, LiveSnapshot.RESPONSE, LAG, BACKLOG);

    private final LiveCharts histories;
    private final Messages messages;
    private final ComboBox<String> choice = new ComboBox<>();
    private final ChartPanel panel;

    TimePanel(LiveCharts histories, Messages messages, TextExport export) {
        this.histories = histories;
        this.messages = messages;
        choice.setId("timeChoice");
        choice.getStyleClass().addAll("small", "chart-choice");
        choice.setMinWidth(0);
        choice.setVisibleRowCount(16);
        choice.accessibleTextProperty().bind(messages.text("time.choice"));
        WordCell.in(choice, this::name, messages);
        choice.getItems().setAll(ALWAYS);
        choice.setValue(LiveSnapshot.WHOLE_EVENT);
        ChartModel first = histories.latency(LiveSnapshot.WHOLE_EVENT);
        this.panel = new ChartPanel("latency", first, 2, choice, messages, export);
    }

    private String name(String stage) {
        return messages.find("stage." + stage).orElseGet(() -> Rankers.name(messages, stage));
    }

    /**
     * Shows the chosen chart as it is now.
     *
     * @param paced whether the replay keeps to a clock
     */
    void show(boolean paced, boolean dark) {
        offerStages();
        String chosen = choice.getValue();
        boolean needsClock =
                List.of(LiveSnapshot.RESPONSE, LAG, BACKLOG).contains(chosen) && !paced;
        switch (chosen) {
            case LAG -> panel.show(histories.lag(), 1, " ms");
            case BACKLOG -> panel.show(histories.backlog(), 0, "");
            default -> panel.show(histories.latency(chosen), 2, " ms");
        }
        panel.chart().setDark(dark);
        panel.insteadOfChart(needsClock ? messages.get("time.unpaced") : "");
        panel.chart().refresh();
    }

    private void offerStages() {
        List<String> offered = new ArrayList<>(ALWAYS);
        histories.stages().stream().filter(one -> !ALWAYS.contains(one)).forEach(offered::add);
        if (!choice.getItems().equals(offered)) {
            String chosen = choice.getValue();
            choice.getItems().setAll(offered);
            choice.setValue(offered.contains(chosen) ? chosen : LiveSnapshot.WHOLE_EVENT);
        }
    }

    /** Runs whenever another chart is chosen. */
    void whenChosen(Runnable action) {
        choice.valueProperty()
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
