package org.amalgam.ui;

import static org.amalgam.ui.Patience.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.amalgam.ui.fake.FakeWorkbenchFactory;
import org.amalgam.ui.frame.Screen;
import org.amalgam.ui.i18n.Language;
import org.amalgam.ui.settings.Place;
import org.amalgam.ui.settings.RecentStore;
import org.amalgam.ui.settings.Remembered;
import org.amalgam.ui.settings.SettingsFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** What the window is like when it is opened again. */
@ExtendWith(ApplicationExtension.class)
class WindowMemoryTest {

    @TempDir Path home;

    private final FakeWorkbenchFactory factory = new FakeWorkbenchFactory(1);
    private final List<Stage> more = new ArrayList<>();

    private WindowUnderTest open(Stage stage) {
        return WaitForAsyncUtils.waitForAsyncFx(
                20_000, () -> new WindowUnderTest(stage, home, factory));
    }

    private Stage newStage() {
        return WaitForAsyncUtils.waitForAsyncFx(
                20_000,
                () -> {
                    Stage stage = new Stage();
                    more.add(stage);
                    return stage;
                });
    }

    /**
     * Stages of its own, gone in the end: tests after this one would find its controls, which have
     * the same names as theirs, or get a stage of its size.
     */
    @Stop
    void closeAll() {
        more.forEach(Stage::close);
    }

    @Test
    void aWindowOpensAsItWasClosed(FxRobot robot) throws Exception {
        WindowUnderTest before = open(newStage());
        before.load();
        robot.interact(
                () -> {
                    before.window.frame().darkProperty().set(true);
                    before.window.frame().textSizeProperty().set(120);
                    before.window.frame().screenProperty().set(Screen.LIVE);
                    before.messages.languageProperty().set(Language.CHINESE);
                    before.stage.setX(30);
                    before.stage.setY(20);
                    before.stage.setWidth(1_190);
                    before.stage.setHeight(700);
                });
        robot.interact(
                () -> {
                    before.stage.close();
                    before.window.close();
                });

        WindowUnderTest after = open(newStage());
        robot.interact(after.window::reopen);
        until(() -> after.window.desk().hasEvents());
        assertTrue(after.window.frame().dark());
        assertEquals(120, after.window.frame().textSizeProperty().get());
        assertEquals(Language.CHINESE, after.messages.languageProperty().get());
        assertEquals(Optional.of(Screen.LIVE), after.window.frame().contentBinding().get());
        assertEquals(1_190, after.stage.getWidth());
        assertEquals(700, after.stage.getHeight());
        assertEquals(30, after.stage.getX());
        robot.interact(after.window::close);
    }

    @Test
    void aStoreThatIsGoneIsOneLineOnTheStartPage(FxRobot robot) {
        Path gone = home.resolve("stores").resolve("gone");
        remember(Optional.empty(), List.of(new RecentStore(gone, 7, Instant.EPOCH)));
        WindowUnderTest after = open(newStage());
        robot.interact(after.window::reopen);
        assertEquals(
                after.messages.get("notice.store-gone", gone),
                robot.lookup("#bannerText").queryAs(Label.class).getText());
        assertTrue(robot.lookup("#demoButton").query().isVisible());
        assertTrue(new SettingsFile(home.resolve("window.properties")).read().stores().isEmpty());
        robot.interact(after.window::close);
    }

    @Test
    void aWindowOfAScreenThatIsGoneComesToOneThatIsThere(FxRobot robot) {
        remember(Optional.of(new Place(90_000, 90_000, 1_200, 700)), List.of());
        WindowUnderTest after = open(newStage());
        assertTrue(after.stage.getX() < 90_000, "x " + after.stage.getX());
        robot.interact(after.window::close);
    }

    @Test
    void aStoreUsedLatelyOpensFromTheStartPage(FxRobot robot) throws Exception {
        WindowUnderTest before = open(newStage());
        before.load();
        robot.interact(
                () -> {
                    before.stage.close();
                    before.window.close();
                });
        WindowUnderTest after = open(newStage());
        robot.clickOn(".recent-row");
        until(() -> after.window.desk().hasEvents());
        robot.interact(after.window::close);
    }

    /** JavaFX itself may hold the latest. */
    @Test
    void aClosedWindowIsLetGoThoughItsStageStays(FxRobot robot) {
        Stage stage = newStage();
        WeakReference<WorkbenchWindow> closed = replayedAndClosed(stage, robot);
        WindowUnderTest next = open(stage);
        until(
                () -> {
                    System.gc();
                    return closed.refersTo(null);
                });
        robot.interact(next.window::close);
    }

    private WeakReference<WorkbenchWindow> replayedAndClosed(Stage stage, FxRobot robot) {
        WindowUnderTest one = open(stage);
        robot.interact(() -> one.window.frame().screenProperty().set(Screen.LIVE));
        one.replayDemo();
        robot.interact(
                () -> {
                    one.window.close();
                    stage.setOnCloseRequest(null);
                    stage.setScene(new Scene(new Pane()));
                });
        return new WeakReference<>(one.window);
    }

    private void remember(Optional<Place> place, List<RecentStore> stores) {
        new SettingsFile(home.resolve("window.properties"))
                .write(
                        new Remembered(
                                place,
                                false,
                                Screen.DATA,
                                false,
                                Language.ENGLISH,
                                100,
                                stores,
                                Optional.empty()));
    }
}
