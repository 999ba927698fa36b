package org.amalgam.ui.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.LiveSnapshot.Seen;
import org.amalgam.domain.LiveSnapshot.Shopper;
import org.amalgam.domain.RankedItem;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.i18n.Messages;

/** The current shopper: what was done, what was shown, and what came next. */
final class ShopperView extends VBox {

    private static final int CARDS = 10;
    private static final int STEPS = 3;

    private final Messages messages;
    private final Label user = Parts.label("", "shopper-id");
    private final List<SeenRow> history = new ArrayList<>();
    private final SeenRow next = new SeenRow(false);
    private final List<RecommendationCard> cards = new ArrayList<>();
    private final VBox historyRows = new VBox(1);

    ShopperView(Messages messages) {
        super(8);
        this.messages = messages;
        getChildren().addAll(head(), historyRows, nextRow(), cardList());
    }

    private Node head() {
        HBox head =
                new HBox(8, Parts.label(messages.text("shopper.title"), "h"), Parts.filler(), user);
        head.setAlignment(Pos.CENTER_LEFT);
        for (int i = 0; i < STEPS; i++) {
            SeenRow row = new SeenRow(true);
            history.add(row);
            historyRows.getChildren().add(row);
        }
        historyRows.setMinHeight(STEPS * SeenRow.HEIGHT + STEPS - 1);
        return head;
    }

    private Node nextRow() {
        Label name = Parts.label(messages.text("shopper.next"), "next-name");
        name.setMinWidth(Label.USE_PREF_SIZE);
        HBox row = new HBox(8, name, next);
        HBox.setHgrow(next, Priority.ALWAYS);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("next-row");
        return row;
    }

    private Node cardList() {
        VBox list = new VBox(5);
        for (int i = 1; i <= CARDS; i++) {
            RecommendationCard card = new RecommendationCard(i, messages);
            cards.add(card);
            VBox.setVgrow(card, Priority.ALWAYS);
            list.getChildren().add(card);
        }
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("edge-to-edge", "cards");
        Parts.drawOnlyChanges(scroll);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox titled = new VBox(6, Parts.label(messages.text("shopper.top"), "sub-head"), scroll);
        VBox.setVgrow(titled, Priority.ALWAYS);
        return titled;
    }

    /**
     * Shows what is known of the shopper.
     *
     * @param members in the order in which bars show them
     */
    void show(Optional<Shopper> shopper, Set<String> members, Catalogue catalogue) {
        user.setText(shopper.map(Shopper::user).orElse(""));
        List<Seen> seen = shopper.map(Shopper::history).orElse(List.of());
        for (int i = 0; i < STEPS; i++) {
            Optional<Seen> step = i < seen.size() ? Optional.of(seen.get(i)) : Optional.empty();
            history.get(i).show(step, catalogue, messages);
        }
        next.show(shopper.map(Shopper::next), catalogue, messages);
        List<RankedItem> top = shopper.map(Shopper::top).orElse(List.of());
        double best = top.isEmpty() ? 0 : top.get(0).score();
        int wanted = shopper.map(now -> now.next().item()).orElse(-1);
        for (int i = 0; i < CARDS; i++) {
            RecommendationCard card = cards.get(i);
            Parts.show(card, i < top.size());
            if (i < top.size()) {
                RankedItem item = top.get(i);
                card.show(item, members, best, catalogue, item.item() == wanted);
            }
        }
    }
}
