package org.amalgam.ui.live;

import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.fxml.FXML;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.amalgam.domain.LiveSnapshot;
import org.amalgam.ui.chart.ChartModel;
import org.amalgam.ui.chart.ChartPick;
import org.amalgam.ui.control.Fxml;
import org.amalgam.ui.control.Overlay;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.control.TextExport;
import org.amalgam.ui.i18n.Messages;
import org.amalgam.ui.live.SidePanel.Side;

/** The live screen; see {@code Live.fxml}. */
public final class LiveView {

    /** A person cannot read more than this many shoppers and events a second. */
    private static final long READABLE_NANOS = 250_000_000L;

    /** Nor see a line grow more often; each time costs a screen drawn by software 10 ms. */
    private static final long VISIBLE_NANOS = 100_000_000L;

    private final AnimationTimer pulses;
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
    private final StepsCard steps;
    private final BranchView branch;
    private long textShownAt;
    private long chartsShownAt;
    private Optional<LiveSnapshot> shown = Optional.empty();

    @FXML private StackPane whole;
    @FXML private VBox setUp;
    @FXML private CheckBox learnCheck;
    @FXML private Button prepareButton;
    @FXML private HBox screen;
    @FXML private VBox left;
    @FXML private VBox middle;
    @FXML private VBox right;
    @FXML private GridPane chartGrid;

    /**
     * @param export writes charts' points
     * @param resumption what is offered while there is no replay
     */
    public LiveView(
            LiveViewModel model,
            Messages messages,
            ReadOnlyBooleanProperty dark,
            TextExport export,
            Resumption resumption) {
        this.model = model;
        this.root = Fxml.load(this, messages);
        this.weights = new WeightsView(model.weights(), messages, model.branch()::branch);
        this.feed = new FeedView(messages, model::catalogue);
        this.adjustments = new AdjustmentsView(messages, model.travel()::seek);
        this.tiles = new TilesView(messages);
        this.shopper = new ShopperView(messages);
        this.load = new LoadView(messages);
        this.bar = new ReplayBar(model, messages);
        this.branch = new BranchView(model.branch(), messages);
        this.steps = new StepsCard(messages, model::catalogue, model.travel()::seek);
        LiveCharts histories = model.charts();
        this.charts =
                List.of(
                        panel("hr", histories.hitRate(), 3, messages, export),
                        panel("mrr", histories.reciprocalRank(), 3, messages, export),
                        panel("weights", histories.weights(), 2, messages, export));
        this.times = new TimePanel(histories, messages, export);
        this.pulses = pulses(now -> onPulse(now, dark.get()));
        arrange(messages);
        offer(new ResumeOffer(resumption, messages));
        watch(messages, dark);
    }

    private static ChartPanel panel(
            String key, ChartModel model, int decimals, Messages messages, TextExport export) {
        Node hint = ChartPanel.hint(key, messages);
        return new ChartPanel(key, model, decimals, hint, messages, export);
    }

    private void arrange(Messages messages) {
        for (int i = 0; i < charts.size(); i++) {
            chartGrid.add(charts.get(i), i % 2, i / 2);
            charts.get(i).setOnPick(this::openSteps);
        }
        chartGrid.add(times.node(), 1, 1);
        times.node().setOnPick(this::openSteps);
        weights.getStyleClass().add("panel");
        weights.setMinHeight(Region.USE_PREF_SIZE);
        shopper.getStyleClass().add("panel");
        SidePanel side =
                new SidePanel(
                        List.of(
                                new Side("sideFeed", messages.text("side.feed"), feed.node()),
                                new Side(
                                        "sideAdjustments",
                                        messages.text("side.adjustments"),
                                        adjustments.node()),
                                new Side("sideLoad", messages.text("side.load"), load)));
        VBox.setVgrow(side, Priority.ALWAYS);
        VBox.setVgrow(shopper, Priority.ALWAYS);
        Parts.share(left, screen, 0.19, 228, 290);
        Parts.share(right, screen, 0.24, 284, 400);
        left.getChildren().addAll(weights, branch, side);
        middle.getChildren().addAll(0, List.of(bar, tiles));
        right.getChildren().add(shopper);
        whole.getChildren().add(steps);
        prepareButton.disableProperty().bind(model.desk().runner().busy());
    }

    private void offer(ResumeOffer resume) {
        setUp.getChildren().add(0, resume);
        resume.button().disableProperty().bind(model.desk().runner().busy());
    }

    private void openSteps(ChartPanel panel, ChartPick pick) {
        Point2D place = whole.sceneToLocal(pick.sceneX(), pick.sceneY());
        steps.open(
                model.pick(pick.x(), pick.series()),
                panel.chart(),
                place.getX(),
                place.getY(),
                whole);
    }

    private void watch(Messages messages, ReadOnlyBooleanProperty dark) {
        model.sessionProperty().addListener(changed -> showSession());
        showSession();
        messages.languageProperty().addListener(changed -> refreshTexts());
        times.whenChosen(() -> showTimes(dark.get()));
        messages.languageProperty().addListener(changed -> showTimes(dark.get()));
        dark.addListener(changed -> showTimes(dark.get()));
        charts.forEach(panel -> panel.chart().setDark(dark.get()));
        dark.addListener(changed -> charts.forEach(panel -> panel.chart().setDark(dark.get())));
    }

    private static AnimationTimer pulses(LongConsumer onPulse) {
        return new AnimationTimer() {
            @Override
            public void handle(long now) {
                onPulse.accept(now);
            }
        };
    }

    private void showSession() {
        boolean replaying = model.sessionProperty().get().isPresent();
        if (replaying) {
            pulses.start();
        } else {
            // A timer that runs holds all of the window, also when that is closed.
            pulses.stop();
        }
        Parts.show(setUp, !replaying);
        Parts.show(screen, replaying);
        steps.close();
        charts.forEach(ChartPanel::beginAnew);
        times.node().beginAnew();
        shown = Optional.empty();
    }

    private void onPulse(long now, boolean dark) {
        model.onPulse();
        Optional<LiveSnapshot> newest = model.snapshotProperty().get();
        if (newest.equals(shown) || newest.isEmpty()) {
            return;
        }
        LiveSnapshot snapshot = newest.get();
        boolean still = snapshot.state() != LiveSnapshot.State.RUNNING;
        if (still || now - chartsShownAt >= VISIBLE_NANOS) {
            chartsShownAt = now;
            shown = newest;
            showTimes(dark);
            charts.forEach(panel -> panel.chart().refresh());
            bar.show(snapshot);
        }
        if (still || now - textShownAt >= READABLE_NANOS) {
            textShownAt = now;
            showTexts(snapshot);
        }
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

    /** Space plays and pauses, N and B step on and back; call when the root has its scene. */
    public void installKeys(javafx.scene.Scene scene) {
        scene.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    Node owner = scene.getFocusOwner();
                    boolean here = root.getScene() != null && screen.isVisible();
                    here &= !Overlay.covers(scene);
                    if (!here || owner instanceof TextInputControl || event.isShortcutDown()) {
                        return;
                    }
                    if (event.getCode() == KeyCode.SPACE && !pressesByKeyboard(owner)) {
                        model.toggle();
                        event.consume();
                    } else if (event.getCode() == KeyCode.N) {
                        model.step();
                        event.consume();
                    } else if (event.getCode() == KeyCode.B) {
                        model.travel().stepBack();
                        event.consume();
                    }
                });
    }

    /**
     * Whoever came to a small tool by Tab wants it pressed; a click leaves it focused by the way.
     */
    private static boolean pressesByKeyboard(Node owner) {
        boolean tool = owner instanceof ButtonBase && owner.getStyleClass().contains("tool");
        return (tool || owner instanceof ComboBoxBase) && owner.isFocusVisible();
    }

    @FXML
    void prepare() {
        model.prepare(learnCheck.isSelected());
    }

    public Parent root() {
        return root;
    }
}
