package org.amalgam.ui.catalogue;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.amalgam.domain.Item;
import org.amalgam.ui.chart.Palette;
import org.amalgam.ui.control.Parts;

/** Stands for an item's picture: its initial on the colour of its category. */
final class ItemInitial extends StackPane {

    private static final List<Integer> COLOURS =
            List.of(
                    Palette.BLUE,
                    Palette.ORANGE,
                    Palette.GREEN,
                    Palette.VERMILION,
                    Palette.SKY,
                    Palette.PURPLE,
                    Palette.OLIVE,
                    Palette.GREY);

    private final Label letter = Parts.label("", "item-initial-letter");

    /**
     * @param size of each side, in pixels
     */
    ItemInitial(double size) {
        getStyleClass().add("item-initial");
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
        letter.setStyle("-fx-font-size: " + Math.round(size * 0.5) + "px");
        letter.setMinWidth(USE_PREF_SIZE);
        getChildren().add(letter);
    }

    void show(Item item, String title) {
        String kind = item.category().or(item::brand).orElse(item.id());
        int rgb = COLOURS.get(Math.floorMod(kind.hashCode(), COLOURS.size()));
        // The ground is darkened until white can be read on it.
        setStyle("-fx-background-color: " + Palette.css(Palette.text(rgb, false)));
        letter.setText(
                title.isEmpty()
                        ? ""
                        : title.substring(0, title.offsetByCodePoints(0, 1))
                                .toUpperCase(Locale.ROOT));
    }
}
