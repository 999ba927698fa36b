package org.amalgam.ui.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
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

    private String stopWhenAsked(org.amalgam.domain.stage.TaskMonitor monitor) {
        monitor.checkCancelled();
        return "never";
    }
}
