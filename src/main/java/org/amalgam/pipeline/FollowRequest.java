package org.amalgam.pipeline;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.amalgam.config.FollowSettings;

/**
 * Which growing log to follow and how long.
 *
 * @param format {@code auto} or the name of a format
 * @param idle ends when nothing has come for so long; empty for only when told
 */
public record FollowRequest(
        Path file, String format, Optional<Duration> idle, FollowSettings settings) {

    public FollowRequest {
        requireNonNull(file, "file");
        requireNonNull(format, "format");
        requireNonNull(idle, "idle");
        requireNonNull(settings, "settings");
    }
}
