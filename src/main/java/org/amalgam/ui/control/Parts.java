package org.amalgam.ui.control;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes labels, icons and gaps in the window's style. */
public final class Parts {

    private Parts() {}

    public static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /** A label that follows its text. */
    public static Label label(ObservableValue<String> text, String... styles) {
        Label label = label("", styles);
        label.textProperty().bind(text);
        return label;
    }

    /** A tip that follows its text. */
    public static Tooltip tip(ObservableValue<String> text) {
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(text);
        return tip;
    }

    public static FontIcon icon(Ikon glyph, String... styles) {
        FontIcon icon = new FontIcon(glyph);
        icon.getStyleClass().addAll(styles);
        return icon;
    }

    /** Takes what room is left in a row. */
    public static Region filler() {
        Region filler = new Region();
        HBox.setHgrow(filler, Priority.ALWAYS);
        return filler;
    }

    /**
     * For a pane whose content keeps moving: by itself it keeps a picture of all it shows, and
     * draws all of that again when any of it has changed.
     */
    public static void drawOnlyChanges(ScrollPane pane) {
        pane.skinProperty()
                .addListener(
                        changed -> {
                            Node viewport = pane.lookup(".viewport");
                            if (viewport != null) {
                                viewport.setCache(false);
                            }
                        });
    }

    /** Shows or hides a node together with its room. */
    public static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** Gives a column a share of a screen's width within limits, in pixels. */
    public static void share(
            Region column, Region screen, double share, double least, double most) {
        column.prefWidthProperty()
                .bind(
                        Bindings.max(
                                least, Bindings.min(most, screen.widthProperty().multiply(share))));
        column.setMinWidth(least);
    }

    /** Does something with the scene as soon as the node is in one, once. */
    public static void onceInScene(Node node, Consumer<Scene> work) {
        if (node.getScene() != null) {
            work.accept(node.getScene());
            return;
        }
        node.sceneProperty()
                .addListener(
                        new ChangeListener<>() {
                            @Override
                            public void changed(
                                    ObservableValue<? extends Scene> seen, Scene was, Scene now) {
                                node.sceneProperty().removeListener(this);
                                work.accept(now);
                            }
                        });
    }
}
