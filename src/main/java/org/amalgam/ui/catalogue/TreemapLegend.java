package org.amalgam.ui.catalogue;

import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.i18n.Messages;

/** What the colours and areas of a treemap mean. */
final class TreemapLegend extends HBox {

    private final Messages messages;

    TreemapLegend(Messages messages) {
        super(3);
        this.messages = messages;
        setAlignment(Pos.CENTER_LEFT);
    }

    /** In the language and the theme of now. */
    void show(boolean dark) {
        DivergingScale scale = new DivergingScale(dark);
        getChildren().setAll(Parts.label(messages.get("catalogue.map-legend"), "hint"));
        for (double step : DivergingScale.STEPS) {
            Color colour = scale.of(OptionalDouble.of(step));
            Label swatch = Parts.label(messages.get("catalogue.map-step", step), "legend-step");
            swatch.setStyle(
                    "-fx-background-color: %s; -fx-text-fill: %s"
                            .formatted(css(colour), css(DivergingScale.ink(colour))));
            getChildren().add(swatch);
        }
        getChildren().add(Parts.label(messages.get("catalogue.map-area"), "hint", "legend-area"));
    }

    private static String css(Color colour) {
        return String.format(
                "#%02x%02x%02x",
                Math.round(colour.getRed() * 255),
                Math.round(colour.getGreen() * 255),
                Math.round(colour.getBlue() * 255));
    }
}
