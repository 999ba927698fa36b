package org.amalgam.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;

/** Charts as pictures, which need no display. */
final class ChartImage {

    private ChartImage() {}

    /** Makes charts; sets {@code java.awt.headless} before, unless it is set already. */
    static <T> T withoutDisplay(Supplier<T> charts) {
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
        return charts.get();
    }

    /** The chart as PNG. */
    static byte[] png(XYChart chart) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            BitmapEncoder.saveBitmap(chart, bytes, BitmapFormat.PNG);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("drawing a chart", e);
        }
    }
}
