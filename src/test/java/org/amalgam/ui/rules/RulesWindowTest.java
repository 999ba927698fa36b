package org.amalgam.ui.rules;

import static org.amalgam.ui.Patience.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.amalgam.domain.rule.MerchandisingRule;
import org.amalgam.domain.rule.RuleChange;
import org.amalgam.ui.WorkbenchWindow;
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

/** The screen of rules in the real window, by clicks and by keys. */
@ExtendWith(ApplicationExtension.class)
class RulesWindowTest {

    @TempDir static Path home;

    private final FakeWorkbenchFactory factory = new FakeWorkbenchFactory(1);
    private final Messages messages = new Messages();
    private WorkbenchWindow window;

    @Start
    void open(Stage stage) throws Exception {
        window =
                new WorkbenchWindow(
                        factory,
                        TaskRunner.forWindow(),
                        messages,
                        new Folders(Files.createTempDirectory(home, "own")),
                        owner -> List.of(Path.of("events.csv")));
        window.show(stage);
    }

    @Stop
    void close() {
        window.close();
    }

    private void goToRules(FxRobot robot) {
        robot.clickOn("#openButton");
        until(() -> window.desk().hasEvents());
        until(() -> window.desk().runner().currentProperty().get().isEmpty());
        robot.clickOn("#rulesTab");
        until(() -> robot.lookup("#bookTable").tryQuery().isPresent());
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private static TableView<MerchandisingRule> book(FxRobot robot) {
        return robot.lookup("#bookTable").queryTableView();
    }

    @Test
    void aRuleIsWrittenPreviewedAppliedSwitchedAndUndoneByClicks(FxRobot robot) throws Exception {
        goToRules(robot);
        assertTrue(text(robot, "#previewEmpty").contains("2,000"));
        assertTrue(robot.lookup("#applyRule").queryAs(Button.class).isDisabled());
        robot.clickOn("#nameField").write("mir");
        robot.clickOn("Mira");
        assertEquals("Mira", robot.lookup("#nameField").queryAs(TextField.class).getText());
        assertFalse(robot.lookup("#suggestions").query().isVisible());
        robot.clickOn("#previewRule");
        until(() -> robot.lookup("#previewSays").tryQuery().isPresent());
        assertEquals(
                "Brand Mira would take 11.8 % of slots instead of 3.1 %; hits fall by 0.4 points"
                        + " (−0.9 to +0.1).",
                text(robot, "#previewSays"));
        assertEquals(6, robot.lookup(".dot-whisker").queryAll().size());
        robot.clickOn("#applyRule");
        until(() -> book(robot).getItems().size() == 1);
        assertEquals("1 rule, 1 enabled", text(robot, "#countLabel"));
        robot.clickOn("#rule-on-1");
        until(() -> !book(robot).getItems().get(0).enabled());
        robot.clickOn("#undoRule");
        until(() -> book(robot).getItems().get(0).enabled());
        assertTrue(robot.lookup("#rule-on-1").queryAs(CheckBox.class).isSelected());
        robot.clickOn("#trailTab");
        TableView<RuleChange> trail = robot.lookup("#trailTable").queryTableView();
        until(() -> trail.getItems().size() == 3);
        assertTrue(robot.lookup("anna (window)").tryQuery().isPresent());
        assertTrue(robot.lookup("Boost by 5 % · Brand Mira · off").tryQuery().isPresent());
        robot.interact(() -> messages.languageProperty().set(Language.CHINESE));
        assertTrue(robot.lookup("anna（窗口）").tryQuery().isPresent());
        assertTrue(robot.lookup("提升 5 % · 品牌 Mira · 停用").tryQuery().isPresent());
    }

    @Test
    void theSameGoesByKeysInChinese(FxRobot robot) throws Exception {
        robot.interact(() -> messages.languageProperty().set(Language.CHINESE));
        robot.clickOn("#openButton");
        until(() -> window.desk().hasEvents());
        until(() -> window.desk().runner().currentProperty().get().isEmpty());
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT5).release(KeyCode.DIGIT3, KeyCode.CONTROL);
        until(() -> robot.lookup("#nameField").tryQuery().isPresent());
        tabTo(robot, "nameField");
        robot.write("Nor");
        robot.type(KeyCode.DOWN, KeyCode.ENTER);
        assertEquals("Norda", robot.lookup("#nameField").queryAs(TextField.class).getText());
        tabTo(robot, "applyRule");
        robot.type(KeyCode.SPACE);
        until(() -> book(robot).getItems().size() == 1);
        tabTo(robot, "bookTable");
        robot.interact(() -> book(robot).getSelectionModel().selectFirst());
        robot.type(KeyCode.SPACE);
        until(() -> !book(robot).getItems().get(0).enabled());
        robot.type(KeyCode.ENTER);
        until(() -> text(robot, "#editorTitle").equals("修改规则 1"));
        tabTo(robot, "bookTable");
        robot.type(KeyCode.DELETE);
        until(() -> book(robot).getItems().isEmpty());
        until(() -> text(robot, "#editorTitle").equals("新规则"));
    }

    private static void tabTo(FxRobot robot, String id) {
        for (int i = 0; i < 60; i++) {
            Node focused = robot.window(0).getScene().getFocusOwner();
            if (focused != null && id.equals(focused.getId())) {
                return;
            }
            robot.type(KeyCode.TAB);
        }
        throw new AssertionError("no key leads to " + id);
    }

    @Test
    void whatCannotBeIsSaidBeforeItIsApplied(FxRobot robot) throws Exception {
        goToRules(robot);
        robot.clickOn("#nameField").write("Nobody");
        assertTrue(text(robot, "#problemLabel").contains("no brand Nobody"));
        assertTrue(robot.lookup("#previewRule").queryAs(Button.class).isDisabled());
    }

    @Test
    void everyControlHasAName(FxRobot robot) throws Exception {
        goToRules(robot);
        for (String id :
                List.of(
                        "effectChoice",
                        "placeSpinner",
                        "strengthSlider",
                        "scopeChoice",
                        "nameField",
                        "priceFrom",
                        "priceBelow",
                        "suggestions",
                        "fromPicker",
                        "untilPicker",
                        "noteField",
                        "whyField",
                        "bookTable",
                        "trailTable")) {
            Control control = (Control) found(robot, id);
            assertFalse(control.getAccessibleText().isBlank(), id);
        }
    }

    private static Node found(FxRobot robot, String id) {
        return robot.window(0).getScene().getRoot().lookup("#" + id);
    }
}
