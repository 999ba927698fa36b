package org.amalgam.config;

import java.time.Duration;

/**
 * How events become sessions and windows.
 *
 * @param gap events of a user less than this apart are in one session
 * @param maxSteps the latest steps of a session that a window holds
 * @param maxHistory the latest steps before the session that a window holds
 */
public record SessionSettings(Duration gap, int maxSteps, int maxHistory) {

    public SessionSettings {
        if (gap.isNegative() || gap.isZero()) {
            throw new IllegalArgumentException("session gap " + gap + " must be above 0");
        }
        if (maxSteps < 1 || maxHistory < 0) {
            throw new IllegalArgumentException(
                    "window of " + maxSteps + " steps and " + maxHistory + " before them");
        }
    }

    public static SessionSettings defaults() {
        return new SessionSettings(Duration.ofMinutes(30), 50, 50);
    }
}
