package org.amalgam.ui.control;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.layout.StackPane;
import org.amalgam.domain.Item;
import org.amalgam.ui.chart.Palette;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A square picture of an item. Logs have none, so it is drawn by category: a glyph on a tint, alike
 * for all items of a category. Says nothing to screen readers: the item's title stands beside it.
 */
public final class ItemPicture extends StackPane {

    private static final double TINT = 0.15;
    private static final double GLYPH = 0.54;

    private final FontIcon glyph = new FontIcon();

    /**
     * An empty one.
     *
     * @param size length of a side, in pixels
     */
    public ItemPicture(double size) {
        getStyleClass().add("item-picture");
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
        glyph.getStyleClass().add("item-picture-glyph");
        glyph.setIconSize((int) Math.round(size * GLYPH));
    }

    /** One of this item. */
    public ItemPicture(Item item, double size) {
        this(size);
        show(item.category());
    }

    public void show(Item item) {
        show(item.category());
    }

    private void show(Optional<String> category) {
        CategoryMotif motif = CategoryMotif.of(category);
        int rgb = motif.colour();
        glyph.setIconCode(motif.glyph());
        // The style sheet takes the glyph's colour of the theme, so that both can be made out.
        setStyle(
                String.format(
                        Locale.ROOT,
                        "-fx-background-color: rgba(%d,%d,%d,%.2f);"
                                + " -on-light: %s; -on-dark: %s; -fx-background-radius: %.0f;",
                        rgb >> 16 & 255,
                        rgb >> 8 & 255,
                        rgb & 255,
                        TINT,
                        Palette.css(Palette.text(rgb, false)),
                        Palette.css(Palette.text(rgb, true)),
                        getMinWidth() / 5));
        // Not before: its colour in the style sheet is one of those just set.
        if (getChildren().isEmpty()) {
            getChildren().add(glyph);
        }
    }
}
