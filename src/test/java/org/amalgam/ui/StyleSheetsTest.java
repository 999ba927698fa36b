package org.amalgam.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.css.CssParser;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.amalgam.ui.frame.Screen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** JavaFX can follow the style sheets: they look up no colour that is defined nowhere. */
@ExtendWith(ApplicationExtension.class)
class StyleSheetsTest {

    @TempDir Path home;

    private WindowUnderTest test;
    private ObservableList<CssParser.ParseError> complaints;

    @Start
    void open(Stage stage) {
        complaints = CssParser.errorsProperty();
        complaints.clear();
        test = new WindowUnderTest(stage, home, 1);
    }

    @Stop
    void close() {
        complaints.clear();
        test.window.close();
    }

    @Test
    void aColourThatIsDefinedNowhereIsComplainedOf(FxRobot robot) {
        robot.interact(
                () -> ((Region) test.scene().getRoot()).setStyle("-fx-background-color: -nobody;"));
        assertThat(complaints()).singleElement().asString().contains("-fx-background-color");
    }

    @Test
    void nothingIsComplainedOfOnAnyScreenInBothThemesAndLanguages(FxRobot robot) {
        inAllLooks(robot);
        test.load();
        test.replayDemo();
        for (Screen screen : Screen.values()) {
            robot.interact(() -> test.window.frame().screenProperty().set(screen));
            inAllLooks(robot);
        }
        robot.clickOn("#tasksButton").clickOn("#paletteButton");
        inAllLooks(robot);
        assertThat(complaints()).isEmpty();
    }

    private void inAllLooks(FxRobot robot) {
        for (boolean dark : new boolean[] {false, true}) {
            robot.interact(() -> test.window.frame().darkProperty().set(dark));
            WaitForAsyncUtils.waitForFxEvents();
            robot.interact(() -> test.window.frame().switchLanguage());
            WaitForAsyncUtils.waitForFxEvents();
        }
    }

    private List<String> complaints() {
        WaitForAsyncUtils.waitForFxEvents();
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () ->
                        complaints.stream()
                                .map(CssParser.ParseError::getMessage)
                                .distinct()
                                .toList());
    }
}
