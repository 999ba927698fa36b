package org.amalgam.ui;

import static org.amalgam.ui.Patience.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.amalgam.domain.LiveSnapshot;
import org.amalgam.pipeline.WorkbenchFactory;
import org.amalgam.ui.chart.LiveChart;
import org.amalgam.ui.desk.Folders;
import org.amalgam.ui.desk.TaskRunner;
import org.amalgam.ui.fake.FakeWorkbenchFactory;
import org.amalgam.ui.i18n.Language;
import org.amalgam.ui.i18n.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/**
 * What a person does with the window from the first start on, against any {@link WorkbenchFactory}.
 */
@ExtendWith(ApplicationExtension.class)
class WindowJourneyTest {

    @TempDir static Path home;

    private final Messages messages = new Messages();
    private WorkbenchWindow window;
    private Stage stage;

    // ---------------------------------------------------------------------------------------
    // The one place that chooses the workbench: put the real factory here to run the journey with
    // it. Everything below asks only what any workbench must do.
    private static WorkbenchFactory factory() {
        return new FakeWorkbenchFactory(2);
    }

    // ---------------------------------------------------------------------------------------

    @Start
    void open(Stage opened) throws Exception {
        stage = opened;
        window =
                new WorkbenchWindow(
                        factory(),
                        TaskRunner.forWindow(),
                        messages,
                        new Folders(Files.createTempDirectory(home, "own")),
                        owner -> List.of());
        window.show(stage);
    }

    @Stop
    void close() {
        window.close();
    }

    private Optional<LiveSnapshot> snapshot() {
        return window.live().snapshotProperty().get();
    }

    @Test
    void fromTheFirstStartThroughTheDemoToSteeringTheFusion(FxRobot robot) throws Exception {
        robot.clickOn("#demoButton");
        until(() -> window.desk().sessionProperty().get().isPresent());
        until(() -> snapshot().map(now -> now.step() > 30).orElse(false));
        LiveChart hitRate = robot.lookup("#chart-hr").queryAs(LiveChart.class);
        int points = hitRate.model().points("fused");
        until(() -> hitRate.model().points("fused") > points);

        pauseBySpaceThenStepByN(robot);
        dragTheFirstWeight(robot);
        switchLanguageAndTheme(robot);
        lookAtTheCleaningReport(robot);
    }

    private void pauseBySpaceThenStepByN(FxRobot robot) {
        robot.push(KeyCode.SPACE);
        until(() -> snapshot().orElseThrow().state() == LiveSnapshot.State.PAUSED);
        WaitForAsyncUtils.sleep(200, TimeUnit.MILLISECONDS);
        long step = snapshot().orElseThrow().step();
        robot.push(KeyCode.N);
        until(() -> snapshot().orElseThrow().step() > step);
    }

    private void dragTheFirstWeight(FxRobot robot) {
        String member = window.live().weights().members().get(0);
        Slider slider = robot.lookup("#weight-" + member).queryAs(Slider.class);
        double before = slider.getValue();
        Node thumb = slider.lookup(".thumb");
        robot.drag(thumb).moveBy(before > 0.5 ? -60 : 60, 0).drop();
        WaitForAsyncUtils.waitForFxEvents();
        double wanted = slider.getValue();
        assertTrue(Math.abs(wanted - before) > 0.1, before + " to " + wanted);
        long step = snapshot().orElseThrow().step();
        robot.push(KeyCode.N);
        until(() -> snapshot().orElseThrow().step() > step);
        assertEquals(wanted, snapshot().orElseThrow().weights().of(member), 0.1);
    }

    private void switchLanguageAndTheme(FxRobot robot) {
        String english = robot.lookup("#title-hr").queryAs(Label.class).getText();
        robot.clickOn("#languageButton");
        assertEquals(Language.CHINESE, messages.languageProperty().get());
        String chinese = robot.lookup("#title-hr").queryAs(Label.class).getText();
        assertFalse(english.equals(chinese), chinese);
        robot.clickOn("#themeSwitch");
        assertTrue(window.frame().darkProperty().get());
        assertTrue(stage.getScene().getRoot().getStyleClass().contains("dark"));
    }

    private void lookAtTheCleaningReport(FxRobot robot) {
        robot.press(KeyCode.CONTROL).press(KeyCode.DIGIT1);
        robot.release(KeyCode.DIGIT1).release(KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
        Set<Node> figures = robot.lookup(".figure").queryAll();
        assertEquals(6, figures.size());
        assertTrue(robot.lookup("#replayTrained").queryAs(Button.class).isVisible());
    }
}
