package org.amalgam.ui.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.amalgam.domain.UnusableInput;
import org.junit.jupiter.api.Test;

class TaskRunnerTest {

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final TaskRunner runner = new TaskRunner(waiting::add, Runnable::run);
    private final List<String> results = new ArrayList<>();

    @Test
    void doesOneThingAtATime() {
        assertTrue(runner.run("task.open", monitor -> "first", results::add));
        assertFalse(runner.run("task.open", monitor -> "second", results::add));
        waiting.poll().run();
        assertEquals(List.of("first"), results);
        assertTrue(runner.run("task.open", monitor -> "third", results::add));
    }

    @Test
    void whatIsDoneAtTheEndMayBeginTheNextWork() {
        runner.run(
                "task.open",
                monitor -> "first",
                first -> runner.run("task.open", monitor -> first + " second", results::add));
        waiting.poll().run();
        waiting.poll().run();
        assertEquals(List.of("first second"), results);
    }

    @Test
    void whatGoesOnBesideKeepsNothingFromBeingBegun() {
        runner.runBeside("task.warm-up", monitor -> "warm", results::add);
        assertFalse(runner.isBusy());
        assertEquals("task.warm-up", shown());
        assertTrue(runner.run("task.rules", monitor -> "preview", results::add));
        assertTrue(runner.isBusy());
        assertEquals("task.rules", shown());
        waiting.pollLast().run();
        assertEquals("task.warm-up", shown());
        waiting.poll().run();
        assertEquals(List.of("preview", "warm"), results);
        assertTrue(runner.currentProperty().get().isEmpty());
    }

    @Test
    void closingCancelsWhatGoesOnBesideToo() {
        List<Exception> failures = new ArrayList<>();
        runner.setOnFailure(failures::add);
        runner.runBeside("task.warm-up", this::stopWhenAsked, results::add);
        runner.run("task.train", this::stopWhenAsked, results::add);
        runner.close();
        waiting.poll().run();
        waiting.poll().run();
        assertEquals(2, failures.size());
    }

    private String shown() {
        return runner.currentProperty().get().orElseThrow().titleKey();
    }

    @Test
    void everyMemberGetsABarOfItsOwn() {
        runner.run("task.train", monitor -> progressOfTwo(monitor), results::add);
        RunningTask task = runner.currentProperty().get().orElseThrow();
        waiting.poll().run();
        assertEquals(List.of("lstm", "cnn"), task.stages().stream().map(s -> s.name()).toList());
        assertEquals(1.0, task.stages().get(0).fractionProperty().get());
        assertEquals(0.25, task.stages().get(1).fractionProperty().get());
        assertEquals("cnn, epoch 1 of 4", task.detailProperty().get());
    }

    private static String progressOfTwo(org.amalgam.domain.stage.TaskMonitor monitor) {
        monitor.progress("lstm, epoch 1 of 2", 1, 2);
        monitor.progress("lstm, epoch 2 of 2", 2, 2);
        monitor.progress("cnn, epoch 1 of 4", 1, 4);
        return "";
    }

    @Test
    void cancellingIsSeenByTheWorkAndFailureIsHeard() {
        List<Exception> failures = new ArrayList<>();
        runner.setOnFailure(failures::add);
        runner.run("task.train", this::stopWhenAsked, results::add);
        runner.cancel();
        waiting.poll().run();
        assertEquals(1, failures.size());
        assertEquals(List.of(), results);
    }

    @Test
    void workThatEndedStaysListedWithItsOutcome() {
        UnusableInput broken = new UnusableInput("clicks.csv: no such file");
        runner.run("task.import", monitor -> "loaded", results::add);
        waiting.poll().run();
        runner.run("task.open", monitor -> refuse(broken), results::add);
        waiting.poll().run();
        runner.run("task.train", this::stopWhenAsked, results::add);
        assertEquals(RunningTask.State.RUNNING, runner.tasks().get(0).stateProperty().get());
        runner.cancel();
        waiting.poll().run();
        assertEquals(
                List.of(
                        RunningTask.State.CANCELLED,
                        RunningTask.State.FAILED,
                        RunningTask.State.DONE),
                runner.tasks().stream().map(task -> task.stateProperty().get()).toList());
        assertEquals(broken, runner.tasks().get(1).failure().orElseThrow());
    }

    @Test
    void onlyTheLatestWorkIsRemembered() {
        for (int i = 0; i < TaskRunner.MOST_TASKS + 5; i++) {
            runner.run("task.open", monitor -> "", results::add);
            waiting.poll().run();
        }
        assertEquals(TaskRunner.MOST_TASKS, runner.tasks().size());
    }

    private static String refuse(UnusableInput reason) {
        throw reason;
    }

    private String stopWhenAsked(org.amalgam.domain.stage.TaskMonitor monitor) {
        monitor.checkCancelled();
        return "never";
    }
}
