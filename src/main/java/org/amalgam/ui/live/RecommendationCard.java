package org.amalgam.ui.live;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.RankedItem;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.control.Rankers;
import org.amalgam.ui.control.ShareBar;
import org.amalgam.ui.control.Titles;
import org.amalgam.ui.i18n.Messages;
import org.kordamp.ikonli.feather.Feather;

/** One place of the list shown: titles, score, and which member brought it there. */
final class RecommendationCard extends HBox {

    private static final PseudoClass HIT = PseudoClass.getPseudoClass("hit");

    private static final double BAR_WIDTH = 64;
    private static final double TALLEST = 54;

    private final int rank;
    private final Messages messages;
    private final Label title = Parts.label("", "rec-title");
    private final Label other = Parts.label("", "hint");
    private final Label score = Parts.label("", "rec-score");
    private final Label mark = new Label();
    private final ShareBar shares = new ShareBar();
    private final Tooltip tip = new Tooltip();

    RecommendationCard(int rank, Messages messages) {
        super(10);
        this.rank = rank;
        this.messages = messages;
        getStyleClass().add("rec");
        setId("card-" + rank);
        setAlignment(Pos.CENTER_LEFT);
        setMaxHeight(TALLEST);
        mark.setGraphic(Parts.icon(Feather.CHECK_CIRCLE, "hit-icon"));
        mark.accessibleTextProperty().bind(messages.text("shopper.hit"));
        mark.getStyleClass().add("hit-mark");
        title.setMinWidth(0);
        other.setMinWidth(0);
        mark.setMinWidth(Label.USE_PREF_SIZE);
        score.setMinWidth(Label.USE_PREF_SIZE);
        shares.setMinWidth(BAR_WIDTH);
        shares.setMaxWidth(BAR_WIDTH);
        HBox second = new HBox(8, other, Parts.filler(), mark, shares, score);
        second.setAlignment(Pos.CENTER_LEFT);
        VBox middle = new VBox(1, title, second);
        middle.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(middle, Priority.ALWAYS);
        middle.setMinWidth(0);
        Tooltip.install(this, tip);
        getChildren().addAll(Parts.label(String.valueOf(rank), "rec-rank"), middle);
    }

    /**
     * @param members in the order in which the bar shows them
     * @param best the first place's score, which fills the bar
     * @param hit whether it is what the shopper took next
     */
    void show(RankedItem item, Set<String> members, double best, Catalogue catalogue, boolean hit) {
        Titles titles = Titles.of(catalogue, item.item(), messages.chinese());
        Map<String, Double> parts = new LinkedHashMap<>();
        members.forEach(member -> parts.put(member, item.shares().getOrDefault(member, 0.0)));
        parts.putAll(item.shares());
        title.setText(titles.first());
        other.setText(titles.second());
        score.setText(String.format(Locale.ROOT, "%.3f", item.score()));
        shares.show(parts, best > 0 ? Math.max(0.02, item.score() / best) : 0);
        tip.setText(tipOf(titles, item.score(), parts));
        pseudoClassStateChanged(HIT, hit);
        Parts.show(mark, hit);
        setAccessibleText(messages.get("shopper.card", rank, titles.first(), score.getText()));
    }

    /** Both titles in full, then what each member added to the score. */
    private String tipOf(Titles titles, double sum, Map<String, Double> parts) {
        String shown =
                parts.entrySet().stream()
                        .map(part -> shareOf(part.getKey(), part.getValue(), sum))
                        .collect(Collectors.joining("   "));
        return Stream.of(titles.first(), titles.second(), shown)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private String shareOf(String member, double part, double sum) {
        double share = sum > 0 ? 100 * part / sum : 0;
        return Rankers.name(messages, member) + String.format(Locale.ROOT, " %.0f %%", share);
    }
}
