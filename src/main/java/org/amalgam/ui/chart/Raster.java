package org.amalgam.ui.chart;

import java.util.Arrays;

/** Pixels (premultiplied ARGB) and the one thing drawn into them: upright spans with soft ends. */
public final class Raster {

    private final int width;
    private final int height;
    private final int[] pixels;

    public Raster(int width, int height) {
        this.width = width;
        this.height = height;
        this.pixels = new int[width * height];
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The pixels themselves, row by row; not a copy, for they are shared with the screen. */
    public int[] pixels() {
        return pixels;
    }

    public void clear() {
        Arrays.fill(pixels, 0);
    }

    /**
     * Fills a column from {@code top} to {@code bottom}; pixels at the ends are covered in part.
     *
     * @param rgb 0xRRGGBB
     * @param alpha 0 to 1
     */
    public void span(int column, double top, double bottom, int rgb, double alpha) {
        double from = Math.max(0, top);
        double to = Math.min(height, bottom);
        if (column < 0 || column >= width || !(to > from)) {
            return;
        }
        int first = (int) from;
        int last = Math.min(height - 1, (int) Math.ceil(to) - 1);
        for (int row = first; row <= last; row++) {
            double covered = Math.min(row + 1, to) - Math.max(row, from);
            blend(row * width + column, rgb, alpha * covered);
        }
    }

    private void blend(int at, int rgb, double alpha) {
        int a = (int) Math.round(alpha * 255);
        int under = pixels[at];
        int rest = 255 - a;
        int red = ((rgb >> 16 & 255) * a + (under >> 16 & 255) * rest + 127) / 255;
        int green = ((rgb >> 8 & 255) * a + (under >> 8 & 255) * rest + 127) / 255;
        int blue = ((rgb & 255) * a + (under & 255) * rest + 127) / 255;
        int opaque = a + ((under >>> 24) * rest + 127) / 255;
        pixels[at] = opaque << 24 | red << 16 | green << 8 | blue;
    }
}
