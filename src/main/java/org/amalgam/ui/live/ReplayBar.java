package org.amalgam.ui.live;

import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.amalgam.domain.LiveSnapshot;
import org.amalgam.domain.LiveSnapshot.State;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.i18n.Messages;
import org.amalgam.ui.live.TravelViewModel.Timeline;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Play, step to and fro, stop, speed and loop, and the timeline below. */
final class ReplayBar extends VBox {

    private final LiveViewModel model;
    private final Messages messages;
    private final FontIcon playIcon = Parts.icon(Feather.PLAY);
    private final Button play = new Button();
    private final Button step;
    private final Slider speed = new Slider(0, LiveViewModel.SPEEDS.size() - 1.0, 7);
    private final Label counter = Parts.label("", "counter");
    private final Button stepBack;
    private final ReplayTimeline timeline;
    private Optional<LiveSnapshot> shown = Optional.empty();

    ReplayBar(LiveViewModel model, Messages messages) {
        super(4);
        this.model = model;
        this.messages = messages;
        this.step = iconButton("stepButton", Feather.SKIP_FORWARD, "replay.step");
        this.stepBack = iconButton("stepBackButton", Feather.SKIP_BACK, "replay.step-back");
        this.timeline = new ReplayTimeline(model.travel(), model.campaigns(), messages);
        getStyleClass().addAll("panel", "replay-bar");
        step.setOnAction(event -> model.step());
        stepBack.setOnAction(event -> model.travel().stepBack());
        play.setId("playButton");
        play.setGraphic(playIcon);
        play.getStyleClass().add("accent");
        play.setMinWidth(Button.USE_PREF_SIZE);
        play.setOnAction(event -> model.toggle());
        counter.setId("eventCounter");
        counter.setMinWidth(Label.USE_PREF_SIZE);
        setMinWidth(0);
        HBox controls = new HBox(8, stepBack, play, step, stopButton(), speedBox(), loopMenu());
        controls.getChildren().addAll(Parts.filler(), counter);
        controls.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(controls, timeline);
        model.travel()
                .timelineProperty()
                .addListener((seen, was, now) -> now.ifPresent(this::showPlace));
        messages.languageProperty().addListener(changed -> showWords());
        model.sessionProperty().addListener(changed -> begin());
        showWords();
    }

    /** A new replay runs at the speed the slider shows. */
    private void begin() {
        shown = Optional.empty();
        model.speed(position(speed.getValue()));
        showWords();
    }

    private Node loopMenu() {
        MenuButton menu = new MenuButton();
        menu.setId("loopMenu");
        menu.setGraphic(Parts.icon(Feather.REPEAT));
        menu.getStyleClass().add("loop-menu");
        menu.accessibleTextProperty().bind(messages.text("loop.menu"));
        menu.setTooltip(Parts.tip(messages.text("loop.menu")));
        menu.getItems()
                .setAll(
                        loopItem("loop.from", model.travel()::loopFromHere),
                        loopItem("loop.until", model.travel()::loopUntilHere),
                        loopItem("loop.end", model.travel()::endLoop));
        menu.getItems()
                .get(2)
                .disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> model.travel().loopProperty().get().isEmpty(),
                                model.travel().loopProperty()));
        return menu;
    }

    private MenuItem loopItem(String key, Runnable action) {
        MenuItem item = new MenuItem();
        item.textProperty().bind(messages.text(key));
        item.setOnAction(event -> action.run());
        return item;
    }

    private Node stopButton() {
        Button stop = iconButton("stopButton", Feather.SQUARE, "replay.stop");
        stop.setOnAction(event -> model.stop());
        return stop;
    }

    private Button iconButton(String id, Ikon glyph, String key) {
        Button button = new Button();
        button.setId(id);
        button.setGraphic(Parts.icon(glyph));
        button.getStyleClass().add("button-icon");
        button.accessibleTextProperty().bind(messages.text(key));
        button.setTooltip(Parts.tip(messages.text(key)));
        return button;
    }

    private Node speedBox() {
        speed.setId("speedSlider");
        speed.setMajorTickUnit(1);
        speed.setMinorTickCount(0);
        speed.setSnapToTicks(true);
        speed.setBlockIncrement(1);
        speed.getStyleClass().addAll("small", "progress-slider");
        speed.setPrefWidth(90);
        speed.setMinWidth(50);
        speed.accessibleTextProperty().bind(messages.text("replay.speed"));
        speed.valueProperty()
                .addListener(
                        (seen, was, now) -> {
                            if (Math.round(was.doubleValue()) != Math.round(now.doubleValue())) {
                                model.speed(position(now.doubleValue()));
                            }
                        });
        Label value =
                Parts.label(
                        Bindings.createStringBinding(
                                this::speedText, speed.valueProperty(), messages.texts()),
                        "speed-value");
        value.setMinWidth(44);
        HBox box = new HBox(8, Parts.icon(Feather.FAST_FORWARD, "action-icon"), speed, value);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static int position(double value) {
        return (int) Math.round(value);
    }

    private String speedText() {
        double factor = LiveViewModel.SPEEDS.get(position(speed.getValue()));
        return Double.isInfinite(factor)
                ? messages.get("replay.max")
                : String.format(Locale.ROOT, "%,.0f×", factor);
    }

    void show(LiveSnapshot snapshot) {
        boolean changed = shown.map(was -> was.state() != snapshot.state()).orElse(true);
        shown = Optional.of(snapshot);
        if (changed) {
            showWords();
        }
        model.travel().timelineProperty().get().ifPresent(timeline::show);
        showCounter();
    }

    /** An order to go elsewhere shows at once, though the replay takes its time. */
    private void showPlace(Timeline place) {
        if (place.goingTo().isPresent()) {
            timeline.show(place);
        }
    }

    private void showCounter() {
        shown.ifPresent(
                now -> {
                    counter.setText(messages.get("replay.counter", now.step(), now.total()));
                    stepBack.setDisable(now.step() == 0);
                });
    }

    private void showWords() {
        showCounter();
        State state = shown.map(LiveSnapshot::state).orElse(State.READY);
        boolean running = state == State.RUNNING;
        playIcon.setIconCode(running ? Feather.PAUSE : Feather.PLAY);
        play.setText(messages.get(running ? "replay.pause" : "replay.play"));
        play.setDisable(state == State.FINISHED || state == State.FAILED);
        step.setDisable(play.isDisabled());
    }
}
