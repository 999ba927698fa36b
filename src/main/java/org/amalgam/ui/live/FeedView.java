package org.amalgam.ui.live;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.LiveSnapshot.FeedEntry;
import org.amalgam.ui.control.ActionIcons;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.control.Times;
import org.amalgam.ui.control.Titles;
import org.amalgam.ui.i18n.Messages;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The latest events; those the fused ranking had among its first 20 have a star. */
final class FeedView {

    private static final int HIT_DEPTH = 20;
    private static final PseudoClass HIT = PseudoClass.getPseudoClass("hit");

    private final Messages messages;
    private final Supplier<Catalogue> catalogue;
    private final ListView<FeedEntry> list = new ListView<>();

    FeedView(Messages messages, Supplier<Catalogue> catalogue) {
        this.messages = messages;
        this.catalogue = catalogue;
        list.setId("feed");
        list.getStyleClass().addAll("feed", "edge-to-edge");
        list.setFixedCellSize(24);
        list.setCellFactory(view -> new Cell());
        list.accessibleTextProperty().bind(messages.text("feed.title"));
        list.setPlaceholder(Parts.label(messages.text("feed.empty"), "hint"));
        messages.languageProperty().addListener(changed -> list.refresh());
    }

    ListView<FeedEntry> node() {
        return list;
    }

    void show(List<FeedEntry> entries) {
        list.getItems().setAll(entries);
    }

    private static boolean hit(FeedEntry entry) {
        return entry.fusedRank().map(rank -> rank <= HIT_DEPTH).orElse(false);
    }

    private final class Cell extends ListCell<FeedEntry> {
        private final FontIcon icon = Parts.icon(Feather.EYE, "action-icon");
        private final Label title = Parts.label("");
        private final Label rank = Parts.label("", "feed-rank");
        private final HBox row = new HBox(7, icon, title, Parts.filler(), rank);
        private final Tooltip tip = new Tooltip();

        Cell() {
            row.setAlignment(Pos.CENTER_LEFT);
            row.setMinWidth(0);
            row.setPrefWidth(0);
            title.setMinWidth(0);
            rank.setMinWidth(Label.USE_PREF_SIZE);
        }

        @Override
        protected void updateItem(FeedEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            setGraphic(empty || entry == null ? null : row);
            setTooltip(empty || entry == null ? null : tip);
            if (empty || entry == null) {
                pseudoClassStateChanged(HIT, false);
                return;
            }
            icon.setIconCode(ActionIcons.of(entry.what().action()));
            Titles titles = Titles.of(catalogue.get(), entry.what().item(), messages.chinese());
            title.setText(titles.first());
            tip.setText(tipOf(entry, titles));
            rank.setText(entry.fusedRank().map(at -> rankText(entry, at)).orElse(""));
            pseudoClassStateChanged(HIT, hit(entry));
        }

        private String tipOf(FeedEntry entry, Titles titles) {
            String head =
                    messages.get(
                            "feed.tip",
                            entry.number(),
                            messages.get("action." + entry.what().action()),
                            entry.user(),
                            Times.minute(entry.what().time()));
            return (titles.first() + "\n" + titles.second()).strip() + "\n" + head;
        }

        private String rankText(FeedEntry entry, double at) {
            String place = String.format(Locale.ROOT, "%,.0f", at);
            return hit(entry) ? "★ " + place : place;
        }
    }
}
