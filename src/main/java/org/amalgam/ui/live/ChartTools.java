package org.amalgam.ui.live;

import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import org.amalgam.ui.chart.ChartView;
import org.amalgam.ui.control.TextExport;
import org.amalgam.ui.control.ToolStrip;
import org.amalgam.ui.i18n.Messages;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What can be done with a chart beside pointing at it: stop the picture, show all of it, choose
 * series, copy it as a picture (Ctrl+C), write its points to a file (Ctrl+E).
 */
final class ChartTools {

    private final ChartPanel panel;
    private final Messages messages;
    private final TextExport export;
    private final ToolStrip strip;
    private final Button pause;
    private final Button whole;
    private final MenuButton series;

    ChartTools(ChartPanel panel, Messages messages, TextExport export) {
        this.panel = panel;
        this.messages = messages;
        this.export = export;
        this.strip = new ToolStrip(panel, messages);
        String key = panel.key();
        this.pause = strip.add("pause-" + key, Feather.PAUSE, "charts.pause", this::togglePause);
        this.whole = strip.add("whole-" + key, Feather.MAXIMIZE_2, "charts.whole", this::showAll);
        this.series = strip.addList("series-" + key, Feather.LAYERS, "charts.series");
        series.setOnShowing(event -> fillSeries());
        strip.add("copy-" + key, Feather.COPY, "charts.copy", this::copy);
        strip.add("export-" + key, Feather.DOWNLOAD, "charts.export", this::save);
        panel.addEventHandler(KeyEvent.KEY_PRESSED, this::typed);
    }

    private void typed(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            copy();
            event.consume();
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.E) {
            save();
            event.consume();
        }
    }

    private void togglePause() {
        ChartView view = panel.chart().view();
        view.setPaused(!view.isPaused());
        panel.chart().viewChanged();
    }

    private void showAll() {
        panel.chart().view().showAll();
        panel.chart().viewChanged();
    }

    /** Shows the list of series. */
    void openSeries() {
        series.show();
    }

    private void fillSeries() {
        ChartView view = panel.chart().view();
        series.getItems().setAll(view.model().names().stream().map(this::item).toList());
    }

    private CheckMenuItem item(String name) {
        ChartView view = panel.chart().view();
        CheckMenuItem item = new CheckMenuItem(panel.chart().format().names().apply(name));
        item.setSelected(!view.isHidden(name));
        item.setOnAction(
                event -> {
                    view.toggle(name);
                    panel.chart().viewChanged();
                });
        return item;
    }

    private void copy() {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        ClipboardContent content = new ClipboardContent();
        content.putImage(panel.snapshot(parameters, null));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void save() {
        export.save(
                panel.getScene().getWindow(),
                messages.get("charts.file", panel.key()),
                panel.chart().view().csv("event"));
    }

    /** Shows what can be done now. */
    void refresh() {
        ChartView view = panel.chart().view();
        ((FontIcon) pause.getGraphic()).setIconCode(view.isPaused() ? Feather.PLAY : Feather.PAUSE);
        pause.accessibleTextProperty().unbind();
        String key = view.isPaused() ? "charts.resume" : "charts.pause";
        pause.setAccessibleText(messages.get(key));
        whole.setDisable(!view.isZoomed());
    }

    ToolStrip strip() {
        return strip;
    }
}
