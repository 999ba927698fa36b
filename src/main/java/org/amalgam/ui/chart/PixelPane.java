package org.amalgam.ui.chart;

import java.nio.IntBuffer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** A raster on the screen, without copying: the image reads the raster's own pixels. */
final class PixelPane {

    private final ImageView view = new ImageView();
    private Raster raster = new Raster(1, 1);
    private PixelBuffer<IntBuffer> buffer = bufferOf(raster);

    PixelPane() {
        view.setSmooth(false);
        view.setMouseTransparent(true);
    }

    ImageView node() {
        return view;
    }

    /** The raster for a plot of this many logical pixels on a screen of this scale. */
    Raster raster(double width, double height, double scale) {
        int columns = Math.max(1, (int) Math.round(width * scale));
        int rows = Math.max(1, (int) Math.round(height * scale));
        if (raster.width() != columns || raster.height() != rows) {
            raster = new Raster(columns, rows);
            buffer = bufferOf(raster);
            view.setImage(new WritableImage(buffer));
        }
        view.setFitWidth(width);
        view.setFitHeight(height);
        return raster;
    }

    /** Shows what was drawn since. */
    void show() {
        buffer.updateBuffer(all -> null);
    }

    private static PixelBuffer<IntBuffer> bufferOf(Raster raster) {
        return new PixelBuffer<>(
                raster.width(),
                raster.height(),
                IntBuffer.wrap(raster.pixels()),
                PixelFormat.getIntArgbPreInstance());
    }
}
