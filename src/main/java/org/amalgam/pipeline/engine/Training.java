package org.amalgam.pipeline.engine;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.ObjDoubleConsumer;
import org.amalgam.config.SessionSettings;
import org.amalgam.domain.Holdout;
import org.amalgam.domain.Session;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.TrainingSpeed;
import org.amalgam.domain.UnusableInput;
import org.amalgam.domain.stage.EnsembleMember;
import org.amalgam.domain.stage.EventSource;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.feature.SessionBuilder;
import org.amalgam.kernel.WorkThread;

/**
 * Trains members side by side, each in a single thread, so that results do not depend on timing.
 */
public final class Training {

    /** Else the longest might begin last, and all cores but one would wait for it. */
    static final Comparator<EnsembleMember> LONGEST_FIRST =
            Comparator.comparingInt(EnsembleMember::trainingEffort).reversed();

    private static final int CORES = Runtime.getRuntime().availableProcessors();

    private Training() {}

    /**
     * What was trained.
     *
     * @param seconds by member
     * @param speeds of those that are networks, by member
     */
    public record Result(
            TrainingSet set, Map<String, Double> seconds, Map<String, TrainingSpeed> speeds) {

        /** Steps of all sessions. */
        public long events() {
            return set.sessions().stream().mapToLong(session -> session.steps().length()).sum();
        }
    }

    /**
     * What may be learned from: the sessions of the events before {@code until}.
     *
     * @throws UnusableInput if there is nothing to learn from
     */
    public static TrainingSet set(EventSource source, Instant until, SessionSettings settings) {
        try (EventSource.Cursor past = source.open(EventSource.BEGINNING, until)) {
            List<Session> sessions = new SessionBuilder(settings).build(past);
            if (sessions.stream().noneMatch(session -> session.steps().length() > 1)) {
                throw new UnusableInput(
                        "before "
                                + until
                                + " there is no session of two events to learn from; import more or"
                                + " choose a later time");
            }
            return new TrainingSet(source.catalogue(), sessions);
        }
    }

    /**
     * Lets each member choose on the holdout, as many at a time as there are cores.
     *
     * @return seconds each took, by name
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public static Map<String, Double> choose(
            List<EnsembleMember> members, Holdout holdout, TaskMonitor monitor) {
        return sideBySide(
                members,
                LONGEST_FIRST,
                CORES,
                (member, watch) -> member.choose(holdout, watch),
                (member, seconds) -> {},
                monitor);
    }

    /**
     * Trains each member, as many at a time as there are cores.
     *
     * @return seconds each took, by name
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public static Map<String, Double> train(
            List<EnsembleMember> members, TrainingSet set, TaskMonitor monitor) {
        return train(members, set, monitor, (member, seconds) -> {});
    }

    /**
     * The same, with something to do with each member as soon as it is trained.
     *
     * @param trained takes the member and the seconds it took; called by the thread that trained it
     */
    static Map<String, Double> train(
            List<EnsembleMember> members,
            TrainingSet set,
            TaskMonitor monitor,
            ObjDoubleConsumer<EnsembleMember> trained) {
        return sideBySide(
                members,
                LONGEST_FIRST,
                CORES,
                (member, watch) -> member.train(set, watch),
                trained,
                monitor);
    }

    /**
     * The same beside something else that goes on, which one core is left to where there are
     * several. Those that are trained soonest come first, for there is somebody who waits for them.
     */
    static Map<String, Double> trainBeside(
            List<EnsembleMember> members,
            TrainingSet set,
            TaskMonitor monitor,
            ObjDoubleConsumer<EnsembleMember> trained) {
        return sideBySide(
                members,
                Comparator.comparingInt(EnsembleMember::trainingEffort),
                Math.max(1, CORES - 1),
                (member, watch) -> member.train(set, watch),
                trained,
                monitor);
    }

    private static Map<String, Double> sideBySide(
            List<EnsembleMember> members,
            Comparator<EnsembleMember> order,
            int threads,
            BiConsumer<EnsembleMember, TaskMonitor> work,
            ObjDoubleConsumer<EnsembleMember> done,
            TaskMonitor monitor) {
        ExecutorService workers = Executors.newFixedThreadPool(threads, Training::worker);
        AtomicBoolean failed = new AtomicBoolean();
        TaskMonitor stoppable = monitor.endingWhen(failed::get);
        try {
            Map<String, CompletableFuture<Double>> running = new LinkedHashMap<>();
            for (EnsembleMember member : members.stream().sorted(order).toList()) {
                running.put(
                        member.name(),
                        CompletableFuture.supplyAsync(
                                () -> seconds(member, work, done, stoppable), workers));
            }
            Map<String, Double> seconds = new LinkedHashMap<>();
            members.forEach(m -> seconds.put(m.name(), running.get(m.name()).join()));
            return seconds;
        } catch (CompletionException e) {
            failed.set(true);
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            workers.shutdown();
        }
    }

    private static double seconds(
            EnsembleMember member,
            BiConsumer<EnsembleMember, TaskMonitor> work,
            ObjDoubleConsumer<EnsembleMember> done,
            TaskMonitor monitor) {
        long start = System.nanoTime();
        work.accept(member, monitor);
        double seconds = (System.nanoTime() - start) / 1e9;
        done.accept(member, seconds);
        // Reports from inside come a few times a second: nobody can count on the last of them.
        monitor.progress(member.name(), 1, 1);
        return seconds;
    }

    private static Thread worker(Runnable work) {
        return WorkThread.of(work, "training");
    }
}
