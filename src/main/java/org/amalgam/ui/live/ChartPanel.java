package org.amalgam.ui.live;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.amalgam.ui.chart.ChartFormat;
import org.amalgam.ui.chart.ChartModel;
import org.amalgam.ui.chart.ChartPick;
import org.amalgam.ui.chart.ChartView;
import org.amalgam.ui.chart.LiveChart;
import org.amalgam.ui.chart.Span;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.control.Rankers;
import org.amalgam.ui.control.TextExport;
import org.amalgam.ui.i18n.Messages;

/** A chart with its title and tools in a panel. */
final class ChartPanel extends VBox {

    private static final double HEAD = 26;

    private final String key;
    private final Messages messages;
    private final Label message = Parts.label("", "chart-message");
    private final Label state = Parts.label("", "chart-state");
    private final Node beside;
    private final ChartTools tools;
    private PickListener listener = (picked, at) -> {};
    private int decimals;
    private String unit = "";
    private LiveChart chart;

    /** Hears of points that somebody wants to know more of. */
    interface PickListener {
        void picked(ChartPanel panel, ChartPick pick);
    }

    /**
     * @param key names the chart: its title is {@code chart.KEY}, its id {@code chart-KEY}
     * @param decimals digits after the point of its values
     * @param beside stands beside the title
     */
    ChartPanel(
            String key,
            ChartModel model,
            int decimals,
            Node beside,
            Messages messages,
            TextExport export) {
        super(4);
        this.key = key;
        this.decimals = decimals;
        this.messages = messages;
        this.beside = beside;
        this.tools = new ChartTools(this, messages, export);
        getStyleClass().addAll("panel", "chart-panel");
        message.setId("message-" + key);
        message.setWrapText(true);
        message.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        VBox.setVgrow(message, Priority.ALWAYS);
        getChildren().addAll(head(), message);
        insteadOfChart("");
        show(model);
        messages.languageProperty().addListener(changed -> format());
        VBox.setVgrow(this, Priority.ALWAYS);
        HBox.setHgrow(this, Priority.ALWAYS);
        setMinSize(0, 0);
        setPrefSize(100, 100);
    }

    /** The hint {@code chart.KEY.hint}, to stand beside a title. */
    static Node hint(String key, Messages messages) {
        Label hint = Parts.label(messages.text("chart." + key + ".hint"), "hint");
        hint.setMinWidth(0);
        return hint;
    }

    private Node head() {
        Label title = Parts.label(messages.text("chart." + key), "h");
        title.setId("title-" + key);
        title.setMinWidth(Region.USE_PREF_SIZE);
        state.setId("state-" + key);
        state.setMinWidth(0);
        HBox words = new HBox(8, title, beside, state);
        words.setAlignment(Pos.CENTER_LEFT);
        StackPane head = new StackPane(words, tools.strip());
        StackPane.setAlignment(tools.strip(), Pos.CENTER_RIGHT);
        // All alike, whatever stands beside the title, or titles would not be in one line.
        head.setMinHeight(HEAD);
        head.setMaxHeight(HEAD);
        return head;
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
        chart.accessibleHelpProperty().bind(messages.text("charts.help"));
        chart.setOnViewChange(this::showState);
        chart.setOnMore(tools::openSeries);
        chart.setOnPick(pick -> listener.picked(this, pick));
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
        showState();
    }

    /** Says that the picture stands still, or that only a part is in sight. */
    private void showState() {
        ChartView view = chart.view();
        double newest = view.model().xSpan().map(Span::high).orElse(0.0);
        boolean some = view.isPaused() || view.isZoomed();
        state.setText(
                view.isPaused()
                        ? messages.get("charts.standing", newest)
                        : some ? messages.get("charts.part") : "");
        Parts.show(state, some);
        boolean hint = beside.getStyleClass().contains("hint");
        Parts.show(beside, !hint || !some);
        tools.refresh();
    }

    /** Looks at the whole of what comes, for the next replay. */
    void beginAnew() {
        chart.view().setPaused(false);
        chart.view().showAll();
        chart.viewChanged();
    }

    /** Hears of points that somebody wants to know more of. */
    void setOnPick(PickListener hears) {
        listener = hears;
    }

    LiveChart chart() {
        return chart;
    }

    /** Names the chart. */
    String key() {
        return key;
    }
}
