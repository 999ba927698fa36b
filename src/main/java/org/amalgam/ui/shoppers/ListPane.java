package org.amalgam.ui.shoppers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.FadeTransition;
import javafx.animation.Interpolator;
import javafx.animation.TranslateTransition;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.amalgam.domain.Item;
import org.amalgam.pipeline.shop.ShopList;
import org.amalgam.pipeline.shop.ShopWindow;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.i18n.Messages;

/** A list as cards, under how it is fused. Cards glide to where a change puts them. */
final class ListPane extends VBox {

    /** Long enough to follow with the eye, short enough not to wait for. */
    private static final Duration GLIDE = Duration.millis(220);

    private final ListModel model;
    private final Messages messages;
    private final FusionChooser chooser;
    private final Consumer<Item> onPutIn;
    private final VBox cardBox = new VBox(6);
    private final Label numbers = Parts.label("", "hint", "wrapped", "list-numbers");
    private final Label trouble = Parts.label("", "hint", "wrapped");
    private final Map<Integer, ListCard> cards = new HashMap<>();
    private Optional<ListModel> beside = Optional.empty();

    /**
     * @param side {@code left} or {@code right}, in the ids of controls
     * @param onPutIn hears of items that are to go into the history
     */
    ListPane(ListModel model, Messages messages, String side, Consumer<Item> onPutIn) {
        super(8);
        this.model = model;
        this.messages = messages;
        this.onPutIn = onPutIn;
        this.chooser = new FusionChooser(model, messages, side);
        setId("list-" + side);
        setMinWidth(0);
        ScrollPane scroll = new ScrollPane(cardBox);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("edge-to-edge", "list-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        numbers.setId("numbers-" + side);
        getChildren().addAll(chooser, trouble, scroll, numbers);
        numbers.setMinHeight(32);
        model.shownProperty().addListener(changed -> show());
        model.failureProperty().addListener(changed -> show());
        messages.languageProperty().addListener(changed -> show());
        show();
    }

    /** The members that can be weighed. */
    void show(Optional<ShopWindow> window) {
        chooser.show(window);
    }

    /** Compares with a list beside, or, when there is none, with what really happened. */
    void compareWith(Optional<ListModel> other) {
        beside = other;
        show();
    }

    /** Looks at the list beside again. */
    void refresh() {
        show();
    }

    String settingInWords() {
        return chooser.inWords();
    }

    private void show() {
        Optional<String> failure = model.failureProperty().get();
        trouble.setText(failure.map(why -> messages.get("shoppers.list-failed", why)).orElse(""));
        Parts.show(trouble, failure.isPresent());
        numbers.setText(messages.get("shoppers.numbers-hint"));
        Optional<ListModel.Shown> shown = model.shownProperty().get();
        List<ShopList.Place> places = shown.map(now -> now.list().places()).orElse(List.of());
        Map<Integer, Double> before = new HashMap<>();
        cards.forEach((item, card) -> before.put(item, card.getLayoutY() + card.getTranslateY()));
        Optional<ShopList> other = reference(shown);
        List<ListCard> inOrder = new ArrayList<>();
        double best = places.isEmpty() ? 0 : places.get(0).score();
        for (ShopList.Place place : places) {
            ListCard card = cards.computeIfAbsent(place.item().index(), any -> newCard());
            card.setId(getId() + "-" + place.rank());
            card.show(place, best, other.map(one -> Standing.of(place, one)), beside.isPresent());
            inOrder.add(card);
        }
        cards.values().retainAll(inOrder);
        cardBox.getChildren().setAll(inOrder);
        glide(before);
    }

    private Optional<ShopList> reference(Optional<ListModel.Shown> shown) {
        return beside.isPresent()
                ? beside.flatMap(other -> other.shownProperty().get().map(ListModel.Shown::list))
                : shown.flatMap(ListModel.Shown::unchanged);
    }

    private void glide(Map<Integer, Double> before) {
        if (getScene() == null || before.isEmpty()) {
            return;
        }
        cardBox.applyCss();
        cardBox.layout();
        cards.forEach(
                (item, card) -> {
                    Double from = before.get(item);
                    if (from == null) {
                        appear(card);
                    } else if (Math.abs(from - card.getLayoutY()) > 0.5) {
                        move(card, from - card.getLayoutY());
                    }
                });
    }

    private static void move(ListCard card, double from) {
        TranslateTransition glide = new TranslateTransition(GLIDE, card);
        glide.setFromY(from);
        glide.setToY(0);
        glide.setInterpolator(Interpolator.EASE_BOTH);
        glide.play();
    }

    private static void appear(ListCard card) {
        FadeTransition fade = new FadeTransition(GLIDE, card);
        fade.setFromValue(0);
        fade.setToValue(1);
        fade.play();
    }

    private ListCard newCard() {
        ListCard card = new ListCard(messages);
        card.hoverProperty().addListener(changed -> tellNumbers(card));
        card.focusedProperty().addListener(changed -> tellNumbers(card));
        card.setOnMousePressed(event -> card.requestFocus());
        card.addEventHandler(KeyEvent.KEY_PRESSED, event -> onKey(card, event));
        card.setOnDragDetected(
                event -> {
                    Dragboard board = card.startDragAndDrop(TransferMode.COPY);
                    ClipboardContent content = new ClipboardContent();
                    card.item().ifPresent(item -> content.put(DraggedItem.FORMAT, item.index()));
                    board.setContent(content);
                    board.setDragView(card.snapshot(null, null));
                    event.consume();
                });
        return card;
    }

    private void tellNumbers(ListCard card) {
        boolean told = card.isHover() || card.isFocused();
        numbers.setText(told ? card.numbers() : messages.get("shoppers.numbers-hint"));
    }

    private void onKey(ListCard card, KeyEvent event) {
        int at = cardBox.getChildren().indexOf(card);
        switch (event.getCode()) {
            case ENTER -> card.item().ifPresent(onPutIn);
            case DOWN -> focus(at + 1);
            case UP -> focus(at - 1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void focus(int at) {
        if (at >= 0 && at < cardBox.getChildren().size()) {
            cardBox.getChildren().get(at).requestFocus();
        }
    }
}
