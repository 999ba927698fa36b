package org.amalgam.ui.live;

import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.amalgam.domain.LiveSnapshot;
import org.amalgam.domain.LiveSnapshot.State;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.control.Times;
import org.amalgam.ui.i18n.Messages;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Play, step, stop and speed, and how far the replay is. */
final class ReplayBar extends HBox {

    private final LiveViewModel model;
    private final Messages messages;
    private final FontIcon playIcon = Parts.icon(Feather.PLAY);
    private final Button play = new Button();
    private final Button step;
    private final Slider speed = new Slider(0, LiveViewModel.SPEEDS.size() - 1.0, 7);
    private final Label counter = Parts.label("", "counter");
    private final Label clock = Parts.label("", "hint");
    private final ProgressBar progress = new ProgressBar(0);
    private Optional<LiveSnapshot> shown = Optional.empty();

    ReplayBar(LiveViewModel model, Messages messages) {
        super(8);
        this.model = model;
        this.messages = messages;
        this.step = iconButton("stepButton", Feather.SKIP_FORWARD, "replay.step");
        getStyleClass().addAll("panel", "replay-bar");
        setAlignment(Pos.CENTER_LEFT);
        play.setId("playButton");
        play.setGraphic(playIcon);
        play.getStyleClass().add("accent");
        play.setMinWidth(80);
        play.setOnAction(event -> model.toggle());
        getChildren().addAll(play, stepButton(), stopButton(), speedBox());
        getChildren().addAll(Parts.filler(), position());
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

    private Node stepButton() {
        step.setOnAction(event -> model.step());
        return step;
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
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(messages.text(key));
        button.setTooltip(tip);
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

    private Node position() {
        counter.setId("eventCounter");
        clock.setId("virtualClock");
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(messages.text("replay.clock"));
        clock.setTooltip(tip);
        progress.getStyleClass().add("small");
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.accessibleTextProperty().bind(messages.text("replay.progress"));
        HBox line = new HBox(10, counter, Parts.filler(), clock);
        line.setAlignment(Pos.BASELINE_LEFT);
        counter.setMinWidth(Label.USE_PREF_SIZE);
        clock.setMinWidth(0);
        return new VBox(5, line, progress);
    }

    void show(LiveSnapshot snapshot) {
        boolean changed = shown.map(was -> was.state() != snapshot.state()).orElse(true);
        shown = Optional.of(snapshot);
        if (changed) {
            showWords();
        }
        showCounter();
        clock.setText(Times.minute(snapshot.virtualTime()));
        progress.setProgress((double) snapshot.step() / Math.max(1, snapshot.total()));
    }

    private void showCounter() {
        shown.ifPresent(
                now -> counter.setText(messages.get("replay.counter", now.step(), now.total())));
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
