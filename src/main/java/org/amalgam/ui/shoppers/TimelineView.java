package org.amalgam.ui.shoppers;

import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import org.amalgam.domain.Action;
import org.amalgam.domain.Item;
import org.amalgam.pipeline.shop.Shoppers;
import org.amalgam.ui.control.ActionIcons;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.i18n.Messages;
import org.amalgam.ui.shoppers.HistoryModel.Kind;
import org.amalgam.ui.shoppers.HistoryModel.Step;
import org.amalgam.ui.shoppers.TimelineRow.StepRow;

/**
 * A shopper's steps by session, newest first, which can be taken out, put back, changed and added
 * to. Delete takes the selected step out or puts it back; Enter offers what else can be done to it.
 */
final class TimelineView extends ListView<TimelineRow> {

    private static final double HEIGHT = 48;

    private final ShoppersViewModel model;
    private final Messages messages;
    private final ContextMenu menu = new ContextMenu();

    TimelineView(ShoppersViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        setId("timeline");
        getStyleClass().add("timeline");
        setFixedCellSize(HEIGHT);
        setCellFactory(list -> new TimelineCell(this, messages));
        accessibleTextProperty().bind(messages.text("shoppers.timeline"));
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        addEventHandler(DragEvent.DRAG_OVER, this::onDragOver);
        addEventHandler(DragEvent.DRAG_DROPPED, this::onDropped);
        model.history().revisionProperty().addListener(changed -> show());
        messages.languageProperty().addListener(changed -> refresh());
        show();
    }

    private void show() {
        int selected = getSelectionModel().getSelectedIndex();
        Optional<Shoppers> all = model.shoppers();
        List<TimelineRow> rows =
                all.map(known -> TimelineRow.of(model.history().steps(), known.gap()))
                        .orElse(List.of());
        setItems(FXCollections.observableList(rows));
        if (selected >= 0 && selected < rows.size()) {
            getSelectionModel().select(selected);
        }
    }

    Item item(int index) {
        return model.catalogue().item(index);
    }

    /** Takes a step out, or puts it back. */
    void toggle(Step step) {
        if (step.kind() == Kind.TAKEN_OUT) {
            model.history().putBack(step.id());
        } else {
            model.history().takeOut(step.id());
        }
    }

    /** Opens the menu of what else can be done to a step. */
    void offerChange(Step step, Node below) {
        menu.getItems().clear();
        for (Action action : Action.values()) {
            // A search has no item.
            if (action != Action.SEARCH && action != step.event().action()) {
                MenuItem entry = new MenuItem(messages.get("action." + action));
                entry.setId("change-" + action);
                entry.setGraphic(Parts.icon(ActionIcons.of(action), "action-icon"));
                entry.setOnAction(event -> model.history().change(step.id(), action));
                menu.getItems().add(entry);
            }
        }
        if (step.kind() != Kind.PUT_IN) {
            MenuItem then = new MenuItem(messages.get("shoppers.as-of-here"));
            then.setId("asOfHere");
            then.setOnAction(event -> model.history().asOf(Optional.of(step.event().time())));
            menu.getItems().add(then);
        }
        menu.show(below, Side.BOTTOM, 0, 0);
    }

    private Optional<Step> selected() {
        return getSelectionModel().getSelectedItem() instanceof StepRow row
                ? Optional.of(row.step())
                : Optional.empty();
    }

    private void onKey(KeyEvent event) {
        Optional<Step> step = selected();
        if (step.isEmpty() || step.get().kind() == Kind.LATER) {
            return;
        }
        if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
            toggle(step.get());
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            offerChange(step.get(), selectedNode());
            event.consume();
        }
    }

    private Node selectedNode() {
        return lookupAll(".timeline-cell").stream()
                .filter(
                        cell ->
                                cell instanceof TimelineCell one
                                        && one.isSelected()
                                        && !one.isEmpty())
                .findFirst()
                .orElse(this);
    }

    private void onDragOver(DragEvent event) {
        if (DraggedItem.on(event.getDragboard()).isPresent()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void onDropped(DragEvent event) {
        DraggedItem.on(event.getDragboard())
                .ifPresent(
                        item -> {
                            model.putIn(item(item));
                            event.setDropCompleted(true);
                            event.consume();
                        });
    }
}
