package org.amalgam.ui;

import static org.amalgam.ui.Patience.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.amalgam.domain.LiveSnapshot;
import org.amalgam.ui.chart.LiveChart;
import org.amalgam.ui.chart.Span;
import org.amalgam.ui.desk.Folders;
import org.amalgam.ui.desk.TaskRunner;
import org.amalgam.ui.fake.FakeReplaySession;
import org.amalgam.ui.fake.FakeWorkbenchFactory;
import org.amalgam.ui.frame.Screen;
import org.amalgam.ui.i18n.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** The live screen's timeline, charts and tables by clicks and keys, on a made-up replay. */
@ExtendWith(ApplicationExtension.class)
class LiveScreenTest {

    private static final int STEPS = 300;

    @TempDir static Path home;
    private final FakeWorkbenchFactory factory = new FakeWorkbenchFactory(0);
    private WorkbenchWindow window;
    private FakeReplaySession session;

    @Start
    void open(Stage stage) throws Exception {
        window =
                new WorkbenchWindow(
                        factory,
                        TaskRunner.forWindow(),
                        new Messages(),
                        new Folders(Files.createTempDirectory(home, "own")),
                        owner -> List.of(Path.of("events.csv")),
                        (owner, name) -> Optional.of(home.resolve(name)));
        window.show(stage);
    }

    @Stop
    void close() {
        window.close();
    }

    /** A replay that stands at step {@value #STEPS}, with a point every 50 steps. */
    private void replay(FxRobot robot) throws Exception {
        robot.interact(() -> window.desk().importLogs(List.of(Path.of("events.csv"))));
        until(() -> window.desk().hasEvents());
        until(() -> window.desk().runner().currentProperty().get().isEmpty());
        robot.interact(() -> window.frame().screenProperty().set(Screen.LIVE));
        robot.interact(() -> window.live().prepare(true));
        until(() -> window.desk().sessionProperty().get().isPresent());
        session = factory.newest().replays().get(0);
        session.pause();
        session.seek(0);
        until(() -> step() == 0);
        for (int step = 50; step <= STEPS; step += 50) {
            session.advance(50);
            long wanted = step;
            until(() -> step() == wanted);
        }
    }

    private long step() {
        return window.live().snapshotProperty().get().map(LiveSnapshot::step).orElse(-1L);
    }

    private static Point2D at(Node node, double shareX, double shareY) {
        Bounds bounds = node.localToScreen(node.getBoundsInLocal());
        return new Point2D(
                bounds.getMinX() + shareX * bounds.getWidth(),
                bounds.getMinY() + shareY * bounds.getHeight());
    }

    @Test
    void theTimelineGoesWhereItIsClickedAndByKeys(FxRobot robot) throws Exception {
        replay(robot);
        Node track = robot.lookup(".timeline-track").query();
        robot.clickOn(at(track, 0.5, 0.5));
        until(() -> Math.abs(session.currentStep() - 6_148) < 40);
        until(() -> step() == session.currentStep());
        long there = step();
        robot.push(KeyCode.LEFT);
        until(() -> step() == there - 1);
        robot.push(KeyCode.HOME);
        until(() -> step() == 0);
        robot.clickOn("#stepButton");
        until(() -> step() == 1);
        robot.clickOn("#stepBackButton");
        until(() -> step() == 0);
    }

    @Test
    void aLoopIsDrawnWithShiftAndItsEndDragged(FxRobot robot) throws Exception {
        replay(robot);
        Node timeline = robot.lookup("#timeline").query();
        Node track = robot.lookup(".timeline-track").query();
        robot.moveTo(at(track, 0.2, 0.5)).press(KeyCode.SHIFT);
        robot.drag(at(track, 0.2, 0.5)).dropTo(at(track, 0.4, 0.5));
        robot.release(KeyCode.SHIFT);
        until(() -> session.loop().isPresent());
        List<Long> drawn = session.loop().orElseThrow();
        assertEquals(12_296 * 0.2, drawn.get(0).doubleValue(), 180);
        assertEquals(12_296 * 0.4, drawn.get(1).doubleValue(), 180);
        robot.drag("#loopUntil").dropTo(at(track, 0.6, 0.5));
        until(() -> session.loop().orElseThrow().get(1) > 12_296 * 0.5);
        assertEquals(drawn.get(0), session.loop().orElseThrow().get(0));
        robot.interact(timeline::requestFocus);
        robot.push(KeyCode.ESCAPE);
        until(() -> session.loop().isEmpty());
    }

    @Test
    void aChartIsZoomedByDragAndWheelAndShowsAllAfterADoubleClick(FxRobot robot) throws Exception {
        replay(robot);
        LiveChart chart = robot.lookup("#chart-mrr").queryAs(LiveChart.class);
        Span whole = chart.view().xSpan().orElseThrow();
        robot.drag(at(chart, 0.25, 0.4)).dropTo(at(chart, 0.45, 0.4));
        until(() -> chart.view().isZoomed());
        Span part = chart.view().xSpan().orElseThrow();
        assertTrue(part.length() < whole.length() / 2, part.toString());
        robot.interact(() -> chart.fireEvent(wheelUp(chart)));
        until(() -> chart.view().xSpan().orElseThrow().length() < part.length());
        robot.doubleClickOn(at(chart, 0.4, 0.4));
        until(() -> chart.view().xSpan().equals(Optional.of(whole)));
        assertFalse(robot.lookup("#stepsCard").query().isVisible());
    }

    /** Robots of different platforms turn the wheel different ways. */
    private static ScrollEvent wheelUp(LiveChart chart) {
        double x = chart.getWidth() * 0.4;
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                x,
                40,
                x,
                40,
                false,
                false,
                false,
                false,
                false,
                false,
                0,
                40,
                0,
                40,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }

    @Test
    void aStoppedChartStandsStillAndSaysSo(FxRobot robot) throws Exception {
        replay(robot);
        LiveChart chart = robot.lookup("#chart-hr").queryAs(LiveChart.class);
        robot.interact(chart::requestFocus);
        robot.push(KeyCode.P);
        Label state = robot.lookup("#state-hr").queryAs(Label.class);
        assertTrue(state.getText().contains("300"), state.getText());
        session.advance(50);
        until(() -> step() == STEPS + 50);
        assertEquals(STEPS, chart.view().xSpan().orElseThrow().high());
        robot.clickOn("#pause-hr");
        assertEquals(STEPS + 50, chart.view().xSpan().orElseThrow().high());
        assertFalse(state.isVisible());
    }

    @Test
    void aClickOnALabelHidesItsSeriesAndTheListBringsItBack(FxRobot robot) throws Exception {
        replay(robot);
        LiveChart chart = robot.lookup("#chart-weights").queryAs(LiveChart.class);
        List<String> names = chart.view().names();
        // The topmost area's label is at the middle of the area.
        double top = chart.model().lastValue(names.get(2)).orElseThrow() / 2;
        double plot = chart.getHeight() - 30;
        robot.clickOn(at(chart, 1, 0).add(-40, 8 + top * plot));
        until(() -> chart.view().names().size() == 2);
        robot.clickOn("#series-weights");
        MenuButton list = robot.lookup("#series-weights").queryAs(MenuButton.class);
        robot.interact(() -> list.getItems().get(2).fire());
        until(() -> chart.view().names().equals(names));
    }

    @Test
    void theEventsBehindAPointAreListedAndOneCanBeGoneTo(FxRobot robot) throws Exception {
        replay(robot);
        LiveChart chart = robot.lookup("#chart-hr").queryAs(LiveChart.class);
        robot.interact(chart::requestFocus);
        robot.push(KeyCode.END);
        robot.press(KeyCode.SHIFT).push(KeyCode.LEFT).release(KeyCode.SHIFT);
        robot.push(KeyCode.ENTER);
        ListView<?> list = robot.lookup("#stepsList").queryListView();
        until(() -> list.isVisible() && !list.getItems().isEmpty());
        robot.push(KeyCode.ENTER);
        until(() -> step() < STEPS);
        assertFalse(robot.lookup("#stepsCard").query().isVisible());
        assertTrue(chart.isFocused());
        robot.clickOn(at(chart, 0.3, 0.5));
        until(() -> robot.lookup("#stepsCard").query().isVisible());
        robot.push(KeyCode.ESCAPE);
        assertFalse(robot.lookup("#stepsCard").query().isVisible());
    }

    @Test
    void aChartIsCopiedAsAPictureAndItsPointsAreWritten(FxRobot robot) throws Exception {
        replay(robot);
        LiveChart chart = robot.lookup("#chart-hr").queryAs(LiveChart.class);
        robot.interact(chart::requestFocus);
        robot.press(KeyCode.CONTROL).push(KeyCode.C).release(KeyCode.CONTROL);
        boolean[] copied = new boolean[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().hasImage());
        assertTrue(copied[0]);
        robot.press(KeyCode.CONTROL).push(KeyCode.E).release(KeyCode.CONTROL);
        Path file = home.resolve("chart-hr.csv");
        until(() -> Files.exists(file) && Files.size(file) > 0);
        List<String> lines = Files.readAllLines(file);
        assertEquals("event,series,value,low,high", lines.get(0));
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("300,fused,")));
    }

    @Test
    void anyStagesTimesAreCharted(FxRobot robot) throws Exception {
        replay(robot);
        @SuppressWarnings("unchecked")
        ComboBox<String> choice = robot.lookup("#timeChoice").queryAs(ComboBox.class);
        assertTrue(choice.getItems().contains("members"), choice.getItems().toString());
        robot.interact(() -> choice.setValue("features"));
        LiveChart chart = robot.lookup("#chart-latency").queryAs(LiveChart.class);
        assertEquals(0.09, chart.model().lastValue("p99").orElseThrow());
        robot.interact(() -> choice.setValue("lag"));
        assertTrue(robot.lookup("#message-latency").query().isVisible());
    }

    @Test
    void aBranchIsComparedInWords(FxRobot robot) throws Exception {
        replay(robot);
        robot.clickOn("#branchButton");
        until(() -> robot.lookup("#branch").query().isVisible());
        session.advance(50);
        until(() -> robot.lookup(".branch-words").queryAll().size() == 2);
        List<String> words =
                robot.lookup(".branch-words").queryAllAs(Label.class).stream()
                        .map(Label::getText)
                        .toList();
        assertEquals(List.of("HR@20: the branch leads", "MRR@20: no clear difference"), words);
    }

    @Test
    void secondaryPanelsAreBehindTabs(FxRobot robot) throws Exception {
        replay(robot);
        assertFalse(robot.lookup("#adjustments").query().isVisible());
        robot.clickOn("#sideAdjustments");
        assertTrue(robot.lookup("#adjustments").query().isVisible());
        robot.clickOn("#sideAdjustments");
        assertTrue(robot.lookup("#sideAdjustments").queryAs(ToggleButton.class).isSelected());
        robot.clickOn("#sideLoad");
        assertTrue(robot.lookup("#load-cpu").query().isVisible());
    }

    @Test
    void tablesAreSortedFilteredCopiedAndWritten(FxRobot robot) throws Exception {
        robot.interact(() -> window.desk().importLogs(List.of(Path.of("events.csv"))));
        until(() -> window.desk().hasEvents());
        robot.interact(() -> window.frame().screenProperty().set(Screen.DATA));
        WaitForAsyncUtils.waitForFxEvents();
        @SuppressWarnings("unchecked")
        TableView<List<String>> reasons =
                robot.lookup("#reportTables .table-view").queryAs(TableView.class);
        robot.interact(() -> reasons.getSortOrder().setAll(List.of(reasons.getColumns().get(1))));
        assertEquals("18", reasons.getItems().get(0).get(1));
        robot.interact(
                () -> {
                    reasons.requestFocus();
                    reasons.getSelectionModel().select(0);
                });
        robot.press(KeyCode.CONTROL).push(KeyCode.C).release(KeyCode.CONTROL);
        String[] copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertEquals("Reason\tLines\nWrong number of fields\t18", copied[0]);
        robot.press(KeyCode.CONTROL).push(KeyCode.F).release(KeyCode.CONTROL);
        robot.interact(() -> ((TextField) reasons.getScene().getFocusOwner()).setText("time"));
        assertEquals(1, reasons.getItems().size());
        robot.interact(
                () -> robot.lookup("#reportTables #exportTable").queryAs(Button.class).fire());
        Path file = home.resolve("Why-lines-were-rejected.csv");
        until(() -> Files.exists(file) && Files.size(file) > 0);
        assertEquals(List.of("Reason,Lines", "Unreadable time,312"), Files.readAllLines(file));
    }
}
