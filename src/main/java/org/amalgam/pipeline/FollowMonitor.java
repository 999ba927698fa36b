package org.amalgam.pipeline;

import org.amalgam.domain.stage.TaskMonitor;

/** Watches a growing log being followed. Called by several threads. */
public interface FollowMonitor extends TaskMonitor {

    /** Members are ready and the file is read from now on. */
    void following();

    /**
     * Whether to stop reading and go on to the report; not before {@link #following} was called.
     */
    boolean enough();

    /** Hears what happened to the file, one line each time. */
    void warn(String line);
}
