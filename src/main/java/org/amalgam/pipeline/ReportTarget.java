package org.amalgam.pipeline;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a run's report goes.
 *
 * @param directory made when missing; gets summary.json, report.html and charts
 * @param lists file for the top 20 of every case and ranker
 * @param command the command line that made the run, for the report
 */
public record ReportTarget(Path directory, Optional<Path> lists, String command) {}
