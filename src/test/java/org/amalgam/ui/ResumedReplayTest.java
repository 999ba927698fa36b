package org.amalgam.ui;

import static org.amalgam.ui.Patience.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.amalgam.domain.LiveSnapshot;
import org.amalgam.ui.desk.PausedReplay;
import org.amalgam.ui.fake.FakeReplaySession;
import org.amalgam.ui.fake.FakeWorkbenchFactory;
import org.amalgam.ui.frame.Screen;
import org.amalgam.ui.settings.Remembered;
import org.amalgam.ui.settings.SettingsFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** A replay is broken off by closing the window, and gone on with in the next one. */
@ExtendWith(ApplicationExtension.class)
class ResumedReplayTest {

    @TempDir Path home;

    private final FakeWorkbenchFactory factory = new FakeWorkbenchFactory(1);
    private final List<WindowUnderTest> windows = new ArrayList<>();

    private WindowUnderTest open() {
        return WaitForAsyncUtils.waitForAsyncFx(
                20_000,
                () -> {
                    WindowUnderTest window = new WindowUnderTest(new Stage(), home, factory);
                    windows.add(window);
                    return window;
                });
    }

    @Stop
    void closeAll() {
        windows.forEach(
                one -> {
                    one.stage.close();
                    one.window.close();
                });
    }

    /** Replays the demo up to an event, and closes the window by its own command. */
    private void breakOffAt(FxRobot robot, long step) throws Exception {
        WindowUnderTest before = open();
        FakeReplaySession session = before.replayDemo();
        // As a real one begins.
        session.speed(factory.newest().requests().get(0).speed());
        robot.interact(() -> session.seek(step));
        until(() -> stepOf(before) == step);
        askToClose(robot, before);
        assertTrue(before.stage.isShowing());
        assertTrue(robot.lookup(before.messages.get("closing.replay-text")).tryQuery().isPresent());
        robot.clickOn("#closeStay");
        assertTrue(before.stage.isShowing());
        askToClose(robot, before);
        robot.clickOn("#closeReplay");
        until(() -> !before.stage.isShowing());
        robot.interact(before.window::close);
        windows.remove(before);
    }

    private static void askToClose(FxRobot robot, WindowUnderTest window) {
        robot.interact(
                () ->
                        window.stage.fireEvent(
                                new WindowEvent(window.stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    private static long stepOf(WindowUnderTest window) {
        return window.window.live().snapshotProperty().get().map(LiveSnapshot::step).orElse(-1L);
    }

    private WindowUnderTest reopen(FxRobot robot) throws Exception {
        WindowUnderTest after = open();
        robot.interact(after.window::reopen);
        until(() -> after.window.desk().hasEvents() && !after.busy());
        return after;
    }

    private SettingsFile file() {
        return new SettingsFile(home.resolve("window.properties"));
    }

    private void rewrite(UnaryOperator<PausedReplay> change) {
        Remembered was = file().read();
        file().write(
                        new Remembered(
                                was.place(),
                                was.maximised(),
                                was.screen(),
                                was.dark(),
                                was.language(),
                                was.textSize(),
                                was.stores(),
                                was.paused().map(change)));
    }

    private static String banner(FxRobot robot) {
        return robot.lookup("#bannerText").queryAs(Label.class).getText();
    }

    @Test
    void oneClickSetsTheSameReplayUpAndGoesToWhereItStood(FxRobot robot) throws Exception {
        breakOffAt(robot, 3_412);
        WindowUnderTest after = reopen(robot);
        assertTrue(after.window.desk().sessionProperty().get().isEmpty());
        Button resume = robot.lookup("#resumeButton").queryButton();
        assertEquals("Resume the replay at event 3,412", resume.getText());
        assertEquals(resume.getText(), ((Text) resume.lookup(".text")).getText());
        robot.clickOn(resume);
        until(() -> stepOf(after) == 3_412);
        assertFalse(after.window.live().running());
        assertEquals(2, factory.opened().size());
        assertEquals(factory.opened().get(0).requests().get(0), factory.newest().requests().get(0));
        robot.interact(after.window.live()::stop);
        assertFalse(robot.lookup("#resumeOffer").query().isVisible());
    }

    @Test
    void onOtherScreensALineSaysSoAndKeysResume(FxRobot robot) throws Exception {
        breakOffAt(robot, 700);
        Remembered was = file().read();
        file().write(
                        new Remembered(
                                was.place(),
                                was.maximised(),
                                Screen.DATA,
                                was.dark(),
                                was.language(),
                                was.textSize(),
                                was.stores(),
                                was.paused()));
        WindowUnderTest after = reopen(robot);
        assertTrue(banner(robot).contains("Ctrl+R resumes it at event 700 of 12,296"));
        robot.interact(after.stage::requestFocus);
        robot.press(KeyCode.CONTROL).press(KeyCode.R).release(KeyCode.R).release(KeyCode.CONTROL);
        until(() -> stepOf(after) == 700);
    }

    @Test
    void anOfferThatIsNotTakenStandsUntilItIsDropped(FxRobot robot) throws Exception {
        breakOffAt(robot, 700);
        WindowUnderTest after = reopen(robot);
        robot.interact(after.window::close);
        assertEquals(Optional.of(700L), file().read().paused().map(PausedReplay::step));
        robot.clickOn("#dropResume");
        assertFalse(robot.lookup("#resumeOffer").query().isVisible());
        robot.interact(after.window::close);
        assertEquals(Optional.empty(), file().read().paused());
    }

    @Test
    void otherEventsThanThenAreSaidAndTheReplayStandsAtItsBeginning(FxRobot robot)
            throws Exception {
        breakOffAt(robot, 700);
        rewrite(
                was ->
                        new PausedReplay(
                                was.store(),
                                was.members(),
                                was.fusion(),
                                was.speed(),
                                was.learn(),
                                was.atOnce(),
                                was.step(),
                                was.total() + 1,
                                was.time()));
        WindowUnderTest after = reopen(robot);
        robot.clickOn("#resumeButton");
        until(() -> stepOf(after) == 0);
        until(() -> banner(robot).equals(after.messages.get("resume.other-events")));
    }

    @Test
    void whatCannotBeResumedIsOneLine(FxRobot robot) throws Exception {
        breakOffAt(robot, 700);
        rewrite(
                was ->
                        new PausedReplay(
                                was.store(),
                                List.of("oracle"),
                                was.fusion(),
                                was.speed(),
                                was.learn(),
                                was.atOnce(),
                                was.step(),
                                was.total(),
                                was.time()));
        WindowUnderTest after = reopen(robot);
        robot.clickOn("#resumeButton");
        assertEquals(after.messages.get("resume.unknown"), banner(robot));
        assertFalse(robot.lookup("#resumeOffer").query().isVisible());
        assertTrue(after.window.desk().sessionProperty().get().isEmpty());
    }
}
