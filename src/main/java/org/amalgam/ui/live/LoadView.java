package org.amalgam.ui.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.amalgam.domain.LiveSnapshot;
import org.amalgam.domain.ResourceUse;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.i18n.Messages;

/** What the replay takes of the machine and what waits for it. */
final class LoadView extends VBox {

    private static final List<String> FIGURES =
            List.of("lag", "backlog", "heap", "gc", "cpu", "dropped");

    private final Messages messages;
    private final Map<String, Label> values = new LinkedHashMap<>();

    LoadView(Messages messages) {
        super(9);
        this.messages = messages;
        getStyleClass().add("load-list");
        FIGURES.forEach(this::add);
    }

    private void add(String figure) {
        Label name = Parts.label(messages.text("load." + figure), "load-name");
        Label value = Parts.label("–", "load-value");
        value.setId("load-" + figure);
        name.setMinWidth(Label.USE_PREF_SIZE);
        value.setMinWidth(0);
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(messages.text("load." + figure + ".tip"));
        name.setTooltip(tip);
        value.setTooltip(tip);
        HBox pair = new HBox(5, name, Parts.filler(), value);
        pair.setAlignment(Pos.BASELINE_LEFT);
        getChildren().add(pair);
        values.put(figure, value);
    }

    void show(LiveSnapshot snapshot) {
        ResourceUse use = snapshot.load().use();
        boolean paced = !Double.isInfinite(snapshot.speed());
        set("lag", paced ? Spans.brief(snapshot.lag()) : "–");
        set("backlog", paced ? whole(snapshot.load().backlog()) : "–");
        set("heap", messages.get("load.heap.value", use.heapMb(), use.heapLimitMb()));
        set(
                "gc",
                messages.get(
                        "load.gc.value", use.gcCount(), use.gcMillis(), use.recentPauseMillis()));
        set("cpu", String.format(Locale.ROOT, "%.0f %%", 100 * use.cpuLoad()));
        set("dropped", whole(snapshot.load().batchesDropped()));
        Parts.show(values.get("dropped").getParent(), snapshot.load().batchesDropped() > 0);
    }

    private void set(String figure, String text) {
        values.get(figure).setText(text);
    }

    private static String whole(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
