package org.amalgam.ui;

import static org.amalgam.ui.Patience.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.stage.Stage;
import org.amalgam.domain.FusionWeights;
import org.amalgam.ui.chart.LiveChart;
import org.amalgam.ui.desk.Folders;
import org.amalgam.ui.desk.TaskRunner;
import org.amalgam.ui.fake.FakeReplaySession;
import org.amalgam.ui.fake.FakeWorkbenchFactory;
import org.amalgam.ui.i18n.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** The real window on made-up data. */
@ExtendWith(ApplicationExtension.class)
class WorkbenchWindowTest {

    @TempDir static Path home;

    private final FakeWorkbenchFactory factory = new FakeWorkbenchFactory(2);
    private List<Path> chosen = List.of(Path.of("events.csv"));
    private WorkbenchWindow window;

    @Start
    void open(Stage stage) throws Exception {
        window =
                new WorkbenchWindow(
                        factory,
                        TaskRunner.forWindow(),
                        new Messages(),
                        new Folders(Files.createTempDirectory(home, "own")),
                        owner -> chosen);
        window.show(stage);
    }

    @Stop
    void close() {
        window.close();
    }

    private void idle() {
        until(() -> window.desk().runner().currentProperty().get().isEmpty());
    }

    private FakeReplaySession replayOfOwnLog(FxRobot robot) {
        robot.clickOn("#openButton");
        until(() -> window.desk().hasEvents());
        idle();
        robot.clickOn("#liveTab");
        robot.clickOn("#prepareButton");
        until(() -> window.desk().sessionProperty().get().isPresent());
        return factory.newest().replays().get(0);
    }

    @Test
    void anOwnLogIsLoadedCleanedAndTrainedOn(FxRobot robot) throws Exception {
        robot.clickOn("#openButton");
        until(() -> window.desk().hasEvents());
        idle();
        assertTrue(robot.lookup("#figure-rejected").query().isVisible());
        assertTrue(robot.lookup("545").tryQuery().isPresent());
        assertTrue(robot.lookup("timestamp \"12/31/99\"").tryQuery().isPresent());
        robot.clickOn("#train-gan");
        robot.clickOn("#trainButton");
        until(() -> window.desk().trainedProperty().get().isPresent());
        List<String> members = factory.newest().trainRequests().get(0).members();
        assertFalse(members.contains("gan"), members.toString());
        assertTrue(robot.lookup("#resultLine").queryAs(Label.class).getText().contains("49,184"));
    }

    @Test
    void unusableInputIsABannerThatCanBeDismissed(FxRobot robot) throws Exception {
        chosen = List.of(Path.of("broken.csv"));
        robot.clickOn("#openButton");
        until(() -> robot.lookup("#banner").query().isVisible());
        String text = robot.lookup("#bannerText").queryAs(Label.class).getText();
        assertTrue(text.startsWith("broken.csv, line 1"), text);
        robot.clickOn("#dismissBanner");
        until(() -> !robot.lookup("#banner").query().isVisible());
    }

    @Test
    void chartsGainPointsWhileReplaying(FxRobot robot) throws Exception {
        replayOfOwnLog(robot);
        for (String id : List.of("hr", "mrr", "weights", "latency")) {
            until(() -> robot.lookup("#chart-" + id).query() != null);
        }
        LiveChart weights = robot.lookup("#chart-weights").queryAs(LiveChart.class);
        until(() -> weights.model().points("lstm") > 20);
    }

    @Test
    void draggingASliderSendsWeightsOnTheSimplexAtOnce(FxRobot robot) throws Exception {
        FakeReplaySession session = replayOfOwnLog(robot);
        until(() -> !window.live().weights().members().isEmpty());
        robot.clickOn("#playButton");
        Slider slider = robot.lookup("#weight-lstm").queryAs(Slider.class);
        robot.drag(slider.lookup(".thumb")).moveBy(50, 0).drop();
        until(() -> !session.sentWeights().isEmpty());
        FusionWeights last = session.sentWeights().get(session.sentWeights().size() - 1);
        double sum = last.asMap().values().stream().mapToDouble(Double::doubleValue).sum();
        assertEquals(1, sum, 1e-9);
        assertTrue(last.of("lstm") > 0.45, last.toString());
        robot.clickOn("#lock-cnn");
        until(() -> session.lockedMembers().equals(Set.of("cnn")));
    }

    @Test
    void theSpeedSliderSetsTheReplaysSpeed(FxRobot robot) throws Exception {
        FakeReplaySession session = replayOfOwnLog(robot);
        Slider speed = robot.lookup("#speedSlider").queryAs(Slider.class);
        robot.interact(() -> speed.setValue(2));
        assertEquals(60.0, session.currentSpeed());
        robot.clickOn("#stopButton");
        until(session::isClosed);
    }
}
