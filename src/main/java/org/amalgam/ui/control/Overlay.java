package org.amalgam.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A card above everything else; until it is gone keys and the pointer reach nothing below it. */
public final class Overlay extends StackPane {

    private Optional<Node> focusedBefore = Optional.empty();

    public Overlay() {
        getStyleClass().add("overlay");
        setId("overlay");
        Parts.show(this, false);
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        addEventFilter(KeyEvent.KEY_PRESSED, this::onTab);
        addEventHandler(
                MouseEvent.MOUSE_PRESSED,
                event -> {
                    if (event.getTarget() == this) {
                        hide();
                    }
                });
    }

    /** Whether a card covers this window. */
    public static boolean covers(Scene scene) {
        return scene.getRoot().lookup("#overlay") instanceof Overlay overlay && overlay.isVisible();
    }

    /**
     * Shows a card instead of the one shown before.
     *
     * @param focused gets the keys at first
     */
    public void show(Region card, Pos place, Node focused) {
        if (!isVisible()) {
            focusedBefore = Optional.ofNullable(getScene().getFocusOwner());
        }
        setAlignment(card, place);
        getChildren().setAll(card);
        Parts.show(this, true);
        focused.requestFocus();
    }

    /** Takes the card away and gives the keys back to who had them. */
    public void hide() {
        if (isVisible()) {
            Parts.show(this, false);
            getChildren().clear();
            focusedBefore.ifPresent(Node::requestFocus);
            focusedBefore = Optional.empty();
        }
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            hide();
        }
        event.consume();
    }

    /** Tab stays within the card. */
    private void onTab(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB) {
            List<Node> stops = new ArrayList<>();
            collect(this, stops);
            int at = stops.indexOf(getScene().getFocusOwner());
            int step = event.isShiftDown() ? -1 : 1;
            if (!stops.isEmpty()) {
                stops.get(Math.floorMod(at + step, stops.size())).requestFocus();
            }
            event.consume();
        }
    }

    private static void collect(Parent parent, List<Node> stops) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (!child.isVisible() || child.isDisabled()) {
                continue;
            }
            if (child.isFocusTraversable()) {
                stops.add(child);
            } else if (child instanceof Parent inner) {
                collect(inner, stops);
            }
        }
    }
}
