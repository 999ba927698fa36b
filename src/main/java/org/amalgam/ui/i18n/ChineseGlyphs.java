package org.amalgam.ui.i18n;

import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Whether the system's fonts can draw Chinese. */
public final class ChineseGlyphs {

    private ChineseGlyphs() {}

    /**
     * Draws two characters and compares: without a font both are the same empty box. Call on the FX
     * thread.
     */
    public static boolean available() {
        return !same(draw("融"), draw("权"));
    }

    private static WritableImage draw(String character) {
        Text text = new Text(character);
        text.setFont(Font.font(24));
        return text.snapshot(new SnapshotParameters(), new WritableImage(32, 32));
    }

    private static boolean same(WritableImage one, WritableImage other) {
        PixelReader a = one.getPixelReader();
        PixelReader b = other.getPixelReader();
        for (int y = 0; y < 32; y++) {
            for (int x = 0; x < 32; x++) {
                if (a.getArgb(x, y) != b.getArgb(x, y)) {
                    return false;
                }
            }
        }
        return true;
    }
}
