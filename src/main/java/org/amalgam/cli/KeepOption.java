package org.amalgam.cli;

import java.nio.file.Path;
import org.amalgam.pipeline.ReportTarget;
import picocli.CommandLine.Option;

/** Whether an evaluation keeps its members' answers. */
final class KeepOption {

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description = "keep every member's best items a case, for evaluate kept")
    private Path folder;

    /** The target, keeping answers where that was asked for. */
    ReportTarget in(ReportTarget target) {
        return folder == null ? target : target.keeping(folder);
    }
}
