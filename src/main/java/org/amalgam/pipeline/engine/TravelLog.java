package org.amalgam.pipeline.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.amalgam.config.CheckpointSettings;
import org.amalgam.pipeline.Folders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What it takes to go back in a replay: a journal of its steps and the members' states after some
 * of them, in a temporary folder that goes with it.
 */
final class TravelLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TravelLog.class);

    private final Path directory;
    private final Journal journal;
    private final Checkpoints checkpoints;
    private boolean full;

    /** Nothing recorded yet. */
    TravelLog(Ensemble ensemble, CheckpointSettings settings) {
        try {
            this.directory = Files.createTempDirectory("amalgam-replay");
        } catch (IOException e) {
            throw new UncheckedIOException("making a folder for the replay's journal", e);
        }
        this.journal = new Journal(directory.resolve("journal.bin"));
        this.checkpoints = new Checkpoints(directory, ensemble, settings);
    }

    /** How many steps can be recalled. */
    long recorded() {
        return journal.length();
    }

    /**
     * Records a step, unless it was recorded when it was first taken. When the disk is full the
     * replay goes on, and steps from here on are taken anew when it comes back to them.
     *
     * @param before steps before it
     */
    void record(long before, ScoredStep step) {
        if (full || before < journal.length()) {
            return;
        }
        try {
            journal.append(step);
        } catch (UncheckedIOException e) {
            LOG.warn("step {} and those after it are not recorded", before, e);
            full = true;
        }
    }

    Journal journal() {
        return journal;
    }

    Checkpoints checkpoints() {
        return checkpoints;
    }

    /** The course of the replay changes here, so what came after no longer holds. */
    void forgetAfter(long step) {
        if (step < journal.length()) {
            journal.truncate(step);
            checkpoints.dropAfter(step);
        }
    }

    @Override
    public void close() {
        journal.close();
        try {
            Folders.delete(directory);
        } catch (IOException e) {
            LOG.warn("{} is left behind", directory, e);
        }
    }
}
