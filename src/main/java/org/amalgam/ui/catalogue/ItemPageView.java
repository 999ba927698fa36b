package org.amalgam.ui.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.amalgam.domain.CatalogueExposure;
import org.amalgam.domain.Item;
import org.amalgam.pipeline.ItemPage;
import org.amalgam.ui.control.ItemPicture;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.control.Titles;
import org.amalgam.ui.i18n.Messages;
import org.kordamp.ikonli.feather.Feather;

/** One item's page: what it is, how far shoppers came, who was shown it, and what is like it. */
final class ItemPageView extends VBox {

    private static final double WIDTH = 350;
    private static final double PICTURE = 44;

    private final CatalogueViewModel model;
    private final CatalogueWords words;
    private final Messages messages;
    private final ItemPicture picture = new ItemPicture(PICTURE);
    private final Label title = Parts.label("", "h", "wrapped");
    private final Label second = Parts.label("", "hint", "wrapped");
    private final VBox body = new VBox(16);

    ItemPageView(CatalogueViewModel model, CatalogueWords words) {
        super(12);
        this.model = model;
        this.words = words;
        this.messages = words.messages();
        setId("itemPage");
        getStyleClass().addAll("panel", "item-page");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        title.setId("itemPageTitle");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        body.getStyleClass().add("item-page-body");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head(), scroll);
        model.chosenProperty().addListener(changed -> show());
        model.pageProperty().addListener(changed -> show());
        messages.languageProperty().addListener(changed -> show());
        show();
    }

    private Node head() {
        Button close = new Button();
        close.setId("closeItemPage");
        close.setGraphic(Parts.icon(Feather.X));
        close.getStyleClass().addAll("flat", "small", "button-icon");
        close.accessibleTextProperty().bind(messages.text("catalogue.page-close"));
        close.setOnAction(event -> model.close());
        title.setMinHeight(Region.USE_PREF_SIZE);
        second.setMinHeight(Region.USE_PREF_SIZE);
        VBox names = new VBox(2, title, second);
        names.setMinWidth(0);
        names.setPrefWidth(0);
        HBox.setHgrow(names, Priority.ALWAYS);
        HBox head = new HBox(10, picture, names, close);
        head.setAlignment(Pos.TOP_LEFT);
        return head;
    }

    private void show() {
        Optional<CatalogueRow> chosen = model.chosenProperty().get();
        Parts.show(this, chosen.isPresent());
        chosen.ifPresent(this::fill);
    }

    private void fill(CatalogueRow row) {
        Item item = row.item();
        Titles titles = Titles.of(item, messages.chinese());
        picture.show(item);
        title.setText(titles.first());
        second.setText(titles.second());
        body.getChildren().setAll(facts(row));
        model.tableProperty()
                .get()
                .flatMap(CatalogueTable::exposure)
                .ifPresent(shown -> body.getChildren().add(exposure(row, shown)));
        Optional<ItemPage> page = model.pageProperty().get();
        if (page.isEmpty()) {
            ProgressBar waiting = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
            waiting.setMaxWidth(Double.MAX_VALUE);
            waiting.accessibleTextProperty().bind(messages.text("catalogue.page-reading"));
            body.getChildren()
                    .addAll(
                            Parts.label(messages.text("catalogue.page-reading"), "hint", "wrapped"),
                            waiting);
        }
        page.ifPresent(
                read -> {
                    body.getChildren().add(funnel(read));
                    if (!read.shownTo().isEmpty()) {
                        body.getChildren().add(shownTo(read));
                    }
                    read.similar().forEach(way -> body.getChildren().add(similar(way)));
                });
    }

    private Node facts(CatalogueRow row) {
        Item item = row.item();
        List<String[]> lines = new ArrayList<>();
        lines.add(new String[] {messages.get("catalogue.page-id"), item.id()});
        lines.add(line("catalogue.column.brand", words.known(item.brand())));
        lines.add(line("catalogue.column.category", words.known(item.category())));
        lines.add(line("catalogue.column.price", words.price(item.price())));
        lines.add(
                line(
                        "catalogue.page-activity",
                        messages.get(
                                "catalogue.page-counts",
                                row.views(),
                                row.carts(),
                                row.purchases())));
        lines.add(line("catalogue.page-rank", words.count(row.rank())));
        return grid(lines);
    }

    private String[] line(String key, String value) {
        return new String[] {messages.get(key), value};
    }

    private static Node grid(List<String[]> lines) {
        GridPane grid = new GridPane();
        grid.setHgap(14);
        grid.setVgap(5);
        for (int i = 0; i < lines.size(); i++) {
            Label name = Parts.label(lines.get(i)[0], "hint");
            name.setMinWidth(Region.USE_PREF_SIZE);
            grid.addRow(i, name, Parts.label(lines.get(i)[1], "wrapped"));
        }
        return grid;
    }

    private Node exposure(CatalogueRow row, CatalogueExposure shown) {
        int item = row.item().index();
        List<String[]> lines = new ArrayList<>();
        lines.add(
                line(
                        "catalogue.measure.top-twenty",
                        messages.get("catalogue.page-of-cases", shown.top20(item), shown.cases())));
        lines.add(line("catalogue.measure.top-ten", words.count(shown.top10(item))));
        lines.add(
                line(
                        "catalogue.measure.weighted",
                        words.shown(shown.weighted(item), Measure.WEIGHTED)));
        lines.add(line("catalogue.page-ratio", words.ratio(row.ratio())));
        if (row.shown() == 0) {
            lines.add(line("catalogue.column.reason", messages.get(UnshownReason.of(row).key())));
        }
        return section("catalogue.page-shown", grid(lines));
    }

    private Node section(String key, Node... parts) {
        VBox section = new VBox(7, Parts.label(messages.get(key), "sub-head"));
        section.getChildren().addAll(parts);
        return section;
    }

    private Node funnel(ItemPage page) {
        long first = Math.max(1, page.funnel().get(0).shoppers());
        VBox steps = new VBox(8);
        for (ItemPage.Step step : page.funnel()) {
            steps.getChildren().add(step(step, first));
        }
        steps.setId("itemFunnel");
        return section(
                "catalogue.page-funnel",
                steps,
                Parts.label(messages.get("catalogue.page-funnel-hint"), "hint", "wrapped"));
    }

    private Node step(ItemPage.Step step, long first) {
        String name = stageName(step.stage());
        Label rate = Parts.label("", "hint");
        if (step.stage() != ItemPage.Stage.MET) {
            rate.setText(
                    messages.get(
                            "catalogue.page-rate",
                            words.percent(step.rate()),
                            words.percent(step.low()),
                            words.percent(step.high())));
        }
        HBox line =
                new HBox(
                        6,
                        Parts.label(name),
                        Parts.label(words.count(step.shoppers()), "funnel-count"),
                        Parts.filler(),
                        rate);
        line.setAlignment(Pos.BASELINE_LEFT);
        ProgressBar bar = new ProgressBar((double) step.shoppers() / first);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("funnel-bar");
        bar.setAccessibleText(name + " " + words.count(step.shoppers()) + " " + rate.getText());
        return new VBox(3, line, bar);
    }

    private String stageName(ItemPage.Stage stage) {
        return switch (stage) {
            case MET -> messages.get("catalogue.stage.met");
            case CARTED -> messages.get("catalogue.stage.carted");
            case BOUGHT -> messages.get("catalogue.stage.bought");
        };
    }

    private Node shownTo(ItemPage page) {
        VBox lines = new VBox(3);
        for (ItemPage.ShownTo one : page.shownTo()) {
            Label who = Parts.label(messages.get("catalogue.page-place", one.user(), one.place()));
            who.setMinWidth(Region.USE_PREF_SIZE);
            Label after = Parts.label(messages.get("catalogue.page-after"), "hint");
            after.setMinWidth(Region.USE_PREF_SIZE);
            HBox line = new HBox(4, who, after, link(one.after()));
            line.setAlignment(Pos.BASELINE_LEFT);
            lines.getChildren().add(line);
        }
        lines.setId("itemShownTo");
        return section(
                "catalogue.page-shown-to",
                lines,
                Parts.label(messages.get("catalogue.page-shown-to-hint"), "hint", "wrapped"));
    }

    private Node similar(ItemPage.Similar way) {
        VBox lines = new VBox(3);
        for (ItemPage.Neighbour one : way.nearest()) {
            Label likeness =
                    Parts.label(String.format(messages.locale(), "%.2f", one.likeness()), "hint");
            likeness.setMinWidth(Region.USE_PREF_SIZE);
            HBox line = new HBox(8, likeness, link(one.item()));
            line.setAlignment(Pos.BASELINE_LEFT);
            lines.getChildren().add(line);
        }
        String member = messages.find("ranker." + way.member()).orElse(way.member());
        String head =
                switch (way.by()) {
                    case ITEM_ROWS -> messages.get("catalogue.similar.rows", member);
                    case SESSIONS -> messages.get("catalogue.similar.sessions", member);
                    case CONTENT -> messages.get("catalogue.similar.content");
                };
        VBox section = new VBox(6, Parts.label(head, "sub-head", "wrapped"), lines);
        section.getStyleClass().add("similar-" + way.by());
        return section;
    }

    /** Opens that item's page. */
    private Hyperlink link(int item) {
        String name =
                model.tableProperty()
                        .get()
                        .map(CatalogueTable::rows)
                        .filter(rows -> item < rows.size())
                        .map(rows -> words.title(rows.get(item).item()))
                        .orElse("#" + item);
        Hyperlink link = new Hyperlink(name);
        link.setMinWidth(0);
        link.setOnAction(event -> model.open(item));
        return link;
    }
}
