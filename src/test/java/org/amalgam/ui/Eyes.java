package org.amalgam.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.stage.Window;
import org.testfx.util.WaitForAsyncUtils;

/** What a person sees of all windows that are open: only what lies within them, unclipped. */
final class Eyes {

    /**
     * A place of a shopper's list as it is written there.
     *
     * @param mark how far it moved; empty when it did not
     */
    record Card(String place, String title, String mark, String reason, String score) {}

    /** The first that fits; in the newest window first, for a pop-up lies above all others. */
    Optional<Node> find(Predicate<Node> wanted) {
        return onScreen(
                () -> {
                    List<Window> windows = new ArrayList<>(Window.getWindows());
                    for (int i = windows.size() - 1; i >= 0; i--) {
                        Window window = windows.get(i);
                        if (window.isShowing() && window.getScene() != null) {
                            Optional<Node> found = find(window.getScene().getRoot(), wanted);
                            if (found.isPresent()) {
                                return found;
                            }
                        }
                    }
                    return Optional.empty();
                });
    }

    private static Optional<Node> find(Node node, Predicate<Node> wanted) {
        if (!node.isVisible()) {
            return Optional.empty();
        }
        if (wanted.test(node) && isWithinWindow(node)) {
            return Optional.of(node);
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Optional<Node> found = find(child, wanted);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isWithinWindow(Node node) {
        Point2D centre = centre(node.localToScene(node.getBoundsInLocal()));
        boolean within =
                node.getScene() != null
                        && centre.getX() >= 0
                        && centre.getY() >= 0
                        && centre.getX() <= node.getScene().getWidth()
                        && centre.getY() <= node.getScene().getHeight();
        Parent around = node.getParent();
        while (within && around != null) {
            Node clip = around.getClip();
            within = clip == null || around.localToScene(clip.getBoundsInParent()).contains(centre);
            around = around.getParent();
        }
        return within;
    }

    private static Point2D centre(Bounds bounds) {
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    /** Where to click on it. */
    Point2D centre(Node node) {
        return onScreen(() -> centre(node.localToScreen(node.getBoundsInLocal())));
    }

    /** Whether these words stand somewhere, or are what a screen reader says of something. */
    boolean sees(String words) {
        return find(node -> isCalled(node, words)).isPresent();
    }

    static boolean isCalled(Node node, String words) {
        boolean worded = node instanceof Labeled label && text(label).equals(words);
        return worded || words.equals(node.getAccessibleText());
    }

    private static String text(Labeled label) {
        return label.getText() == null ? "" : label.getText();
    }

    /** The text of what has this id; empty when it is not seen. */
    String textOf(String id) {
        return onScreen(
                () ->
                        find(node -> id.equals(node.getId()))
                                .map(
                                        node ->
                                                node instanceof TextInputControl field
                                                        ? field.getText()
                                                        : text((Labeled) node))
                                .orElse(""));
    }

    /** The texts of all labels of this style below what has this id, those scrolled away too. */
    List<String> textsOf(String id, String style) {
        return onScreen(
                () -> {
                    List<String> texts = new ArrayList<>();
                    find(node -> id.equals(node.getId()))
                            .ifPresent(
                                    around ->
                                            around.lookupAll("." + style)
                                                    .forEach(node -> texts.add(wordsOf(node))));
                    return texts;
                });
    }

    private static String wordsOf(Node node) {
        return node instanceof Labeled label
                ? text(label)
                : String.valueOf(node.getAccessibleText());
    }

    /** The shopper's list from the first place to the last. */
    List<Card> cards() {
        return onScreen(
                () -> {
                    List<Card> cards = new ArrayList<>();
                    find(node -> "list-left".equals(node.getId()))
                            .ifPresent(
                                    list ->
                                            list.lookupAll(".list-card")
                                                    .forEach(card -> cards.add(card(card))));
                    return cards;
                });
    }

    private static Card card(Node card) {
        return new Card(
                label(card, "list-rank"),
                label(card, "list-title"),
                label(card, "list-mark"),
                label(card, "list-reason"),
                label(card, "list-score"));
    }

    private static String label(Node card, String style) {
        return ((Label) card.lookup("." + style)).getText();
    }

    /** Does this on the screens' thread, where alone the scene may be walked. */
    static <T> T onScreen(Callable<T> look) {
        return WaitForAsyncUtils.waitForAsyncFx(30_000, look);
    }
}
