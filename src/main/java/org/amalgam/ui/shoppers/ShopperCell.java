package org.amalgam.ui.shoppers;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.amalgam.pipeline.shop.Shoppers;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.control.Sparkline;
import org.amalgam.ui.control.Times;
import org.amalgam.ui.i18n.Messages;

/** One shopper of the list: id, counts, and activity by day. */
final class ShopperCell extends ListCell<Integer> {

    /** More bars than these cannot be told apart. */
    private static final int MOST_BARS = 36;

    private final ShoppersViewModel model;
    private final Messages messages;
    private final Label id = Parts.label("", "shopper-name");
    private final Label counts = Parts.label("", "hint");
    private final Sparkline activity = new Sparkline(52, 16);
    private final VBox row;

    ShopperCell(ShoppersViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        id.setMinWidth(0);
        counts.setMinWidth(0);
        HBox first = new HBox(8, id, Parts.filler(), activity);
        first.setAlignment(Pos.CENTER_LEFT);
        row = new VBox(1, first, counts);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinWidth(0);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Integer shopper, boolean empty) {
        super.updateItem(shopper, empty);
        setText(null);
        if (empty || shopper == null || model.shoppers().isEmpty()) {
            setGraphic(null);
            return;
        }
        Shoppers all = model.shoppers().get();
        id.setText(all.id(shopper));
        int bought = all.purchaseCount(shopper);
        counts.setText(messages.get("shoppers.counts", all.eventCount(shopper), bought));
        activity.show(all.activity(shopper, Math.min(MOST_BARS, all.days())));
        setAccessibleText(
                messages.get(
                        "shoppers.row",
                        id.getText(),
                        counts.getText(),
                        Times.day(all.lastSeen(shopper))));
        setGraphic(row);
    }
}
