package org.amalgam.ui;

import static org.amalgam.ui.Eyes.isCalled;
import static org.amalgam.ui.Eyes.onScreen;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Cell;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;

/** Never touches the mouse: Tab leads to a thing, and keys do with it what can be done. */
final class KeyHand implements Hand {

    private static final int MOST_STOPS = 90;
    private static final int MOST_ROWS = 20;

    private final FxRobot robot;
    private final Eyes eyes;
    private final Stage stage;

    KeyHand(FxRobot robot, Eyes eyes, Stage stage) {
        this.robot = robot;
        this.eyes = eyes;
        this.stage = stage;
    }

    /** Presses Tab until the focus is on what is wanted, which has to be seen then. */
    private void tabTo(String what, Predicate<Node> wanted) {
        Predicate<Node> ready = node -> wanted.test(node) && !node.isDisabled();
        Patience.until("to get to " + what, () -> eyes.find(ready).isPresent());
        List<String> way = new ArrayList<>();
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            if (onScreen(() -> focused() != null && ready.test(focused()))) {
                return;
            }
            way.add(onScreen(() -> String.valueOf(focused())));
            robot.push(KeyCode.TAB);
        }
        throw new AssertionError("Tab does not lead to " + what + " but to " + way);
    }

    private Node focused() {
        return stage.getScene().getFocusOwner();
    }

    /** Presses a key until this holds; false when it never does. */
    private boolean moves(KeyCode key, Predicate<Node> wanted) {
        for (int row = 0; row < MOST_ROWS; row++) {
            if (eyes.find(wanted).isPresent()) {
                return true;
            }
            robot.push(key);
        }
        return false;
    }

    private void moveTo(String what, Predicate<Node> wanted) {
        if (!moves(KeyCode.DOWN, wanted) && !moves(KeyCode.UP, wanted)) {
            throw new AssertionError("arrows do not lead to " + what);
        }
    }

    void shortcut(KeyCode key) {
        robot.push(KeyCode.CONTROL, key);
    }

    @Override
    public void press(String button) {
        tabTo(button, node -> node instanceof ButtonBase && isCalled(node, button));
        robot.push(KeyCode.SPACE);
    }

    /** By the palette of commands. */
    @Override
    public void goTo(String screen) {
        shortcut(KeyCode.K);
        Patience.until("for the palette", () -> "paletteQuery".equals(onScreen(this::focusedId)));
        robot.write(screen).push(KeyCode.ENTER);
    }

    private String focusedId() {
        return focused() == null ? "" : focused().getId();
    }

    @Override
    public void choose(String box, String choice) {
        tabTo(box, node -> node instanceof ComboBox && isCalled(node, box));
        moveTo(
                choice,
                node ->
                        node instanceof ComboBox
                                && isCalled(node, box)
                                && node.lookupAll(".list-cell").stream()
                                        .anyMatch(shown -> isCalled(shown, choice)));
    }

    @Override
    public void write(String field, String text) {
        tabTo(field, node -> node instanceof TextField && isCalled(node, field));
        shortcut(KeyCode.A);
        robot.write(text);
    }

    @Override
    public void takeFromMenu(String entry) {
        Patience.until("for " + entry, () -> eyes.find(node -> isEntry(node, entry)).isPresent());
        robot.push(KeyCode.DOWN);
        moveTo(entry, node -> isEntry(node, entry) && node.getParent().isFocused());
        robot.push(KeyCode.ENTER);
    }

    private static boolean isEntry(Node node, String entry) {
        return node instanceof Labeled
                && node.getParent().getStyleClass().contains("menu-item")
                && isCalled(node, entry);
    }

    @Override
    public void takeFromList(String list, String row) {
        tabTo(list, node -> node instanceof ListView && isCalled(node, list));
        robot.push(KeyCode.HOME);
        moveTo(row, node -> node instanceof Cell<?> cell && isChosen(cell, row));
        robot.push(KeyCode.ENTER);
    }

    private static boolean isChosen(Cell<?> cell, String row) {
        boolean within = cell.lookupAll(".label").stream().anyMatch(label -> isCalled(label, row));
        return cell.isSelected() && (within || isCalled(cell, row));
    }

    @Override
    public void undo(String change) {
        shortcut(KeyCode.Z);
    }
}
