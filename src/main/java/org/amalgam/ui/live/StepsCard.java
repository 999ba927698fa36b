package org.amalgam.ui.live;

import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.LiveSnapshot.FeedEntry;
import org.amalgam.domain.TargetRank;
import org.amalgam.ui.control.ActionIcons;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.control.Rankers;
import org.amalgam.ui.control.Times;
import org.amalgam.ui.control.Titles;
import org.amalgam.ui.i18n.Messages;
import org.amalgam.ui.live.LiveViewModel.Picked;
import org.amalgam.ui.live.StepHistory.PastStep;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The events behind a point of a chart, over the screen; one can be gone to. Escape closes it. */
final class StepsCard extends VBox {

    private static final double WIDTH = 440;
    private static final double HEIGHT = 300;
    private static final double ROW = 26;

    private final Messages messages;
    private final Supplier<Catalogue> catalogue;
    private final LongConsumer seek;
    private final Label title = Parts.label("", "h");
    private final Label hint = Parts.label("", "hint");
    private final Label nothing = Parts.label("", "hint", "wrapped");
    private final ListView<PastStep> list = new ListView<>();
    private final Button go = new Button();
    private Optional<Picked> shown = Optional.empty();
    private Optional<Node> from = Optional.empty();

    /**
     * @param seek goes to a step
     */
    StepsCard(Messages messages, Supplier<Catalogue> catalogue, LongConsumer seek) {
        super(8);
        this.messages = messages;
        this.catalogue = catalogue;
        this.seek = seek;
        setId("stepsCard");
        getStyleClass().addAll("panel", "steps-card");
        setMaxSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setManaged(false);
        setVisible(false);
        list.setId("stepsList");
        list.setFixedCellSize(ROW);
        list.getStyleClass().addAll("feed", "edge-to-edge");
        list.setCellFactory(view -> new Cell());
        list.setPlaceholder(nothing);
        list.accessibleTextProperty().bind(title.textProperty());
        VBox.setVgrow(list, Priority.ALWAYS);
        go.setId("goToStep");
        go.textProperty().bind(messages.text("steps.go"));
        go.getStyleClass().addAll("small", "accent");
        go.setOnAction(event -> goThere());
        HBox foot = new HBox(8, hint, Parts.filler(), go);
        foot.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head(), list, foot);
        list.setOnMouseClicked(
                event -> {
                    if (event.getClickCount() > 1) {
                        goThere();
                    }
                });
        // Before the list, which keeps Enter to itself.
        addEventFilter(KeyEvent.KEY_PRESSED, this::typed);
        messages.languageProperty().addListener(changed -> shown.ifPresent(this::fill));
    }

    private Node head() {
        Button close = new Button();
        close.setId("closeSteps");
        close.setGraphic(Parts.icon(Feather.X, "tool-icon"));
        close.getStyleClass().addAll("flat", "tool");
        close.accessibleTextProperty().bind(messages.text("steps.close"));
        close.setOnAction(event -> close());
        HBox head = new HBox(8, title, Parts.filler(), close);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void typed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && list.isFocused()) {
            goThere();
            event.consume();
        }
    }

    /**
     * Opens it near a point of the parent.
     *
     * @param source takes the keyboard back afterwards
     */
    void open(Picked picked, Node source, double x, double y, Region parent) {
        shown = Optional.of(picked);
        from = Optional.of(source);
        fill(picked);
        double left = x + 14 + WIDTH > parent.getWidth() ? x - 14 - WIDTH : x + 14;
        double top = Math.max(8, Math.min(y - 40, parent.getHeight() - HEIGHT - 8));
        resizeRelocate(Math.max(8, left), top, WIDTH, HEIGHT);
        setVisible(true);
        toFront();
        list.getSelectionModel().selectFirst();
        list.requestFocus();
    }

    private void fill(Picked picked) {
        title.setText(
                picked.from() == picked.to()
                        ? messages.get("steps.one", picked.from())
                        : messages.get("steps.title", picked.from(), picked.to()));
        hint.setText(messages.get("steps.places", Rankers.name(messages, picked.ranker())));
        nothing.setText(messages.get("steps.none", StepHistory.CAPACITY));
        list.getItems().setAll(picked.steps());
    }

    private void goThere() {
        PastStep chosen = list.getSelectionModel().getSelectedItem();
        shown.ifPresent(picked -> seek.accept(chosen == null ? picked.to() : chosen.step()));
        close();
    }

    /** Closes it. */
    void close() {
        if (isVisible()) {
            setVisible(false);
            shown = Optional.empty();
            from.ifPresent(Node::requestFocus);
        }
    }

    private final class Cell extends ListCell<PastStep> {

        private final Label number = Parts.label("", "step-number");
        private final Label time = Parts.label("", "hint");
        private final FontIcon icon = Parts.icon(Feather.EYE, "action-icon");
        private final Label item = Parts.label("");
        private final Label user = Parts.label("", "shopper-id");
        private final Label rank = Parts.label("", "step-rank");
        private final HBox row = new HBox(8, number, time, icon, item, Parts.filler(), user, rank);

        Cell() {
            row.setAlignment(Pos.CENTER_LEFT);
            row.setMinWidth(0);
            row.setPrefWidth(0);
            item.setMinWidth(0);
            for (Label fixed : new Label[] {number, time, user, rank}) {
                fixed.setMinWidth(Region.USE_PREF_SIZE);
            }
        }

        @Override
        protected void updateItem(PastStep past, boolean empty) {
            super.updateItem(past, empty);
            boolean none = empty || past == null;
            setGraphic(none ? null : row);
            if (none) {
                return;
            }
            FeedEntry entry = past.entry();
            number.setText(String.format(Locale.ROOT, "%,d", past.step()));
            time.setText(Times.clock(entry.what().time()));
            icon.setIconCode(ActionIcons.of(entry.what().action()));
            Titles titles = Titles.of(catalogue.get(), entry.what().item(), messages.chinese());
            item.setText(titles.first());
            user.setText(entry.user());
            rank.setText(shown.map(picked -> place(entry, picked.ranker())).orElse(""));
        }

        private String place(FeedEntry entry, String ranker) {
            TargetRank place = entry.ranks().get(ranker);
            return place == null ? "–" : String.format(Locale.ROOT, "%,.0f", place.meanRank());
        }
    }
}
