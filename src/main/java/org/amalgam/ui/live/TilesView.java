package org.amalgam.ui.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.i18n.Messages;
import org.amalgam.ui.live.LiveTiles.Tile;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** Five figures in a row. */
final class TilesView extends HBox {

    private static final Map<String, Ikon> ICONS = icons();

    private final Messages messages;
    private final Map<String, TileLabels> tiles = new LinkedHashMap<>();

    private record TileLabels(Label value, Label unit, Label change) {}

    TilesView(Messages messages) {
        super(10);
        this.messages = messages;
        ICONS.forEach(this::add);
    }

    private static Map<String, Ikon> icons() {
        Map<String, Ikon> icons = new LinkedHashMap<>();
        icons.put("hr", Feather.TARGET);
        icons.put("mrr", Feather.AWARD);
        icons.put("p50", Feather.CLOCK);
        icons.put("p99", Feather.ALERT_CIRCLE);
        icons.put("pace", Feather.ZAP);
        return icons;
    }

    private void add(String key, Ikon glyph) {
        Label value = Parts.label("–", "tile-value");
        value.setId("tile-" + key);
        Label unit = Parts.label("", "tile-unit");
        Label change = Parts.label("–", "tile-change");
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(messages.text("tile.change", LiveTiles.BACK));
        change.setTooltip(tip);
        Label name = Parts.label(messages.text("tile." + key), "tile-name");
        name.setMinWidth(0);
        HBox head = new HBox(5, Parts.icon(glyph, "tile-icon"), name);
        head.setAlignment(Pos.CENTER_LEFT);
        value.setMinWidth(Label.USE_PREF_SIZE);
        unit.setMinWidth(0);
        HBox figure = new HBox(5, value, unit);
        figure.setAlignment(Pos.BASELINE_LEFT);
        VBox tile = new VBox(1, head, figure, change);
        tile.getStyleClass().addAll("panel", "tile");
        tile.setPrefWidth(100);
        tile.setMinWidth(0);
        HBox.setHgrow(tile, Priority.ALWAYS);
        getChildren().add(tile);
        tiles.put(key, new TileLabels(value, unit, change));
    }

    void show(List<Tile> shown) {
        for (Tile tile : shown) {
            TileLabels parts = tiles.get(tile.key());
            parts.value().setText(tile.value());
            parts.unit().setText(tile.fused() ? messages.get("tile.fused") : tile.unit());
            parts.change().setText(tile.change().isEmpty() ? "–" : tile.change());
            parts.change().getStyleClass().removeAll("change-better", "change-worse");
            if (tile.better() != 0) {
                parts.change()
                        .getStyleClass()
                        .add(tile.better() > 0 ? "change-better" : "change-worse");
            }
        }
    }
}
