package org.amalgam.ui.live;

import java.util.List;
import java.util.function.LongConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.amalgam.domain.Adjustment;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.control.Times;
import org.amalgam.ui.i18n.Messages;

/**
 * Changes of hit rate that the replay noticed, and what it adjusted for them, newest first. A
 * double click or Enter goes to where one was noticed.
 */
final class AdjustmentsView {

    private static final double PADDING = 30;

    private final AdjustmentWords words;
    private final ListView<Adjustment> list = new ListView<>();

    /**
     * @param seek goes to a step
     */
    AdjustmentsView(Messages messages, LongConsumer seek) {
        this.words = new AdjustmentWords(messages);
        list.setId("adjustments");
        list.getStyleClass().addAll("feed", "edge-to-edge");
        list.setCellFactory(view -> new Cell());
        list.accessibleTextProperty().bind(messages.text("adjustments.title"));
        list.setPlaceholder(Parts.label(messages.text("adjustments.empty"), "hint"));
        messages.languageProperty().addListener(changed -> list.refresh());
        list.setOnMouseClicked(
                event -> {
                    if (event.getClickCount() > 1) {
                        seek(seek);
                    }
                });
        list.setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        seek(seek);
                    }
                });
    }

    private void seek(LongConsumer seek) {
        Adjustment chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            seek.accept(chosen.step());
        }
    }

    void show(List<Adjustment> adjustments) {
        if (!list.getItems().equals(adjustments)) {
            list.getItems().setAll(adjustments);
        }
    }

    ListView<Adjustment> node() {
        return list;
    }

    private final class Cell extends ListCell<Adjustment> {

        private final Label why = Parts.label("", "adjustment-why", "wrapped");
        private final Label what = Parts.label("", "hint", "wrapped");
        private final VBox rows = new VBox(1, why, what);
        private final Tooltip tip = new Tooltip();

        Cell() {
            rows.getStyleClass().add("adjustment");
            setPrefWidth(0);
        }

        /**
         * Long changes wrap, as wide as the list is; a cell of its own accord measures one line.
         */
        @Override
        protected double computePrefHeight(double width) {
            double words = getGraphic() == null ? 0 : rows.prefHeight(list.getWidth() - PADDING);
            return words + snappedTopInset() + snappedBottomInset();
        }

        @Override
        protected void updateItem(Adjustment adjustment, boolean empty) {
            super.updateItem(adjustment, empty);
            boolean none = empty || adjustment == null;
            setGraphic(none ? null : rows);
            setTooltip(none ? null : tip);
            if (!none) {
                why.setText(words.why(adjustment));
                String when = Times.dayAndMinute(adjustment.time());
                what.setText(when + " · " + words.what(adjustment));
                tip.setText(words.full(adjustment));
            }
        }
    }
}
