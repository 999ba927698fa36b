package org.amalgam.ui;

import static org.amalgam.ui.Patience.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.amalgam.domain.FusionWeights;
import org.amalgam.ui.fake.FakeReplaySession;
import org.amalgam.ui.frame.Screen;
import org.amalgam.ui.i18n.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** The frame around all screens, driven by keys and clicks. */
@ExtendWith(ApplicationExtension.class)
class FrameWindowTest {

    @TempDir Path home;

    private WindowUnderTest test;

    @Start
    void open(Stage stage) {
        test = new WindowUnderTest(stage, home, 1);
    }

    @Stop
    void close() {
        test.window.close();
    }

    private static void ctrl(FxRobot robot, KeyCode key) {
        robot.press(KeyCode.CONTROL).press(key).release(key).release(KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private boolean covered(FxRobot robot) {
        return robot.lookup("#overlay").query().isVisible();
    }

    private Screen screen() {
        return test.window.frame().screenProperty().get();
    }

    @Test
    void thePaletteFindsACommandByAFewLettersAndDoesIt(FxRobot robot) {
        ctrl(robot, KeyCode.K);
        assertTrue(covered(robot));
        robot.write("gset").push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(Screen.SETTINGS, screen());
        assertFalse(covered(robot));
        assertTrue(robot.lookup("#textSlider").query().isVisible());
    }

    @Test
    void thePaletteIsLeftByEscapeAndByItsOwnKeys(FxRobot robot) {
        ctrl(robot, KeyCode.K);
        robot.push(KeyCode.ESCAPE);
        assertFalse(covered(robot));
        robot.clickOn("#paletteButton");
        assertTrue(covered(robot));
        ctrl(robot, KeyCode.K);
        assertFalse(covered(robot));
    }

    @Test
    void arrowsChooseInThePalette(FxRobot robot) {
        ctrl(robot, KeyCode.K);
        robot.write("text").push(KeyCode.DOWN).push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(90, test.window.frame().textSizeProperty().get());
    }

    @Test
    void whatCannotBeDoneStaysInThePaletteWithItsReason(FxRobot robot) {
        ctrl(robot, KeyCode.K);
        robot.write("train members").push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(covered(robot));
        String why = test.messages.get("why.no-store");
        assertTrue(robot.lookup(why).tryQuery().isPresent(), why);
    }

    @Test
    void keysOfWhatCannotBeDoneSayWhy(FxRobot robot) {
        ctrl(robot, KeyCode.Z);
        assertEquals(
                test.messages.get("why.nothing-to-undo"),
                robot.lookup("#bannerText").queryAs(Label.class).getText());
    }

    @Test
    void shortcutsAreListedFromTheSameCommands(FxRobot robot) {
        robot.push(KeyCode.F1);
        WaitForAsyncUtils.waitForFxEvents();
        String listed =
                robot
                        .from(robot.lookup("#shortcuts").<Node>query())
                        .lookup(".keys")
                        .<Label>queryAll()
                        .stream()
                        .map(Label::getText)
                        .collect(Collectors.joining(" "));
        test.window.commands().all().stream()
                .flatMap(command -> command.keys().stream())
                .forEach(keys -> assertTrue(listed.contains(keys.getDisplayText()), listed));
        for (String title : List.of("command.step", "command.step-back")) {
            assertTrue(robot.lookup(test.messages.get(title)).tryQuery().isPresent(), title);
        }
        robot.push(KeyCode.ESCAPE);
        assertFalse(covered(robot));
    }

    @Test
    void aReplayIsSteppedToAndFroFromThePalette(FxRobot robot) throws Exception {
        FakeReplaySession session = test.replayDemo();
        robot.interact(session::pause);
        until(() -> !test.window.live().running());
        long before = step();
        find(robot, "replay the next").push(KeyCode.ENTER);
        until(() -> step() == before + 1);
        find(robot, "event before").push(KeyCode.ENTER);
        until(() -> step() == before);
        robot.interact(() -> session.seek(0));
        until(() -> step() == 0);
        find(robot, "event before").push(KeyCode.ENTER);
        assertTrue(covered(robot));
        String why = test.messages.get("why.replay-begin");
        assertTrue(robot.lookup(why).tryQuery().isPresent(), why);
    }

    private long step() {
        return test.window.live().snapshotProperty().get().orElseThrow().step();
    }

    private static FxRobot find(FxRobot robot, String letters) {
        ctrl(robot, KeyCode.K);
        robot.write(letters);
        return robot;
    }

    @Test
    void theRailIsWalkedByKeys(FxRobot robot) throws Exception {
        test.load();
        ctrl(robot, KeyCode.DIGIT2);
        assertEquals(Screen.LIVE, screen());
        assertTrue(robot.lookup("#prepareButton").query().isVisible());
        ctrl(robot, KeyCode.DIGIT6);
        assertEquals(Screen.SETTINGS, screen());
        robot.clickOn("#dataTab").push(KeyCode.DOWN);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(robot.lookup("#liveTab").query().isFocused());
        assertEquals(Screen.LIVE, screen());
    }

    @Test
    void settingsActAtOnce(FxRobot robot) {
        robot.clickOn("#settingsTab").clickOn("#darkChoice");
        assertTrue(test.scene().getRoot().getStyleClass().contains("dark"));
        robot.clickOn("#darkChoice");
        assertTrue(test.window.frame().dark());
        robot.clickOn("#chineseChoice");
        assertEquals(Language.CHINESE, test.messages.languageProperty().get());
        robot.clickOn("#englishChoice");
        robot.interact(() -> robot.lookup("#textSlider").query().requestFocus());
        robot.push(KeyCode.RIGHT);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(110, test.window.frame().textSizeProperty().get());
        assertEquals("110 %", robot.lookup("#textValue").queryAs(Label.class).getText());
        ctrl(robot, KeyCode.DIGIT0);
        assertEquals(100, test.window.frame().textSizeProperty().get());
        assertEquals(100, robot.lookup("#textSlider").queryAs(Slider.class).getValue());
    }

    @Test
    void atTwiceTheSizeOfTextScreensScrollInsteadOfBeingCutOff(FxRobot robot) throws Exception {
        test.replayDemo();
        double normal = widthOf(robot.lookup("#dataTab").query());
        robot.interact(() -> test.window.frame().textSizeProperty().set(200));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(2 * normal, widthOf(robot.lookup("#dataTab").query()), 2);
        ScrollPane scroll = robot.lookup("#screenScroll").queryAs(ScrollPane.class);
        for (Screen screen : Screen.values()) {
            robot.interact(() -> test.window.frame().screenProperty().set(screen));
            WaitForAsyncUtils.waitForFxEvents();
            Region content = (Region) scroll.getContent();
            assertTrue(content.getWidth() >= content.minWidth(-1) - 1, screen + " is too narrow");
            assertTrue(content.getHeight() >= content.minHeight(-1) - 1, screen + " is too low");
            assertTrue(content.getWidth() >= 440 && content.getHeight() >= 240, screen.toString());
        }
    }

    @Test
    void theProgramsNameIsNeverCovered(FxRobot robot) {
        for (int size : List.of(100, 150, 200)) {
            robot.interact(
                    () -> {
                        test.stage.setWidth(1_280);
                        test.window.frame().textSizeProperty().set(size);
                    });
            WaitForAsyncUtils.waitForFxEvents();
            Label name = robot.lookup("#appName").queryAs(Label.class);
            assertEquals("Amalgam", shown(name));
            double end = name.localToScene(name.getBoundsInLocal()).getMaxX();
            Node palette = robot.lookup("#paletteButton").query();
            double begin = palette.localToScene(palette.getBoundsInLocal()).getMinX();
            assertTrue(end <= begin, size + " %: " + end + " to " + begin);
            Label subtitle = robot.lookup("#subtitle").queryAs(Label.class);
            assertTrue(
                    !subtitle.isVisible() || shown(subtitle).equals(subtitle.getText()),
                    size + " %: " + shown(subtitle));
            assertEquals(size == 100, subtitle.isVisible());
            assertEquals(
                    Set.of(test.messages.get("palette.prompt")),
                    robot.from(palette).lookup(".text").<Text>queryAll().stream()
                            .map(Text::getText)
                            .filter(text -> !text.startsWith("Ctrl"))
                            .filter(text -> text.length() > 1)
                            .collect(Collectors.toSet()));
        }
    }

    @Test
    void theLiveScreensWordsAreWholeAtAnySize(FxRobot robot) throws Exception {
        FakeReplaySession session = test.replayDemo();
        robot.interact(session::pause);
        robot.interact(() -> session.seek(9_168));
        until(() -> step() == 9_168);
        for (int size : List.of(90, 100, 150, 200)) {
            robot.interact(
                    () -> {
                        test.stage.setWidth(1_280);
                        test.window.frame().textSizeProperty().set(size);
                    });
            WaitForAsyncUtils.waitForFxEvents();
            for (String style : List.of(".tile-name", ".tile-unit", ".side-tab", ".counter")) {
                for (Labeled label : robot.lookup(style).<Labeled>queryAll()) {
                    assertEquals(label.getText(), shown(label), size + " % " + style);
                }
            }
        }
    }

    /** What is left of a label's text when it has been cut to its room. */
    private static String shown(Labeled label) {
        return ((Text) label.lookup(".text")).getText();
    }

    private static double widthOf(Node node) {
        return node.localToScene(node.getBoundsInLocal()).getWidth();
    }

    @Test
    void aDraggedWeightIsTakenBackAndMadeAgainByKeys(FxRobot robot) throws Exception {
        FakeReplaySession session = test.replayDemo();
        robot.interact(session::pause);
        String member = test.window.live().weights().members().get(0);
        Slider slider = robot.lookup("#weight-" + member).queryAs(Slider.class);
        double before = slider.getValue();
        robot.drag(slider.lookup(".thumb")).moveBy(before > 0.5 ? -50 : 50, 0).drop();
        WaitForAsyncUtils.waitForFxEvents();
        double after = slider.getValue();
        assertTrue(Math.abs(after - before) > 0.1, before + " to " + after);
        ctrl(robot, KeyCode.Z);
        assertEquals(before, lastSent(session).of(member), 0.05);
        robot.clickOn("#redoButton");
        until(() -> lastSent(session).of(member) == after);
        assertEquals(Optional.empty(), test.window.desk().undo().nextRedoProperty().get());
    }

    private static FusionWeights lastSent(FakeReplaySession session) {
        return session.sentWeights().get(session.sentWeights().size() - 1);
    }
}
