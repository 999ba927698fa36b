package org.amalgam.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.knowm.xchart.XYChart;

/** Writes a run's report: summary.json, report.html and a PNG file for each chart. */
public final class ReportWriter {

    private ReportWriter() {}

    /**
     * Replaces files of these names; needs no display, and sets {@code java.awt.headless} unless it
     * is set already.
     *
     * @param dir made when it does not exist
     * @return the file report.html
     */
    public static Path write(RunReport report, Path dir) {
        try {
            Files.createDirectories(dir);
            SummaryWriter.write(report, dir.resolve("summary.json"));
            Map<String, byte[]> pictures = new LinkedHashMap<>();
            Map<String, XYChart> charts = ChartImage.withoutDisplay(() -> Charts.of(report));
            for (Map.Entry<String, XYChart> chart : charts.entrySet()) {
                byte[] png = ChartImage.png(chart.getValue());
                Files.write(dir.resolve(chart.getKey() + ".png"), png);
                pictures.put(chart.getKey(), png);
            }
            Path page = dir.resolve("report.html");
            Files.writeString(page, new ReportPage(report, pictures).html());
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException("writing a report to " + dir, e);
        }
    }
}
