package org.amalgam.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.amalgam.config.FollowSettings;
import org.amalgam.pipeline.FollowRequest;
import org.amalgam.pipeline.ReplayRequest;
import picocli.CommandLine.Option;

/** Which growing log to follow after the store's history. */
final class FollowOptions {

    @Option(
            names = "--follow",
            paramLabel = "FILE",
            description = "then take a log's lines as they are appended, until --idle or Ctrl-C")
    private Path file;

    @Option(
            names = "--format",
            paramLabel = "NAME",
            description = "of --follow: canonical, retailrocket, onlineretail or auto (default)")
    private String format;

    @Option(
            names = "--idle",
            paramLabel = "TIME",
            description = "stop following when nothing has come for so long, e.g. 30s, 2h")
    private String idle;

    @Option(
            names = "--lateness",
            paramLabel = "TIME",
            description = "how far an event may lag behind and keep its place in time; 2s")
    private String lateness;

    /**
     * The log to follow, if one is.
     *
     * @throws IllegalArgumentException if options do not go together
     */
    Optional<FollowRequest> request(ReplayRequest replay) {
        if (file == null) {
            if (format != null || idle != null || lateness != null) {
                throw new IllegalArgumentException(
                        "--format, --idle and --lateness say how to --follow a file; name one");
            }
            return Optional.empty();
        }
        if (replay.from().isPresent() || !Double.isInfinite(replay.speed())) {
            throw new IllegalArgumentException(
                    "--follow begins where the store ends and takes events as they come; leave"
                            + " --from and --speed out");
        }
        FollowSettings settings = FollowSettings.defaults();
        return Optional.of(
                new FollowRequest(
                        file,
                        format == null ? "auto" : format,
                        Optional.ofNullable(idle).map(text -> WallTime.parse("--idle", text)),
                        lateness == null
                                ? settings
                                : settings.withLateness(WallTime.parse("--lateness", lateness))));
    }
}
