package org.amalgam.ui.shoppers;

import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.amalgam.domain.Action;
import org.amalgam.domain.Item;
import org.amalgam.ui.control.ActionIcons;
import org.amalgam.ui.control.ItemPicture;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.control.Times;
import org.amalgam.ui.control.Titles;
import org.amalgam.ui.i18n.Messages;
import org.amalgam.ui.shoppers.HistoryModel.Kind;
import org.amalgam.ui.shoppers.TimelineRow.SessionHead;
import org.amalgam.ui.shoppers.TimelineRow.StepRow;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A session's head, or a step with what can be done to it. */
final class TimelineCell extends ListCell<TimelineRow> {

    private static final double PICTURE = 36;
    private static final List<Kind> KINDS = List.of(Kind.values());

    private final TimelineView view;
    private final Messages messages;
    private final Label head = Parts.label("", "session-head");
    private final ItemPicture picture = new ItemPicture(PICTURE);
    private final Label title = Parts.label("", "step-title");
    private final FontIcon icon = Parts.icon(Feather.EYE, "action-icon");
    private final Label done = Parts.label("", "hint");
    private final Label badge = Parts.label("", "step-badge");
    private final Label price = Parts.label("", "step-price");
    private final Button change = button(Feather.EDIT_2);
    private final Button out = button(Feather.X);
    private final HBox step;

    TimelineCell(TimelineView view, Messages messages) {
        this.view = view;
        this.messages = messages;
        getStyleClass().add("timeline-cell");
        setPrefWidth(0);
        title.setMinWidth(0);
        done.setMinWidth(0);
        price.setMinWidth(Label.USE_PREF_SIZE);
        badge.setMinWidth(Label.USE_PREF_SIZE);
        HBox buttons = new HBox(change, out);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.setMinWidth(HBox.USE_PREF_SIZE);
        buttons.visibleProperty().bind(hoverProperty().or(selectedProperty()));
        buttons.managedProperty().bind(buttons.visibleProperty());
        HBox which = new HBox(6, title, Parts.filler(), buttons);
        which.setAlignment(Pos.CENTER_LEFT);
        HBox what = new HBox(6, icon, done, badge, Parts.filler(), price);
        what.setAlignment(Pos.CENTER_LEFT);
        VBox middle = new VBox(1, which, what);
        middle.setAlignment(Pos.CENTER_LEFT);
        middle.setMinWidth(0);
        HBox.setHgrow(middle, Priority.ALWAYS);
        step = new HBox(10, picture, middle);
        step.setAlignment(Pos.CENTER_LEFT);
        change.setOnAction(event -> withStep(one -> view.offerChange(one, change)));
        out.setOnAction(event -> withStep(view::toggle));
        addEventHandler(MouseEvent.DRAG_DETECTED, event -> withStep(one -> drag(one, event)));
    }

    private static Button button(Feather glyph) {
        Button button = new Button();
        button.setGraphic(Parts.icon(glyph, "step-icon"));
        button.getStyleClass().addAll("flat", "button-icon", "step-button");
        // The list is one stop of the Tab key; its keys do what the buttons do.
        button.setFocusTraversable(false);
        return button;
    }

    private void withStep(Consumer<HistoryModel.Step> work) {
        if (getItem() instanceof StepRow row) {
            work.accept(row.step());
        }
    }

    private void drag(HistoryModel.Step dragged, MouseEvent event) {
        Dragboard board = startDragAndDrop(TransferMode.COPY);
        ClipboardContent content = new ClipboardContent();
        content.put(DraggedItem.FORMAT, dragged.event().item());
        board.setContent(content);
        event.consume();
    }

    @Override
    protected void updateItem(TimelineRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        Kind kind = Kind.HAPPENED;
        if (empty || row == null) {
            setGraphic(null);
        } else if (row instanceof SessionHead session) {
            head.setText(
                    messages.get(
                            "shoppers.session", Times.minute(session.start()), session.steps()));
            setGraphic(head);
            setAccessibleText(head.getText());
        } else if (row instanceof StepRow shown) {
            kind = shown.step().kind();
            show(shown.step());
            setGraphic(step);
        }
        for (Kind one : KINDS) {
            pseudoClassStateChanged(pseudo(one), one == kind && one != Kind.HAPPENED);
        }
    }

    private static PseudoClass pseudo(Kind kind) {
        return PseudoClass.getPseudoClass(
                switch (kind) {
                    case HAPPENED -> "happened";
                    case TAKEN_OUT -> "taken-out";
                    case CHANGED -> "changed";
                    case PUT_IN -> "put-in";
                    case LATER -> "later";
                });
    }

    private void show(HistoryModel.Step shown) {
        Item item = view.item(shown.event().item());
        Action action = shown.event().action();
        Kind kind = shown.kind();
        picture.show(item);
        title.setText(Titles.of(item, messages.chinese()).first());
        icon.setIconCode(ActionIcons.of(action));
        String what = messages.get("action." + action);
        done.setText(kind == Kind.PUT_IN ? what : what + " · " + Times.clock(shown.event().time()));
        price.setText(Prices.of(item, messages.locale()));
        String state = state(kind);
        badge.setText(state);
        Parts.show(badge, !state.isEmpty());
        boolean put = kind == Kind.TAKEN_OUT;
        ((FontIcon) out.getGraphic()).setIconCode(put ? Feather.ROTATE_CCW : Feather.X);
        name(out, messages.get(put ? "shoppers.put-back" : "shoppers.take-out"));
        name(change, messages.get("shoppers.change"));
        Parts.show(change, kind != Kind.LATER && kind != Kind.TAKEN_OUT);
        Parts.show(out, kind != Kind.LATER);
        setAccessibleText(
                String.join(", ", title.getText(), done.getText(), price.getText(), state));
    }

    private static void name(Button button, String words) {
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
    }

    private String state(Kind kind) {
        return switch (kind) {
            case HAPPENED -> "";
            case TAKEN_OUT -> messages.get("shoppers.taken-out");
            case CHANGED -> messages.get("shoppers.changed");
            case PUT_IN -> messages.get("shoppers.put-in");
            case LATER -> messages.get("shoppers.later");
        };
    }
}
