package org.amalgam.ui.live;

import java.util.List;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.amalgam.domain.LiveSnapshot;
import org.amalgam.ui.control.Fxml;
import org.amalgam.ui.control.Overlay;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.i18n.Messages;

/** The live screen; see {@code Live.fxml}. */
public final class LiveView {

    /** A person cannot read more than this many shoppers and events a second. */
    private static final long READABLE_NANOS = 250_000_000L;

    private final LiveViewModel model;
    private final Parent root;
    private final WeightsView weights;
    private final FeedView feed;
    private final AdjustmentsView adjustments;
    private final TilesView tiles;
    private final ShopperView shopper;
    private final LoadView load;
    private final TimePanel times;
    private final ReplayBar bar;
    private final List<ChartPanel> charts;
    private long textShownAt;
    private Optional<LiveSnapshot> shown = Optional.empty();

    @FXML private VBox setUp;
    @FXML private CheckBox learnCheck;
    @FXML private Button prepareButton;
    @FXML private HBox screen;
    @FXML private VBox left;
    @FXML private VBox middle;
    @FXML private VBox right;
    @FXML private GridPane chartGrid;

    public LiveView(LiveViewModel model, Messages messages, ReadOnlyBooleanProperty dark) {
        this.model = model;
        this.root = Fxml.load(this, messages);
        this.weights = new WeightsView(model.weights(), messages);
        this.feed = new FeedView(messages, model::catalogue);
        this.adjustments = new AdjustmentsView(messages);
        this.tiles = new TilesView(messages);
        this.shopper = new ShopperView(messages);
        this.load = new LoadView(messages);
        this.bar = new ReplayBar(model, messages);
        LiveCharts histories = model.charts();
        this.charts =
                List.of(
                        new ChartPanel("hr", histories.hitRate(), 3, messages),
                        new ChartPanel("mrr", histories.reciprocalRank(), 3, messages),
                        new ChartPanel("weights", histories.weights(), 2, messages));
        this.times = new TimePanel(histories, messages);
        arrange();
        watch(messages, dark);
    }

    private void arrange() {
        for (int i = 0; i < charts.size(); i++) {
            chartGrid.add(charts.get(i), i % 2, i / 2);
        }
        chartGrid.add(times.node(), 1, 1);
        weights.getStyleClass().add("panel");
        weights.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        feed.getStyleClass().addAll("panel", "feed-panel");
        adjustments.getStyleClass().addAll("panel", "feed-panel");
        shopper.getStyleClass().add("panel");
        VBox.setVgrow(feed, javafx.scene.layout.Priority.ALWAYS);
        VBox.setVgrow(shopper, javafx.scene.layout.Priority.ALWAYS);
        share(left, 0.19, 244, 290);
        share(right, 0.265, 320, 400);
        left.getChildren().addAll(weights, adjustments, feed);
        middle.getChildren().addAll(0, List.of(bar, tiles, load));
        right.getChildren().add(shopper);
        prepareButton.disableProperty().bind(model.desk().runner().busy());
    }

    /** Gives a column a share of the screen's width within limits; the middle takes the rest. */
    private void share(VBox column, double share, double least, double most) {
        column.prefWidthProperty()
                .bind(
                        Bindings.max(
                                least, Bindings.min(most, screen.widthProperty().multiply(share))));
        column.setMinWidth(least);
    }

    private void watch(Messages messages, ReadOnlyBooleanProperty dark) {
        model.sessionProperty().addListener(changed -> showSession());
        showSession();
        messages.languageProperty().addListener(changed -> refreshTexts());
        times.whenChosen(() -> showTimes(dark.get()));
        messages.languageProperty().addListener(changed -> showTimes(dark.get()));
        dark.addListener(changed -> showTimes(dark.get()));
        dark.addListener(changed -> charts.forEach(panel -> panel.chart().setDark(dark.get())));
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                onPulse(now, dark.get());
            }
        }.start();
    }

    private void showSession() {
        boolean replaying = model.sessionProperty().get().isPresent();
        Parts.show(setUp, !replaying);
        Parts.show(screen, replaying);
        shown = Optional.empty();
    }

    private void onPulse(long now, boolean dark) {
        model.onPulse();
        Optional<LiveSnapshot> newest = model.snapshotProperty().get();
        if (newest.equals(shown) || newest.isEmpty()) {
            return;
        }
        LiveSnapshot snapshot = newest.get();
        showTimes(dark);
        charts.forEach(panel -> panel.chart().refresh());
        bar.show(snapshot);
        boolean still = snapshot.state() != LiveSnapshot.State.RUNNING;
        if (still || now - textShownAt >= READABLE_NANOS) {
            textShownAt = now;
            showTexts(snapshot);
        }
        shown = newest;
    }

    private void showTimes(boolean dark) {
        boolean paced =
                model.snapshotProperty()
                        .get()
                        .map(now -> !Double.isInfinite(now.speed()))
                        .orElse(true);
        times.show(paced, dark);
    }

    private void showTexts(LiveSnapshot snapshot) {
        tiles.show(model.tiles());
        load.show(snapshot);
        shopper.show(snapshot.shopper(), snapshot.weights().asMap().keySet(), model.catalogue());
        feed.show(snapshot.feed());
        adjustments.show(snapshot.adjustments());
    }

    private void refreshTexts() {
        model.snapshotProperty().get().ifPresent(this::showTexts);
    }

    /** Space plays and pauses, N steps; call when the root has its scene. */
    public void installKeys(javafx.scene.Scene scene) {
        scene.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    Node focused = scene.getFocusOwner();
                    boolean typing = focused instanceof TextInputControl;
                    boolean here = root.getScene() != null && screen.isVisible() && !typing;
                    here &= !event.isShortcutDown() && !Overlay.covers(scene);
                    // Who came to a control by the keyboard wants to press that with Space.
                    boolean pressing = focused != null && focused.isFocusVisible();
                    if (here && event.getCode() == KeyCode.SPACE && !pressing) {
                        model.toggle();
                        event.consume();
                    } else if (here && event.getCode() == KeyCode.N) {
                        model.step();
                        event.consume();
                    }
                });
    }

    @FXML
    void prepare() {
        model.prepare(learnCheck.isSelected());
    }

    public Parent root() {
        return root;
    }
}
