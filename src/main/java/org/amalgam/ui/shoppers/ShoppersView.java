package org.amalgam.ui.shoppers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.amalgam.pipeline.shop.ShopWindow;
import org.amalgam.pipeline.shop.Shoppers.Facts;
import org.amalgam.pipeline.shop.Shoppers.Order;
import org.amalgam.ui.control.Fxml;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.control.Rankers;
import org.amalgam.ui.control.SaveChooser;
import org.amalgam.ui.control.Times;
import org.amalgam.ui.i18n.Messages;

/** The shoppers screen; see {@code Shoppers.fxml}. */
public final class ShoppersView {

    private final ShoppersViewModel model;
    private final Messages messages;
    private final ShopperExports exports;
    private final Parent root;
    private final ListPane left;
    private final ListPane right;
    private final FoundShoppers found;
    private final LoadingView loading;

    @FXML private HBox screen;
    @FXML private VBox people;
    @FXML private Label countLabel;
    @FXML private TextField searchField;
    @FXML private ComboBox<Order> orderChoice;
    @FXML private ListView<Integer> shopperList;
    @FXML private Button audienceButton;
    @FXML private VBox past;
    @FXML private Label nameLabel;
    @FXML private HBox changesRow;
    @FXML private Label changesLabel;
    @FXML private Label factsLabel;
    @FXML private TextField addField;
    @FXML private VBox timelinePane;
    @FXML private Label asOfLabel;
    @FXML private Button nowButton;
    @FXML private Label overlapLabel;
    @FXML private ToggleButton compareButton;
    @FXML private Button exportButton;
    @FXML private HBox untrained;
    @FXML private Label untrainedLabel;
    @FXML private Button trainButton;
    @FXML private VBox status;
    @FXML private Label statusLabel;
    @FXML private ProgressBar statusBar;
    @FXML private Button againButton;
    @FXML private HBox panes;

    public ShoppersView(ShoppersViewModel model, Messages messages, SaveChooser saving) {
        this.model = model;
        this.messages = messages;
        this.exports = new ShopperExports(model, messages, saving);
        this.root = Fxml.load(this, messages);
        this.left = new ListPane(model.left(), messages, "left", model::putIn);
        this.right = new ListPane(model.right(), messages, "right", model::putIn);
        this.found = new FoundShoppers(model, messages, shopperList, countLabel);
        this.loading =
                new LoadingView(model, messages, status, statusLabel, statusBar, againButton);
        searchField.textProperty().bindBidirectional(model.queryProperty());
        found.offerOrders(orderChoice);
        arrange();
        bindPast();
        bindLists();
        messages.languageProperty().addListener(changed -> rename());
        root.sceneProperty().addListener((seen, was, now) -> look(now != null));
    }

    public Parent root() {
        return root;
    }

    private void look(boolean shown) {
        if (shown) {
            model.look();
        }
    }

    private void arrange() {
        Parts.share(people, screen, 0.19, 218, 300);
        Parts.share(past, screen, 0.28, 310, 440);
        TimelineView timeline = new TimelineView(model, messages);
        VBox.setVgrow(timeline, Priority.ALWAYS);
        timelinePane.getChildren().add(timeline);
        List.of(left, right).forEach(pane -> HBox.setHgrow(pane, Priority.ALWAYS));
        List.of(left, right).forEach(pane -> pane.setPrefWidth(100));
        panes.getChildren().addAll(left, right);
        new ItemCompletion(addField, model, messages).install();
    }

    private void bindPast() {
        model.history().revisionProperty().addListener(changed -> showPast());
        addField.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> model.chosenProperty().get().isEmpty(),
                                model.chosenProperty()));
        showPast();
    }

    private void showPast() {
        Optional<Facts> facts = model.facts();
        nameLabel.setText(
                model.chosenProperty()
                        .get()
                        .flatMap(shopper -> model.shoppers().map(all -> all.id(shopper)))
                        .orElse(""));
        factsLabel.setText(facts.map(this::sentence).orElse(messages.get("shoppers.choose")));
        int changes = model.history().changes();
        changesLabel.setText(messages.get("shoppers.changes", changes));
        Parts.show(changesRow, changes > 0);
        boolean earlier = model.history().earlier().isPresent();
        asOfLabel.setText(
                facts.isEmpty()
                        ? ""
                        : messages.get("shoppers.as-of", Times.minute(model.history().asOf())));
        Parts.show(nowButton, earlier);
    }

    private String sentence(Facts facts) {
        String counted =
                messages.get(
                        "shoppers.facts",
                        Times.day(facts.firstSeen()),
                        facts.sessions(),
                        facts.events(),
                        facts.purchases());
        return facts.favourites().isEmpty()
                ? counted
                : messages.get("shoppers.likes", counted, String.join(", ", facts.favourites()));
    }

    private void bindLists() {
        compareButton.selectedProperty().bindBidirectional(model.comparingProperty());
        model.comparingProperty().addListener(changed -> showComparing());
        model.left().shownProperty().addListener(changed -> onLists(right));
        model.right().shownProperty().addListener(changed -> onLists(left));
        model.loading().stateProperty().addListener(changed -> loading.show());
        model.loading().windowProperty().addListener(changed -> showWindow());
        trainButton.disableProperty().bind(model.desk().runner().busy());
        audienceButton.disableProperty().bind(exports.audienceImpossible());
        exportButton.disableProperty().bind(exports.listImpossible());
        showComparing();
        showWindow();
    }

    private void onLists(ListPane other) {
        if (model.comparingProperty().get()) {
            other.refresh();
        }
        showOverlap();
    }

    private void showComparing() {
        boolean comparing = model.comparingProperty().get();
        Parts.show(right, comparing);
        left.compareWith(comparing ? Optional.of(model.right()) : Optional.empty());
        right.compareWith(comparing ? Optional.of(model.left()) : Optional.empty());
        showOverlap();
    }

    private void showOverlap() {
        Optional<Double> overlap =
                model.left()
                        .shownProperty()
                        .get()
                        .flatMap(
                                one ->
                                        model.right()
                                                .shownProperty()
                                                .get()
                                                .flatMap(two -> one.list().overlap(two.list())));
        boolean shown = model.comparingProperty().get() && overlap.isPresent();
        overlapLabel.setText(overlap.map(o -> messages.get("shoppers.overlap", o)).orElse(""));
        Parts.show(overlapLabel, shown);
    }

    private void showWindow() {
        Optional<ShopWindow> window = model.window();
        left.show(window);
        right.show(window);
        List<String> missing = window.map(ShopWindow::untrained).orElse(List.of());
        Parts.show(untrained, !missing.isEmpty());
        untrainedLabel.setText(
                messages.get(
                        "shoppers.untrained",
                        missing.stream()
                                .map(name -> Rankers.name(messages, name))
                                .collect(Collectors.joining(", "))));
        Parts.show(panes, window.isPresent());
        loading.show();
    }

    private void rename() {
        found.rename();
        showPast();
        showOverlap();
        showWindow();
    }

    @FXML
    void reset() {
        model.history().reset();
    }

    @FXML
    void backToNow() {
        model.history().asOf(Optional.empty());
    }

    @FXML
    void train() {
        model.train();
    }

    @FXML
    void again() {
        model.reload();
    }

    @FXML
    void exportAudience() {
        exports.audience(root.getScene().getWindow());
    }

    @FXML
    void exportList() {
        List<ShopperTables.Named> lists = new ArrayList<>();
        model.left().shownProperty().get().ifPresent(one -> lists.add(named(left, one)));
        if (model.comparingProperty().get()) {
            model.right().shownProperty().get().ifPresent(one -> lists.add(named(right, one)));
        }
        exports.lists(root.getScene().getWindow(), nameLabel.getText(), lists);
    }

    private static ShopperTables.Named named(ListPane pane, ListModel.Shown shown) {
        return new ShopperTables.Named(pane.settingInWords(), shown.list());
    }
}
