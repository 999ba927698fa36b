package org.amalgam.ui;

import static org.amalgam.ui.Patience.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.amalgam.ui.desk.RunningTask.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** Long work is seen, stopped, and asked about when the window closes. */
@ExtendWith(ApplicationExtension.class)
class TaskListTest {

    @TempDir Path home;

    private WindowUnderTest test;

    @Start
    void open(Stage stage) {
        test = new WindowUnderTest(stage, home, 400);
    }

    @Stop
    void close() {
        test.window.close();
    }

    private void beginLoading(FxRobot robot) throws Exception {
        robot.clickOn("#openButton");
        until(test::busy);
    }

    private void askToClose(FxRobot robot) {
        robot.interact(
                () ->
                        test.stage.fireEvent(
                                new WindowEvent(test.stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    private State newest() {
        return test.window.desk().runner().tasks().get(0).stateProperty().get();
    }

    @Test
    void workIsListedWithProgressAndStaysListedWhenItWasCancelled(FxRobot robot) throws Exception {
        robot.clickOn("#tasksButton");
        assertTrue(robot.lookup(test.messages.get("tasks.none")).tryQuery().isPresent());
        beginLoading(robot);
        until(() -> robot.lookup(".task-row").tryQuery().isPresent());
        assertTrue(robot.lookup(".task-row .progress-bar").query().isVisible());
        robot.clickOn("#cancelWork");
        until(() -> !test.busy());
        assertEquals(State.CANCELLED, newest());
        assertTrue(robot.lookup(test.messages.get("tasks.cancelled")).tryQuery().isPresent());
        assertFalse(test.window.desk().hasEvents());
    }

    @Test
    void closingWhileWorkRunsAsksAndGoesOnWhenTheUserStays(FxRobot robot) throws Exception {
        beginLoading(robot);
        askToClose(robot);
        robot.clickOn("#closeStay");
        assertTrue(test.stage.isShowing());
        assertEquals(State.RUNNING, newest());
        robot.interact(() -> test.window.desk().runner().cancel());
        until(() -> !test.busy());
        assertTrue(test.stage.isShowing());
    }

    @Test
    void stoppingEndsTheWorkBeforeTheWindowCloses(FxRobot robot) throws Exception {
        beginLoading(robot);
        askToClose(robot);
        robot.clickOn("#closeStop");
        until(() -> !test.stage.isShowing());
        assertEquals(State.CANCELLED, newest());
    }

    @Test
    void theWindowClosesByItselfWhenTheWorkIsDone(FxRobot robot) throws Exception {
        beginLoading(robot);
        askToClose(robot);
        robot.clickOn("#closeLater");
        assertTrue(test.stage.isShowing());
        until(() -> !test.stage.isShowing());
        assertEquals(State.DONE, newest());
        assertTrue(test.window.desk().hasEvents());
    }

    @Test
    void withNothingUnderWayTheWindowClosesAtOnce(FxRobot robot) {
        askToClose(robot);
        WaitForAsyncUtils.waitForFxEvents();
        assertFalse(test.stage.isShowing());
    }
}
