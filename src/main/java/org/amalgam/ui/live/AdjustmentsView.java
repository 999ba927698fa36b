package org.amalgam.ui.live;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.amalgam.domain.Adjustment;
import org.amalgam.domain.Adjustment.Cause;
import org.amalgam.domain.Adjustment.Change;
import org.amalgam.domain.Adjustment.Kind;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.control.Rankers;
import org.amalgam.ui.control.Times;
import org.amalgam.ui.i18n.Messages;

/** Changes of hit rate that the replay noticed, and what it adjusted for them, newest first. */
final class AdjustmentsView extends VBox {

    private static final double ROW = 38;
    private static final double ROWS_SHOWN = 2.5;
    private static final double FEWEST_ROWS_SHOWN = 1.5;

    private final Messages messages;
    private final ListView<Adjustment> list = new ListView<>();

    AdjustmentsView(Messages messages) {
        super(8);
        this.messages = messages;
        list.setId("adjustments");
        list.getStyleClass().addAll("feed", "edge-to-edge");
        list.setFixedCellSize(ROW);
        list.setPrefHeight(ROWS_SHOWN * ROW);
        list.setMinHeight(FEWEST_ROWS_SHOWN * ROW);
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new Cell());
        list.accessibleTextProperty().bind(messages.text("adjustments.title"));
        list.setPlaceholder(Parts.label(messages.text("adjustments.empty"), "hint"));
        messages.languageProperty().addListener(changed -> list.refresh());
        getChildren().addAll(Parts.label(messages.text("adjustments.title"), "h"), list);
    }

    void show(List<Adjustment> adjustments) {
        if (!list.getItems().equals(adjustments)) {
            list.getItems().setAll(adjustments);
        }
    }

    private final class Cell extends ListCell<Adjustment> {
        private final Label why = Parts.label("", "adjustment-why");
        private final Label what = Parts.label("", "hint");
        private final VBox rows = new VBox(1, why, what);
        private final Tooltip tip = new Tooltip();

        Cell() {
            rows.setMinWidth(0);
            rows.setPrefWidth(0);
            why.setMinWidth(0);
            what.setMinWidth(0);
        }

        @Override
        protected void updateItem(Adjustment adjustment, boolean empty) {
            super.updateItem(adjustment, empty);
            boolean none = empty || adjustment == null;
            setGraphic(none ? null : rows);
            setTooltip(none ? null : tip);
            if (none) {
                return;
            }
            why.setText(why(adjustment));
            what.setText(
                    Times.dayAndMinute(adjustment.time())
                            + " · "
                            + what(adjustment, messages.get("adjustments.and")));
            tip.setText(
                    String.join(
                            "\n",
                            why(adjustment),
                            what(adjustment, "\n"),
                            messages.get(
                                    "adjustments.tip",
                                    adjustment.step(),
                                    Times.minute(adjustment.time()),
                                    adjustment.cause().detector())));
        }
    }

    private String why(Adjustment adjustment) {
        Cause cause = adjustment.cause();
        return messages.get(
                cause.isFall() ? "adjustments.fall" : "adjustments.rise",
                Rankers.name(messages, adjustment.ranker()),
                cause.before(),
                cause.after());
    }

    private String what(Adjustment adjustment, String between) {
        return adjustment.changes().isEmpty()
                ? messages.get("adjustments.noted")
                : adjustment.changes().stream()
                        .map(this::text)
                        .collect(Collectors.joining(between));
    }

    private String text(Change change) {
        return messages.get(key(change.kind()), change.amount());
    }

    private static String key(Kind kind) {
        return switch (kind) {
            case FUSION_RATE -> "adjustments.fusionRate";
            case EVEN_WEIGHTS -> "adjustments.evenWeights";
            case MEMBER_RATES -> "adjustments.memberRates";
            case MEMBER_RATE -> "adjustments.memberRate";
            case WINDOWS -> "adjustments.windows";
        };
    }
}
