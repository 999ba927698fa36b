package org.amalgam.ui;

import static org.amalgam.ui.Eyes.isCalled;

import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Cell;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;

/** Clicks in the middle of what is seen, and types into what was clicked. */
final class MouseHand implements Hand {

    private final FxRobot robot;
    private final Eyes eyes;

    MouseHand(FxRobot robot, Eyes eyes) {
        this.robot = robot;
        this.eyes = eyes;
    }

    private void click(String what, Predicate<Node> wanted) {
        Predicate<Node> ready = node -> wanted.test(node) && !node.isDisabled();
        Patience.until("to click on " + what, () -> eyes.find(ready).isPresent());
        robot.clickOn(eyes.centre(eyes.find(ready).orElseThrow()));
    }

    @Override
    public void press(String button) {
        click(button, node -> node instanceof ButtonBase && isCalled(node, button));
    }

    @Override
    public void goTo(String screen) {
        click(screen, node -> node instanceof ToggleButton && isCalled(node, screen));
    }

    @Override
    public void choose(String box, String choice) {
        click(box, node -> node instanceof ComboBox && isCalled(node, box));
        click(choice, node -> node instanceof Cell && isCalled(node, choice));
    }

    @Override
    public void write(String field, String text) {
        click(field, node -> node instanceof TextField && isCalled(node, field));
        robot.push(KeyCode.CONTROL, KeyCode.A).write(text);
    }

    @Override
    public void takeFromMenu(String entry) {
        click(entry, node -> isInMenu(node) && isCalled(node, entry));
    }

    private static boolean isInMenu(Node node) {
        return node instanceof Labeled && node.getParent().getStyleClass().contains("menu-item");
    }

    @Override
    public void takeFromList(String list, String row) {
        click(row, node -> node instanceof Cell<?> cell && reads(cell, row));
    }

    private static boolean reads(Cell<?> cell, String row) {
        boolean within =
                cell.lookupAll(".label").stream()
                        .anyMatch(node -> node instanceof Labeled label && isCalled(label, row));
        return !cell.isEmpty() && (within || isCalled(cell, row));
    }

    @Override
    public void undo(String change) {
        press(change);
    }
}
