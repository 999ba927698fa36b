package org.amalgam.pipeline.engine;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.FutureTask;
import java.util.function.LongPredicate;
import org.amalgam.config.CheckpointSettings;
import org.amalgam.pipeline.Folders;
import org.amalgam.telemetry.CheckpointKept;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The members' states after some numbers of steps, a folder each. One thread makes all calls; every
 * member writes and reads on its own.
 */
final class Checkpoints {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path directory;
    private final Ensemble ensemble;
    private final int most;
    private final TreeMap<Long, Path> kept = new TreeMap<>();
    private long every;

    /** None yet. */
    Checkpoints(Path directory, Ensemble ensemble, CheckpointSettings settings) {
        this.directory = directory;
        this.ensemble = ensemble;
        this.every = settings.every();
        this.most = settings.most();
    }

    /**
     * Keeps the members' state, if this is a number of steps after which it is to be kept. Right
     * after they have taken over what they learned. Where the disk does not let it, or a member
     * hangs, going back will take longer, and that is all.
     */
    void offer(long step) {
        boolean wanted = step % every == 0 && !kept.containsKey(step);
        if (!wanted || ensemble.hosts().stream().anyMatch(MemberHost::isOverdue)) {
            return;
        }
        CheckpointKept flight = new CheckpointKept();
        flight.begin();
        keep(step, directory.resolve("step-" + step));
        if (flight.shouldCommit()) {
            flight.fill(step, kept.containsKey(step));
            flight.commit();
        }
        if (kept.size() > most) {
            every *= 2;
            dropIf(other -> other % every != 0);
        }
    }

    private void keep(long step, Path folder) {
        try {
            Files.createDirectories(folder);
            save(folder);
            kept.put(step, folder);
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("the members' state after step {} is not kept", step, e);
            delete(folder);
        }
    }

    /** The last number of steps up to this one whose state is kept. */
    long floor(long step) {
        return kept.floorKey(step);
    }

    /** Forgets states after more steps than this. */
    void dropAfter(long step) {
        dropIf(other -> other > step);
    }

    private void dropIf(LongPredicate unwanted) {
        for (long step : List.copyOf(kept.keySet())) {
            if (unwanted.test(step)) {
                delete(kept.remove(step));
            }
        }
    }

    private static void delete(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            LOG.warn("{} is left behind", folder, e);
        }
    }

    private void save(Path folder) throws IOException {
        List<OutputStream> files = new ArrayList<>();
        try {
            List<FutureTask<Void>> tasks = new ArrayList<>();
            for (MemberHost host : ensemble.hosts()) {
                OutputStream file = Files.newOutputStream(file(folder, host));
                files.add(file);
                DataOutputStream out =
                        new DataOutputStream(new BufferedOutputStream(file, BUFFER_BYTES));
                tasks.add(host.writeState(out));
            }
            tasks.forEach(OwnerThread::wait);
        } finally {
            for (OutputStream file : files) {
                file.close();
            }
        }
    }

    /** Puts all members into the state after this many steps, one that {@link #floor} gave. */
    void restore(long step) {
        Path folder = kept.get(step);
        try {
            load(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("reading the members' state from " + folder, e);
        }
    }

    private void load(Path folder) throws IOException {
        List<InputStream> files = new ArrayList<>();
        try {
            List<FutureTask<Void>> tasks = new ArrayList<>();
            for (MemberHost host : ensemble.hosts()) {
                InputStream file = Files.newInputStream(file(folder, host));
                files.add(file);
                tasks.add(
                        host.readState(
                                new DataInputStream(new BufferedInputStream(file, BUFFER_BYTES))));
            }
            tasks.forEach(OwnerThread::wait);
        } finally {
            for (InputStream file : files) {
                file.close();
            }
        }
    }

    private static Path file(Path folder, MemberHost host) {
        return folder.resolve(host.name() + ".bin");
    }
}
