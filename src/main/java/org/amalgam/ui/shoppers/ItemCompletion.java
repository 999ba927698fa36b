package org.amalgam.ui.shoppers;

import java.util.List;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.amalgam.domain.Item;
import org.amalgam.ui.control.ItemPicture;
import org.amalgam.ui.control.Titles;
import org.amalgam.ui.desk.Background;
import org.amalgam.ui.i18n.Messages;

/**
 * Offers items that fit what is typed. The arrows go through them, Enter puts the marked one, or
 * else the first, into the history.
 */
final class ItemCompletion {

    private static final int OFFERED = 8;
    private static final double PICTURE = 22;

    private final TextField field;
    private final ShoppersViewModel model;
    private final Messages messages;
    private final Background searching = Background.named("item-search");
    private final ContextMenu menu = new ContextMenu();
    private List<Item> offered = List.of();

    ItemCompletion(TextField field, ShoppersViewModel model, Messages messages) {
        this.field = field;
        this.model = model;
        this.messages = messages;
    }

    void install() {
        field.textProperty().addListener((seen, was, now) -> search(now));
        field.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER && !offered.isEmpty()) {
                        take(offered.get(0));
                        event.consume();
                    }
                });
        field.focusedProperty()
                .addListener(
                        (seen, was, now) -> {
                            if (!now) {
                                menu.hide();
                            }
                        });
    }

    private void search(String typed) {
        var catalogue = model.catalogue();
        searching.run(() -> ItemSearch.find(catalogue, typed, OFFERED), this::offer, failure -> {});
    }

    private void offer(List<Item> items) {
        offered = items;
        menu.getItems().setAll(items.stream().map(this::entry).toList());
        if (items.isEmpty() || !field.isFocused()) {
            menu.hide();
        } else if (!menu.isShowing()) {
            menu.show(field, Side.BOTTOM, 0, 2);
        }
    }

    private MenuItem entry(Item item) {
        Titles titles = Titles.of(item, messages.chinese());
        MenuItem entry = new MenuItem(titles.first());
        entry.setMnemonicParsing(false);
        entry.setGraphic(new ItemPicture(item, PICTURE));
        entry.setOnAction(event -> take(item));
        return entry;
    }

    private void take(Item item) {
        menu.hide();
        offered = List.of();
        field.clear();
        model.putIn(item);
    }
}
