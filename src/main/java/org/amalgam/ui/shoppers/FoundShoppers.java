package org.amalgam.ui.shoppers;

import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import org.amalgam.pipeline.shop.Shoppers.Order;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.control.WordCell;
import org.amalgam.ui.i18n.Messages;

/** The list of shoppers that were found, in which one is chosen. */
final class FoundShoppers {

    private static final double ROW = 46;

    private final ShoppersViewModel model;
    private final Messages messages;
    private final ListView<Integer> list;
    private final Label count;

    FoundShoppers(ShoppersViewModel model, Messages messages, ListView<Integer> list, Label count) {
        this.model = model;
        this.messages = messages;
        this.list = list;
        this.count = count;
        list.setFixedCellSize(ROW);
        list.setCellFactory(any -> new ShopperCell(model, messages));
        model.foundProperty().addListener(changed -> show());
        model.chosenProperty().addListener(changed -> selectChosen());
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (seen, was, now) -> {
                            // One that is chosen again keeps what was tried with it.
                            Optional<Integer> chosen = Optional.ofNullable(now);
                            if (now != null && !chosen.equals(model.chosenProperty().get())) {
                                model.chosenProperty().set(chosen);
                            }
                        });
        show();
    }

    /** Orders to choose from. */
    void offerOrders(ComboBox<Order> choice) {
        choice.getItems().setAll(Order.values());
        WordCell.in(choice, this::words, messages);
        choice.valueProperty().bindBidirectional(model.orderProperty());
    }

    private String words(Order order) {
        return messages.get(
                switch (order) {
                    case RECENT -> "shoppers.by-recent";
                    case EVENTS -> "shoppers.by-events";
                    case PURCHASES -> "shoppers.by-purchases";
                });
    }

    /** The language is another one. */
    void rename() {
        showTexts();
        list.refresh();
    }

    private void show() {
        list.setItems(FXCollections.observableList(model.foundProperty().get()));
        showTexts();
        selectChosen();
    }

    private void showTexts() {
        List<Integer> found = model.foundProperty().get();
        count.setText(messages.get("shoppers.found", found.size()));
        boolean searching = !model.queryProperty().get().isBlank();
        list.setPlaceholder(
                Parts.label(
                        messages.get(searching ? "shoppers.none-found" : "shoppers.none"),
                        "hint",
                        "wrapped"));
    }

    private void selectChosen() {
        model.chosenProperty()
                .get()
                .ifPresent(
                        shopper -> {
                            if (!shopper.equals(list.getSelectionModel().getSelectedItem())) {
                                list.getSelectionModel().select(shopper);
                            }
                        });
    }
}
