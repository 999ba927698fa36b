package org.amalgam.ui.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.amalgam.domain.CatalogueExposure;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.control.Times;
import org.amalgam.ui.i18n.Messages;

/** What there is to say of the catalogue as a whole. */
final class CatalogueSummary {

    private final CatalogueWords words;
    private final Messages messages;

    CatalogueSummary(CatalogueWords words) {
        this.words = words;
        this.messages = words.messages();
    }

    /**
     * How many items there are, and how evenly they are shown.
     *
     * @param known whether anything is known of what was shown
     */
    List<Node> figures(CatalogueTable all, boolean known) {
        int items = all.rows().size();
        List<Node> figures = new ArrayList<>();
        figures.add(figure("items", words.count(items), ""));
        if (known) {
            long shown = all.shownItems();
            figures.add(figure("shown", words.count(shown), share(shown, items)));
            figures.add(figure("unshown", words.count(items - shown), share(items - shown, items)));
            figures.add(
                    figure(
                            "gini",
                            String.format(messages.locale(), "%.3f", all.gini()),
                            messages.get("catalogue.figure-gini-hint")));
        }
        return figures;
    }

    private String share(long count, int of) {
        return words.percent((double) count / Math.max(1, of));
    }

    /** Whose lists were counted, and over what. */
    String origin(CatalogueExposure shown) {
        return messages.get(
                "catalogue.origin",
                messages.find("ranker." + shown.ranker().orElseThrow())
                        .orElse(shown.ranker().orElseThrow()),
                shown.cases(),
                Times.minute(shown.span().from()),
                Times.minute(shown.span().until()));
    }

    private Node figure(String key, String value, String share) {
        VBox tile =
                new VBox(
                        1,
                        Parts.label(name(key), "hint"),
                        new HBox(
                                7,
                                Parts.label(value, "figure-value"),
                                Parts.label(share, "hint", "figure-share")));
        tile.setId("catalogue-" + key);
        tile.getStyleClass().add("figure");
        tile.setAccessibleText(name(key) + " " + value + " " + share);
        HBox.setHgrow(tile, Priority.ALWAYS);
        tile.setMaxWidth(Double.MAX_VALUE);
        tile.setPrefWidth(100);
        return tile;
    }

    private String name(String key) {
        return switch (key) {
            case "items" -> messages.get("catalogue.figure-items");
            case "shown" -> messages.get("catalogue.figure-shown");
            case "unshown" -> messages.get("catalogue.figure-unshown");
            default -> messages.get("catalogue.figure-gini");
        };
    }

    /** How many items were shown to nobody for which reason. */
    String unshown(CatalogueTable all) {
        Map<UnshownReason, Long> why = all.unshown();
        StringBuilder text = new StringBuilder(messages.get("catalogue.unshown-head"));
        String between = " ";
        for (UnshownReason reason : UnshownReason.values()) {
            long count = why.getOrDefault(reason, 0L);
            if (count > 0) {
                text.append(between)
                        .append(messages.get(reason.key()))
                        .append(' ')
                        .append(words.count(count))
                        .append(" (")
                        .append(words.percent((double) count / all.rows().size()))
                        .append(')');
                between = "  ·  ";
            }
        }
        return text.toString();
    }
}
