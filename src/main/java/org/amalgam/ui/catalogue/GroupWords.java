package org.amalgam.ui.catalogue;

import java.util.List;
import java.util.Optional;
import org.amalgam.ui.control.TableText;
import org.amalgam.ui.i18n.Messages;

/** What the treemap says of groups of items, in the language of now. For the screens' thread. */
final class GroupWords {

    private final CatalogueWords words;
    private final Messages messages;
    private Optional<CatalogueTable> whole = Optional.empty();

    GroupWords(CatalogueWords words) {
        this.words = words;
        this.messages = words.messages();
    }

    /** Shares are parts of this from now on. */
    void measureAgainst(CatalogueTable table) {
        whole = Optional.of(table);
    }

    String name(ExposureGroup group) {
        return words.name(group);
    }

    String allCategories() {
        return messages.get("catalogue.map-categories");
    }

    /** The two numbers that its area and its colour stand for. */
    String figures(ExposureGroup group) {
        return words.percent(shareShown(group)) + " · " + words.ratio(group.ratio());
    }

    /** All about it in one sentence. */
    String sentence(ExposureGroup group) {
        return messages.get(
                "catalogue.map-tip",
                words.name(group),
                group.items(),
                words.percent(shareShown(group)),
                words.percent(shareEvents(group)),
                words.ratio(group.ratio()));
    }

    /** What a map is of, for those who cannot see it. */
    String mapOf(String level) {
        return messages.get("catalogue.map-accessible", level);
    }

    /** The same as a table, a line for each. */
    TableText table(List<ExposureGroup> groups) {
        return new TableText(
                List.of(
                        messages.get("catalogue.map-group"),
                        messages.get("catalogue.map-items"),
                        messages.get("catalogue.map-share-shown"),
                        messages.get("catalogue.map-share-events"),
                        messages.get("catalogue.column.ratio")),
                groups.stream().map(this::line).toList());
    }

    private List<String> line(ExposureGroup group) {
        return List.of(
                words.name(group),
                words.count(group.items()),
                words.percent(shareShown(group)),
                words.percent(shareEvents(group)),
                words.plainRatio(group.ratio()));
    }

    private double shareShown(ExposureGroup group) {
        return whole.map(all -> group.shown() / all.totals().shown()).orElse(0.0);
    }

    private double shareEvents(ExposureGroup group) {
        return whole.map(all -> (double) group.events() / Math.max(1, all.totals().events()))
                .orElse(0.0);
    }
}
