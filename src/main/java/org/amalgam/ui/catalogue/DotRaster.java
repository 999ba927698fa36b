package org.amalgam.ui.catalogue;

import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * Many small round dots in one picture, darker where they lie over each other: a hundred thousand
 * take milliseconds, where a canvas takes most of a second.
 */
final class DotRaster {

    private static final int REACH = 3;
    private static final double RADIUS = 2.6;
    private static final double OPACITY = 0.45;
    private static final float[] STAMP = stamp();

    private final int width;
    private final int height;
    private final int rgb;
    private final float[] opacity;

    /** Nothing drawn yet, on pixels of this number. */
    DotRaster(double width, double height, int rgb) {
        this.width = Math.max(1, (int) Math.ceil(width));
        this.height = Math.max(1, (int) Math.ceil(height));
        this.rgb = rgb;
        this.opacity = new float[this.width * this.height];
    }

    /** A disc whose edge fades over a pixel. */
    private static float[] stamp() {
        int side = 2 * REACH + 1;
        float[] stamp = new float[side * side];
        for (int i = 0; i < stamp.length; i++) {
            double away = Math.hypot(i % side - REACH, i / side - REACH);
            stamp[i] = (float) (OPACITY * Math.max(0, Math.min(1, RADIUS + 0.5 - away)));
        }
        return stamp;
    }

    /** Lays a dot over what is there. */
    void dot(double x, double y) {
        int left = (int) Math.round(x) - REACH;
        int top = (int) Math.round(y) - REACH;
        int side = 2 * REACH + 1;
        for (int i = 0; i < STAMP.length; i++) {
            int column = left + i % side;
            int row = top + i / side;
            if (column >= 0 && column < width && row >= 0 && row < height) {
                int pixel = row * width + column;
                opacity[pixel] += (1 - opacity[pixel]) * STAMP[i];
            }
        }
    }

    Image image() {
        int[] pixels = new int[opacity.length];
        for (int i = 0; i < pixels.length; i++) {
            float share = opacity[i];
            pixels[i] =
                    Math.round(255 * share) << 24
                            | Math.round((rgb >> 16 & 255) * share) << 16
                            | Math.round((rgb >> 8 & 255) * share) << 8
                            | Math.round((rgb & 255) * share);
        }
        return new WritableImage(
                new PixelBuffer<>(
                        width,
                        height,
                        IntBuffer.wrap(pixels),
                        PixelFormat.getIntArgbPreInstance()));
    }
}
