package org.amalgam.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
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

/** Every control of every screen says what it is to those who cannot see it. */
@ExtendWith(ApplicationExtension.class)
class AccessibleNamesTest {

    private static final List<Class<?>> NAMED =
            List.of(
                    ButtonBase.class,
                    TextInputControl.class,
                    ComboBoxBase.class,
                    ChoiceBox.class,
                    Slider.class,
                    Spinner.class,
                    ProgressIndicator.class,
                    ListView.class,
                    TableView.class,
                    TreeView.class,
                    TreeTableView.class);

    /** Made of other controls, which the one outside speaks for. */
    private static final List<Class<?>> WHOLE =
            List.of(ComboBoxBase.class, ChoiceBox.class, Spinner.class, TextInputControl.class);

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

    @Test
    void everyControlHasAName(FxRobot robot) throws Exception {
        for (Language language : Language.values()) {
            robot.interact(() -> test.messages.languageProperty().set(language));
            assertEquals(Set.of(), nameless(), "start page in " + language);
        }
        test.replayDemo();
        for (Screen screen : Screen.values()) {
            robot.interact(() -> test.window.frame().screenProperty().set(screen));
            WaitForAsyncUtils.waitForFxEvents();
            assertEquals(Set.of(), nameless(), screen.toString());
        }
        assertTrue(controls(test.scene().getRoot(), new ArrayList<>()).size() > 10);
    }

    @Test
    void cardsAndListsHaveNames(FxRobot robot) throws Exception {
        robot.clickOn("#tasksButton").clickOn("#paletteButton");
        assertEquals(Set.of(), nameless(), "palette and tasks");
        robot.push(KeyCode.ESCAPE).push(KeyCode.F1);
        assertEquals(Set.of(), nameless(), "shortcuts");
    }

    /** On the screens' thread, for lists come and go on it. */
    private Set<String> nameless() throws Exception {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, this::namelessNow);
    }

    private Set<String> namelessNow() {
        Parent root = test.scene().getRoot();
        Set<Node> labelled = new java.util.HashSet<>();
        root.lookupAll(".label").stream()
                .filter(Label.class::isInstance)
                .map(label -> ((Label) label).getLabelFor())
                .forEach(labelled::add);
        Set<String> found = new TreeSet<>();
        controls(root, new ArrayList<>()).stream()
                .filter(control -> !labelled.contains(control) && !named(control))
                .forEach(control -> found.add(control.toString()));
        return found;
    }

    private static boolean named(Node control) {
        String shown = control instanceof Labeled labeled ? labeled.getText() : null;
        return Stream.of(control.getAccessibleText(), shown)
                .anyMatch(text -> text != null && text.codePoints().anyMatch(Character::isLetter));
    }

    private static List<Node> controls(Parent parent, List<Node> found) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (!child.isVisible()) {
                continue;
            }
            if (NAMED.stream().anyMatch(type -> type.isInstance(child))) {
                found.add(child);
            }
            boolean whole = WHOLE.stream().anyMatch(type -> type.isInstance(child));
            if (child instanceof Parent inner && !whole) {
                controls(inner, found);
            }
        }
        return found;
    }
}
