package org.amalgam.ui.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.amalgam.domain.Adjustment;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.control.Times;
import org.amalgam.ui.i18n.Messages;
import org.amalgam.ui.live.TravelViewModel.Loop;
import org.amalgam.ui.live.TravelViewModel.Timeline;

/**
 * Where the replay is, from begin to end. A click or a drag goes there; a drag with Shift draws a
 * loop, whose ends can be dragged. Triangles mark falls (down) and rises (up) of the hit rate.
 * Keys: left and right by one event (with Shift by a hundredth of all), Home and End, [ and ] for
 * the loop's ends, Escape for no loop.
 */
final class ReplayTimeline extends Region {

    private static final double HEIGHT = 40;
    private static final double EDGE = 8;
    private static final double TRACK = 15;
    private static final double THICK = 5;
    private static final double THUMB = 13;
    private static final double HANDLE_WIDTH = 5;
    private static final double HANDLE_HEIGHT = 17;
    private static final double KEY_STRIDE = 0.01;

    private final TravelViewModel model;
    private final AdjustmentWords words;
    private final Messages messages;
    private final Region track = part("timeline-track");
    private final Region recorded = part("timeline-recorded");
    private final Region played = part("timeline-played");
    private final Region loopBand = part("timeline-loop");
    private final Region loopFrom = part("timeline-handle");
    private final Region loopUntil = part("timeline-handle");
    private final Region thumb = part("timeline-thumb");
    private final Label begin = Parts.label("", "timeline-time");
    private final Label now = Parts.label("", "timeline-now");
    private final Label end = Parts.label("", "timeline-time");
    private final List<Label> marks = new ArrayList<>();
    private Optional<Timeline> shown = Optional.empty();
    private Optional<Loop> drawn = Optional.empty();
    private Optional<Long> preview = Optional.empty();
    private double pressedAt;

    ReplayTimeline(TravelViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        this.words = new AdjustmentWords(messages);
        setId("timeline");
        getStyleClass().add("timeline");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        accessibleTextProperty().bind(messages.text("timeline.name"));
        accessibleHelpProperty().bind(messages.text("timeline.help"));
        now.setId("virtualClock");
        loopFrom.setId("loopFrom");
        loopUntil.setId("loopUntil");
        getChildren().addAll(track, recorded, played, loopBand, begin, now, end, thumb);
        getChildren().addAll(loopFrom, loopUntil);
        Tooltip.install(track, tip("timeline.help"));
        Tooltip.install(now, tip("replay.clock"));
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseReleased(this::released);
        setOnKeyPressed(this::typed);
        dragEnd(loopFrom, true);
        dragEnd(loopUntil, false);
        model.loopProperty().addListener(changed -> showLoop(model.loopProperty().get()));
        messages.languageProperty().addListener(changed -> shown.ifPresent(this::show));
    }

    private static Region part(String style) {
        Region part = new Region();
        part.getStyleClass().add(style);
        return part;
    }

    private Tooltip tip(String key) {
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(messages.text(key));
        return tip;
    }

    /** Shows where the replay is. */
    void show(Timeline timeline) {
        boolean sameMarks = shown.map(was -> was.marks().equals(timeline.marks())).orElse(false);
        shown = Optional.of(timeline);
        begin.setText(Times.dayAndMinute(timeline.begin()));
        end.setText(timeline.end().map(Times::dayAndMinute).orElse(""));
        showNow(timeline);
        if (!sameMarks) {
            getChildren().removeAll(marks);
            marks.clear();
            timeline.marks().forEach(mark -> marks.add(0, markOf(mark)));
            getChildren().addAll(marks);
        }
        requestLayout();
    }

    private void showNow(Timeline timeline) {
        Optional<Long> target = preview.or(timeline::goingTo);
        now.setText(
                target.map(step -> messages.get("timeline.going", step))
                        .orElseGet(() -> Times.minute(timeline.now())));
    }

    private Label markOf(Adjustment adjustment) {
        boolean fall = adjustment.cause().isFall();
        Label mark = Parts.label(fall ? "▼" : "▲", "timeline-mark", fall ? "fall" : "rise");
        Tooltip tip = new Tooltip(words.full(adjustment));
        mark.setTooltip(tip);
        mark.setAccessibleText(words.why(adjustment));
        mark.setCursor(Cursor.HAND);
        mark.setOnMousePressed(
                event -> {
                    model.seek(adjustment.step());
                    event.consume();
                });
        return mark;
    }

    private void showLoop(Optional<Loop> loop) {
        drawn = loop;
        loopBand.setVisible(loop.isPresent());
        loopFrom.setVisible(loop.isPresent());
        loopUntil.setVisible(loop.isPresent());
        requestLayout();
    }

    private double lengthOfTrack() {
        return Math.max(1, getWidth() - 2 * EDGE);
    }

    private double xOf(long step) {
        long total = shown.map(Timeline::total).orElse(1L);
        return EDGE + lengthOfTrack() * Math.min(1, step / (double) Math.max(1, total));
    }

    private long stepAt(double x) {
        double share = Math.max(0, Math.min(1, (x - EDGE) / lengthOfTrack()));
        return Math.round(share * shown.map(Timeline::total).orElse(0L));
    }

    @Override
    protected void layoutChildren() {
        long step = preview.or(() -> shown.map(Timeline::step)).orElse(0L);
        bar(track, EDGE, EDGE + lengthOfTrack(), THICK);
        bar(recorded, EDGE, xOf(shown.map(Timeline::recorded).orElse(0L)), THICK);
        bar(played, EDGE, xOf(step), THICK);
        thumb.resizeRelocate(xOf(step) - THUMB / 2, TRACK - THUMB / 2, THUMB, THUMB);
        drawn.ifPresent(
                loop -> {
                    bar(loopBand, xOf(loop.from()), xOf(loop.until()), HANDLE_HEIGHT);
                    bar(loopFrom, xOf(loop.from()) - HANDLE_WIDTH, xOf(loop.from()), HANDLE_HEIGHT);
                    double until = xOf(loop.until());
                    bar(loopUntil, until, until + HANDLE_WIDTH, HANDLE_HEIGHT);
                });
        for (int i = 0; i < marks.size(); i++) {
            List<Adjustment> all = shown.map(Timeline::marks).orElse(List.of());
            double x = xOf(all.get(all.size() - 1 - i).step());
            marks.get(i).autosize();
            marks.get(i).relocate(x - marks.get(i).getWidth() / 2, -2);
        }
        double foot = HEIGHT - 16;
        begin.autosize();
        begin.relocate(EDGE, foot);
        end.autosize();
        end.relocate(getWidth() - EDGE - end.getWidth(), foot);
        now.autosize();
        double least = EDGE + begin.getWidth() + 10;
        double most = getWidth() - EDGE - end.getWidth() - 10 - now.getWidth();
        now.relocate(Math.max(least, Math.min(most, xOf(step) - now.getWidth() / 2)), foot);
    }

    private static void bar(Region part, double from, double to, double thick) {
        part.resizeRelocate(from, TRACK - thick / 2, Math.max(0, to - from), thick);
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        pressedAt = event.getX();
        if (event.getButton() == MouseButton.PRIMARY && !event.isShiftDown()) {
            look(Optional.of(stepAt(event.getX())));
        }
    }

    private void dragged(MouseEvent event) {
        if (event.isShiftDown() && preview.isEmpty()) {
            showLoop(Optional.of(between(stepAt(pressedAt), stepAt(event.getX()))));
        } else if (preview.isPresent()) {
            look(Optional.of(stepAt(event.getX())));
        }
    }

    private static Loop between(long a, long b) {
        return new Loop(Math.min(a, b), Math.max(a, b));
    }

    private void released(MouseEvent event) {
        Optional<Long> target = preview;
        look(Optional.empty());
        target.ifPresent(model::seek);
        if (target.isEmpty() && !drawn.equals(model.loopProperty().get())) {
            drawn.ifPresent(loop -> model.loop(loop.from(), loop.until()));
        }
    }

    /** Shows how it would be there. */
    private void look(Optional<Long> step) {
        preview = step;
        shown.ifPresent(this::showNow);
        requestLayout();
    }

    private void dragEnd(Region handle, boolean first) {
        handle.setVisible(false);
        handle.setCursor(Cursor.H_RESIZE);
        handle.setOnMousePressed(MouseEvent::consume);
        handle.setOnMouseDragged(
                event -> {
                    long step = stepAt(sceneToLocal(event.getSceneX(), event.getSceneY()).getX());
                    drawn.ifPresent(
                            loop -> {
                                long other = first ? loop.until() : loop.from();
                                showLoop(Optional.of(between(step, other)));
                            });
                    event.consume();
                });
        handle.setOnMouseReleased(
                event -> {
                    drawn.ifPresent(loop -> model.loop(loop.from(), loop.until()));
                    event.consume();
                });
    }

    private void typed(KeyEvent event) {
        long total = shown.map(Timeline::total).orElse(0L);
        long stride = event.isShiftDown() ? Math.max(1, Math.round(KEY_STRIDE * total)) : 1;
        switch (event.getCode()) {
            case LEFT -> model.move(-stride);
            case RIGHT -> model.move(stride);
            case HOME -> model.seek(0);
            case END -> model.seek(total);
            case OPEN_BRACKET -> model.loopFromHere();
            case CLOSE_BRACKET -> model.loopUntilHere();
            case ESCAPE -> model.endLoop();
            default -> {
                return;
            }
        }
        event.consume();
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case VALUE -> shown.map(Timeline::step).orElse(0L).doubleValue();
            case MIN_VALUE -> 0.0;
            case MAX_VALUE -> shown.map(Timeline::total).orElse(0L).doubleValue();
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
