package org.amalgam.ui.catalogue;

import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.amalgam.ui.control.Fxml;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.control.SaveChooser;
import org.amalgam.ui.control.TableTools;
import org.amalgam.ui.control.Toggles;
import org.amalgam.ui.i18n.Messages;

/** The catalogue screen; see {@code Catalogue.fxml}. */
public final class CatalogueView {

    private final CatalogueViewModel model;
    private final Messages messages;
    private final CatalogueSummary summary;
    private final SaveChooser saveAs;
    private final TreemapView treemap;
    private final ScatterView scatter;
    private final Parent root;

    @FXML private HBox screen;
    @FXML private Label origin;
    @FXML private Label failure;
    @FXML private HBox figures;
    @FXML private ComboBox<Measure> measureBox;
    @FXML private HBox filterBar;
    @FXML private TextField searchField;
    @FXML private ComboBox<Optional<String>> brandBox;
    @FXML private ComboBox<Optional<String>> categoryBox;
    @FXML private TextField leastPrice;
    @FXML private TextField mostPrice;
    @FXML private ComboBox<Optional<UnshownReason>> reasonBox;
    @FXML private ComboBox<Optional<Age>> ageBox;
    @FXML private ToggleButton listTab;
    @FXML private ToggleButton unshownTab;
    @FXML private ToggleButton mapTab;
    @FXML private ToggleButton scatterTab;
    @FXML private Label listed;
    @FXML private Label ratioHint;
    @FXML private Label unshownSummary;
    @FXML private Button exportButton;
    @FXML private StackPane content;
    @FXML private VBox nothingShown;

    /**
     * @param saveAs asks where to put a list; empty when the user thought better of it
     */
    public CatalogueView(
            CatalogueViewModel model,
            Messages messages,
            ReadOnlyBooleanProperty dark,
            SaveChooser saveAs,
            TableTools tools) {
        this.model = model;
        this.messages = messages;
        CatalogueWords words = new CatalogueWords(messages);
        this.summary = new CatalogueSummary(words);
        this.saveAs = saveAs;
        this.root = Fxml.load(this, messages);
        this.treemap = new TreemapView(words, dark, tools, this::listItems);
        this.scatter = new ScatterView(words, dark, model.measureProperty(), model::open);
        content.getChildren().addAll(0, List.of(new ItemTable(model, words), treemap, scatter));
        screen.getChildren().add(new ItemPageView(model, words));
        bindTabs();
        bindFilters();
        watch();
        showAll();
    }

    public Parent root() {
        return root;
    }

    private void bindTabs() {
        Toggles.oneOf(List.of(listTab, unshownTab, mapTab, scatterTab))
                .selectedToggleProperty()
                .addListener(
                        (seen, was, now) -> {
                            if (now != null) {
                                tabChosen();
                            }
                        });
    }

    private void tabChosen() {
        model.filters().unshownProperty().set(unshownTab.isSelected());
        showAll();
    }

    private void bindFilters() {
        CatalogueFilters filters = model.filters();
        searchField.textProperty().bindBidirectional(filters.searchProperty());
        leastPrice.textProperty().bindBidirectional(filters.leastPriceProperty());
        mostPrice.textProperty().bindBidirectional(filters.mostPriceProperty());
        Choices.bind(measureBox, model.measureProperty(), m -> messages.get(m.key()), messages);
        Choices.bind(
                brandBox,
                filters.brandProperty(),
                one -> one.map(this::named).orElseGet(() -> messages.get("catalogue.any-brand")),
                messages);
        Choices.bind(
                categoryBox,
                filters.categoryProperty(),
                one -> one.map(this::named).orElseGet(() -> messages.get("catalogue.any-category")),
                messages);
        Choices.bind(
                reasonBox,
                filters.reasonProperty(),
                one ->
                        one.map(why -> messages.get(why.key()))
                                .orElseGet(() -> messages.get("catalogue.any-reason")),
                messages);
        Choices.bind(
                ageBox,
                filters.ageProperty(),
                one ->
                        one.map(age -> messages.get(age.key()))
                                .orElseGet(() -> messages.get("catalogue.any-age")),
                messages);
        measureBox.getItems().setAll(Measure.values());
        Choices.fill(reasonBox, List.of(UnshownReason.values()));
        Choices.fill(ageBox, List.of(Age.values()));
    }

    private String named(String name) {
        return name.equals(CatalogueFilter.NONE) ? messages.get("catalogue.group-none") : name;
    }

    private void watch() {
        model.tableProperty().addListener(changed -> showTable());
        model.failureProperty().addListener(changed -> showFailure());
        model.rows().addListener((Observable changed) -> showListed());
        messages.languageProperty().addListener(changed -> showAll());
        root.sceneProperty()
                .addListener(
                        (seen, was, now) -> {
                            if (now != null) {
                                model.refresh();
                            }
                        });
    }

    private void showTable() {
        model.tableProperty()
                .get()
                .ifPresent(
                        all -> {
                            Choices.fill(brandBox, all.brands());
                            Choices.fill(categoryBox, all.categories());
                        });
        showAll();
    }

    private void showAll() {
        Optional<CatalogueTable> table = model.tableProperty().get();
        boolean known =
                table.flatMap(CatalogueTable::exposure)
                        .filter(shown -> shown.ranker().isPresent())
                        .isPresent();
        boolean list = listTab.isSelected() || unshownTab.isSelected();
        boolean needs = !listTab.isSelected();
        Parts.show(nothingShown, table.isPresent() && !known && needs);
        Parts.show(content.getChildren().get(0), list && (known || !needs));
        Parts.show(treemap, mapTab.isSelected() && known);
        Parts.show(scatter, scatterTab.isSelected() && known);
        Parts.show(filterBar, list);
        Parts.show(reasonBox, unshownTab.isSelected());
        Parts.show(ageBox, unshownTab.isSelected());
        Parts.show(unshownSummary, unshownTab.isSelected() && known);
        Parts.show(listed, list);
        Parts.show(ratioHint, list && known);
        exportButton.setDisable(!list);
        table.ifPresent(all -> fill(all, known));
        showListed();
        showFailure();
    }

    private void fill(CatalogueTable all, boolean known) {
        origin.setText(
                known
                        ? summary.origin(all.exposure().orElseThrow())
                        : messages.get("catalogue.no-exposure"));
        figures.getChildren().setAll(summary.figures(all, known));
        unshownSummary.setText(summary.unshown(all));
        if (mapTab.isSelected() && known) {
            treemap.show(all);
        }
        if (scatterTab.isSelected() && known) {
            scatter.show(all);
        }
    }

    private void showListed() {
        long all = model.tableProperty().get().map(table -> table.rows().size()).orElse(0);
        listed.setText(messages.get("catalogue.listed", model.rows().size(), all));
    }

    private void showFailure() {
        Optional<String> text = model.failureProperty().get();
        Parts.show(failure, text.isPresent());
        failure.setText(text.map(why -> messages.get("catalogue.failed", why)).orElse(""));
    }

    private void listItems(ExposureGroup category, Optional<ExposureGroup> brand) {
        CatalogueFilters filters = model.filters();
        filters.clear();
        filters.categoryProperty().set(Optional.of(category.name().orElse(CatalogueFilter.NONE)));
        filters.brandProperty().set(brand.map(own -> own.name().orElse(CatalogueFilter.NONE)));
        listTab.setSelected(true);
    }

    @FXML
    void refresh() {
        model.refresh();
    }

    @FXML
    void clearFilters() {
        model.filters().clear();
    }

    @FXML
    void replay() {
        model.replay();
    }

    @FXML
    void export() {
        saveAs.choose(root.getScene().getWindow(), "catalogue.xlsx").ifPresent(model::export);
    }
}
