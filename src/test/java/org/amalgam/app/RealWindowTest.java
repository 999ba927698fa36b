package org.amalgam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.amalgam.domain.LiveSnapshot;
import org.amalgam.domain.RankedItem;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.pipeline.WorkbenchFactory.ShopSize;
import org.amalgam.pipeline.Workbenches;
import org.amalgam.ui.Patience;
import org.amalgam.ui.WorkbenchWindow;
import org.amalgam.ui.chart.LiveChart;
import org.amalgam.ui.desk.Folders;
import org.amalgam.ui.desk.TaskRunner;
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
 * The real window over the real store, networks and replay, driven as a person would: load a log,
 * train briefly, replay, watch, steer.
 */
@ExtendWith(ApplicationExtension.class)
class RealWindowTest {

    /** Networks are really trained. */
    private static final Duration MOST = Duration.ofMinutes(4);

    @TempDir static Path home;

    private WorkbenchWindow window;

    @Start
    void open(Stage stage) {
        Workbenches factory = new Workbenches();
        Path shop = home.resolve("shop");
        factory.simulate(new ShopSize(150, 250, 6_000), 7, shop, TaskMonitor.silent());
        List<Path> log = List.of(shop.resolve("items.csv"), shop.resolve("events.csv"));
        window =
                new WorkbenchWindow(
                        factory,
                        TaskRunner.forWindow(),
                        new Messages(),
                        new Folders(home),
                        owner -> log);
        window.show(stage);
    }

    @Stop
    void close() {
        window.close();
    }

    private static void until(Callable<Boolean> condition) {
        Patience.until(MOST, condition);
    }

    private void idle() {
        until(() -> window.desk().runner().currentProperty().get().isEmpty());
    }

    private Optional<LiveSnapshot> snapshot() {
        return window.live().snapshotProperty().get();
    }

    @Test
    void fromALogToALiveReplayThatCanBeSteered(FxRobot robot) throws Exception {
        loadTheLog(robot);
        trainBriefly(robot);
        watchTheReplay(robot);
        steer(robot);
    }

    private void loadTheLog(FxRobot robot) {
        robot.clickOn("#openButton");
        until(() -> window.desk().hasEvents());
        idle();
        until(() -> robot.lookup("#figure-duplicates").tryQuery().isPresent());
        String duplicates =
                robot.from(robot.lookup("#figure-duplicates").<Node>query())
                        .lookup(".figure-value")
                        .queryAs(Label.class)
                        .getText();
        assertThat(Integer.parseInt(duplicates.replace(",", ""))).isPositive();
    }

    private void trainBriefly(FxRobot robot) {
        until(() -> !robot.lookup("#trainButton").query().isDisabled());
        robot.clickOn("#briefChoice");
        robot.clickOn("#trainButton");
        until(() -> window.desk().trainedProperty().get().isPresent());
        idle();
    }

    private void watchTheReplay(FxRobot robot) {
        robot.clickOn("#liveTab");
        if (window.desk().sessionProperty().get().isEmpty()) {
            robot.clickOn("#prepareButton");
        }
        until(() -> window.desk().sessionProperty().get().isPresent());
        until(() -> snapshot().isPresent());
        window.desk().sessionProperty().get().orElseThrow().play();
        until(() -> snapshot().orElseThrow().step() > 150);
        robot.push(KeyCode.SPACE);
        until(() -> snapshot().orElseThrow().state() == LiveSnapshot.State.PAUSED);
        assertThat(points(robot, "hr", "fused-nets")).isPositive();
        assertThat(points(robot, "mrr", "markov")).isPositive();
        assertThat(points(robot, "weights", "lstm")).isPositive();
        assertThat(points(robot, "latency", "p99")).isPositive();
        int before = points(robot, "weights", "lstm");
        step(robot);
        assertThat(points(robot, "weights", "lstm")).isGreaterThan(before);
    }

    private static int points(FxRobot robot, String chart, String series) {
        return robot.lookup("#chart-" + chart).queryAs(LiveChart.class).model().points(series);
    }

    private void step(FxRobot robot) {
        long step = snapshot().orElseThrow().step();
        robot.push(KeyCode.N);
        until(() -> snapshot().orElseThrow().step() > step);
    }

    /** With all weight on one network, the very next list is that network's alone. */
    private void steer(FxRobot robot) {
        stepToAList(robot);
        assertThat(shareOf("cnn")).isBetween(.02, .9);
        Slider slider = robot.lookup("#weight-cnn").queryAs(Slider.class);
        robot.drag(slider.lookup(".thumb")).moveBy(400, 0).drop();
        WaitForAsyncUtils.waitForFxEvents();
        step(robot);
        stepToAList(robot);
        assertThat(snapshot().orElseThrow().weights().of("cnn")).isGreaterThan(.9);
        assertThat(shareOf("cnn")).isGreaterThan(.9);
    }

    /** Of a shopper who has done nothing yet nobody knows what to show. */
    private void stepToAList(FxRobot robot) {
        while (snapshot().orElseThrow().shopper().orElseThrow().top().isEmpty()) {
            step(robot);
        }
    }

    /** What part of the first place's score a member gave. */
    private double shareOf(String member) {
        RankedItem first = snapshot().orElseThrow().shopper().orElseThrow().top().get(0);
        return first.shares().getOrDefault(member, 0.0) / first.score();
    }
}
