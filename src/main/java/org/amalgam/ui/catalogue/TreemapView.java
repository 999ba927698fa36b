package org.amalgam.ui.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.control.TableTools;
import org.amalgam.ui.control.TidyTable;
import org.amalgam.ui.i18n.Messages;
import org.kordamp.ikonli.feather.Feather;

/**
 * What was shown by category, and inside a category by brand: area is how often, colour how much
 * that is against how much is asked for. Opening a category shows its brands, opening a brand lists
 * its items. The same is there as a table.
 */
final class TreemapView extends VBox {

    private final GroupWords words;
    private final Messages messages;
    private final BiConsumer<ExposureGroup, Optional<ExposureGroup>> listItems;
    private final ReadOnlyBooleanProperty dark;
    private final TableTools tools;
    private final TreemapPane map;
    private final ScrollPane tablePane = new ScrollPane();
    private final Button up = new Button();
    private final Label where = Parts.label("", "sub-head");
    private final ToggleButton asTable = new ToggleButton();
    private final TreemapLegend legend;
    private List<ExposureGroup> categories = List.of();
    private Optional<ExposureGroup> opened = Optional.empty();

    /**
     * @param listItems lists the items of a category, or of one of its brands
     */
    TreemapView(
            CatalogueWords words,
            ReadOnlyBooleanProperty dark,
            TableTools tools,
            BiConsumer<ExposureGroup, Optional<ExposureGroup>> listItems) {
        super(8);
        this.words = new GroupWords(words);
        this.messages = words.messages();
        this.dark = dark;
        this.legend = new TreemapLegend(messages);
        this.tools = tools;
        this.listItems = listItems;
        this.map = new TreemapPane(this.words, dark, this::open, this::goUp);
        setId("treemap");
        dark.addListener(changed -> showAll());
        messages.languageProperty().addListener(changed -> showAll());
        tablePane.setFitToWidth(true);
        tablePane.getStyleClass().add("edge-to-edge");
        StackPane either = new StackPane(map, tablePane);
        VBox.setVgrow(either, Priority.ALWAYS);
        getChildren().addAll(head(), either, legend);
        showAll();
    }

    private Node head() {
        up.setId("treemapUp");
        up.setGraphic(Parts.icon(Feather.ARROW_LEFT));
        up.getStyleClass().addAll("flat", "small");
        up.textProperty().bind(messages.text("catalogue.map-up"));
        up.setOnAction(event -> goUp());
        asTable.setId("treemapAsTable");
        asTable.getStyleClass().add("small");
        asTable.textProperty().bind(messages.text("catalogue.map-table"));
        asTable.setOnAction(event -> showEither());
        HBox head = new HBox(10, up, where, Parts.filler(), asTable);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    void show(CatalogueTable now) {
        words.measureAgainst(now);
        categories = now.groups();
        show(
                opened.flatMap(
                        group ->
                                categories.stream()
                                        .filter(same -> same.name().equals(group.name()))
                                        .filter(same -> same.rest() == 0)
                                        .findFirst()));
    }

    private void show(Optional<ExposureGroup> category) {
        opened = category;
        map.beginAtFirst();
        showAll();
    }

    private List<ExposureGroup> level() {
        return opened.map(ExposureGroup::parts).orElse(categories);
    }

    private String levelName() {
        return opened.map(words::name).orElseGet(words::allCategories);
    }

    private void showAll() {
        Parts.show(up, opened.isPresent());
        where.setText(levelName());
        legend.show(dark.get());
        showEither();
        map.show(levelName(), level());
    }

    private void showEither() {
        boolean list = asTable.isSelected();
        map.setVisible(!list);
        tablePane.setVisible(list);
        tablePane.setContent(list ? tidyTable() : null);
    }

    private Node tidyTable() {
        TidyTable tidy = new TidyTable(levelName(), words.table(level()), tools);
        tidy.setId("treemapTable");
        return tidy;
    }

    private void open(ExposureGroup group) {
        if (group.rest() > 0) {
            return;
        }
        if (opened.isPresent()) {
            listItems.accept(opened.get(), Optional.of(group));
        } else if (group.parts().size() > 1) {
            show(Optional.of(group));
        } else {
            listItems.accept(group, Optional.empty());
        }
    }

    private void goUp() {
        show(Optional.empty());
        map.requestFocus();
    }
}
