package org.amalgam.ui.shoppers;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.amalgam.domain.Item;
import org.amalgam.pipeline.shop.ShopList;
import org.amalgam.ui.control.ItemPicture;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.control.Rankers;
import org.amalgam.ui.control.ShareBar;
import org.amalgam.ui.control.Titles;
import org.amalgam.ui.i18n.Messages;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** One place of a list: picture, title, price, reason, and who brought it there. */
final class ListCard extends HBox {

    private static final double PICTURE = 46;
    private static final double BAR = 64;

    private final Messages messages;
    private final ReasonWords reasons;
    private final Label rank = Parts.label("", "list-rank");
    private final ItemPicture picture = new ItemPicture(PICTURE);
    private final Label title = Parts.label("", "list-title");
    private final Label mark = Parts.label("", "list-mark");
    private final Label reason = Parts.label("", "list-reason");
    private final ShareBar shares = new ShareBar();
    private final Label score = Parts.label("", "list-score");
    private final Label price = Parts.label("", "list-price");
    private Optional<ShopList.Place> place = Optional.empty();

    ListCard(Messages messages) {
        super(10);
        this.messages = messages;
        this.reasons = new ReasonWords(messages);
        getStyleClass().add("list-card");
        setAlignment(Pos.CENTER_LEFT);
        setFocusTraversable(true);
        title.setMinWidth(0);
        title.setWrapText(true);
        mark.setMinWidth(Label.USE_PREF_SIZE);
        reason.setWrapText(true);
        reason.setMinWidth(0);
        shares.setMinWidth(BAR);
        shares.setMaxWidth(BAR);
        score.setMinWidth(Label.USE_PREF_SIZE);
        price.setMinWidth(Label.USE_PREF_SIZE);
        HBox first = new HBox(8, title, Parts.filler(), mark);
        first.setAlignment(Pos.CENTER_LEFT);
        HBox last = new HBox(8, shares, score, Parts.filler(), price);
        last.setAlignment(Pos.CENTER_LEFT);
        VBox middle = new VBox(2, first, reason, last);
        middle.setMinWidth(0);
        HBox.setHgrow(middle, Priority.ALWAYS);
        getChildren().addAll(rank, picture, middle);
    }

    /**
     * @param best the first place's score, which fills the bar
     * @param standing to the list it is compared with; empty when there is none
     * @param beside whether that list stands beside this one; else it is what was before
     */
    void show(ShopList.Place shown, double best, Optional<Standing> standing, boolean beside) {
        place = Optional.of(shown);
        Item item = shown.item();
        Titles titles = Titles.of(item, messages.chinese());
        rank.setText(String.valueOf(shown.rank()));
        picture.show(item);
        title.setText(titles.first());
        String words = shown.reason().map(why -> reasons.of(item, why)).orElse("");
        reason.setText(words);
        shares.show(shown.shares(), best > 0 ? Math.max(0.02, shown.score() / best) : 0);
        score.setText(String.format(Locale.ROOT, "%.3f", shown.score()));
        price.setText(Prices.of(item, messages.locale()));
        String moved = standing.map(one -> mark(one, beside)).orElse("");
        if (standing.isEmpty()) {
            mark("", Optional.empty(), "");
        }
        setAccessibleText(
                messages.get(
                        "shoppers.card",
                        shown.rank(),
                        titles.first(),
                        score.getText(),
                        words,
                        moved));
    }

    private String mark(Standing standing, boolean beside) {
        if (standing instanceof Standing.Moved moved) {
            boolean up = moved.places() > 0;
            int places = Math.abs(moved.places());
            String key =
                    beside
                            ? up ? "shoppers.higher" : "shoppers.lower"
                            : up ? "shoppers.up" : "shoppers.down";
            return mark(
                    messages.get(key, places),
                    Optional.of(up ? Feather.ARROW_UP : Feather.ARROW_DOWN),
                    up ? "mark-up" : "mark-down");
        }
        if (standing instanceof Standing.Fresh) {
            return mark(
                    messages.get(beside ? "shoppers.only-here" : "shoppers.fresh"),
                    Optional.of(Feather.PLUS),
                    "mark-new");
        }
        return mark("", Optional.empty(), "");
    }

    private String mark(String text, Optional<Ikon> icon, String style) {
        mark.getStyleClass().removeAll("mark-up", "mark-down", "mark-new");
        mark.setText(text);
        mark.setGraphic(icon.map(glyph -> Parts.icon(glyph, "mark-icon")).orElse(null));
        if (!style.isEmpty()) {
            mark.getStyleClass().add(style);
        }
        Parts.show(mark, !text.isEmpty());
        return text;
    }

    /** The score as the sum of what each member added. */
    String numbers() {
        return place.map(
                        shown ->
                                shown.shares().entrySet().stream()
                                        .map(
                                                share ->
                                                        Rankers.name(messages, share.getKey())
                                                                + number(share.getValue()))
                                        .collect(
                                                Collectors.joining(
                                                        " + ",
                                                        number(shown.score()).strip() + " = ",
                                                        "")))
                .orElse("");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, " %.4f", value);
    }

    Optional<Item> item() {
        return place.map(ShopList.Place::item);
    }

    /** What the mark says of its move; empty when it has none. */
    String markText() {
        return mark.getText();
    }
}
