package org.amalgam.ui;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.scene.Scene;

/** Shows a window and what pops up from it at the size of text that the user wants. */
final class TextSize {

    private static final double NORMAL_PIXELS = 13;
    private static final double WHOLE = 100;

    private TextSize() {}

    /**
     * Follows the size from now on.
     *
     * @param size in per cent
     * @param zoom of what is in the scene
     */
    static void bind(IntegerProperty size, DoubleProperty zoom, Scene scene) {
        zoom.bind(size.divide(WHOLE));
        size.addListener(changed -> style(size.get(), scene));
        style(size.get(), scene);
    }

    /** Pop-ups stand in windows of their own, where the zoom does not reach. */
    private static void style(int size, Scene scene) {
        String styles =
                Objects.requireNonNull(TextSize.class.getResource("amalgam.css")).toString();
        String popups =
                String.format(
                        Locale.ROOT,
                        ".tooltip, .context-menu, .combo-box-popup { -fx-font-size: %.1fpx; }",
                        NORMAL_PIXELS * size / WHOLE);
        String inline = Base64.getEncoder().encodeToString(popups.getBytes(StandardCharsets.UTF_8));
        scene.getStylesheets().setAll(styles, "data:text/css;base64," + inline);
    }
}
