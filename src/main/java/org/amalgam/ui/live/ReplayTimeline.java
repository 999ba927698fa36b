package org.amalgam.ui.live;

import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.control.Times;
import org.amalgam.ui.i18n.Messages;
import org.amalgam.ui.live.CampaignsViewModel.CampaignSpan;
import org.amalgam.ui.live.TravelViewModel.Timeline;

/**
 * Where the replay is, from begin to end. A click or a drag goes there; a drag with Shift draws a
 * loop, whose ends can be dragged. {@link DriftMarks} stand above the track, {@link CampaignBands}
 * below. Keys: left and right by one event (with Shift by a hundredth of all), Home and End, [ and
 * ] for the loop's ends, Escape for no loop.
 */
final class ReplayTimeline extends Region {

    private static final double HEIGHT = 40;
    private static final double EDGE = 8;
    private static final double TRACK = 15;
    private static final double THICK = 5;
    private static final double THUMB = 13;
    private static final double FOOT = 16;

    /** Where what is below the track and its knob begins. */
    private static final double BELOW = 23;

    private static final double KEY_STRIDE = 0.01;

    private final TravelViewModel model;
    private final CampaignsViewModel campaigns;
    private final Messages messages;
    private final Region track = part("timeline-track");
    private final Region recorded = part("timeline-recorded");
    private final Region played = part("timeline-played");
    private final LoopBand loop;
    private final Region thumb = part("timeline-thumb");
    private final Label begin = Parts.label("", "timeline-time");
    private final Label now = Parts.label("", "timeline-now");
    private final Label end = Parts.label("", "timeline-time");
    private final DriftMarks marks;
    private final CampaignBands bands;
    private Optional<Timeline> shown = Optional.empty();
    private Optional<Long> preview = Optional.empty();
    private double pressedAt;

    ReplayTimeline(TravelViewModel model, CampaignsViewModel campaigns, Messages messages) {
        this.model = model;
        this.messages = messages;
        this.campaigns = campaigns;
        this.loop = new LoopBand(model, this::stepOf);
        this.marks = new DriftMarks(model::seek, new AdjustmentWords(messages));
        this.bands = new CampaignBands(model::seek, messages);
        setId("timeline");
        getStyleClass().add("timeline");
        makeRoom();
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        accessibleHelpProperty().bind(messages.text("timeline.help"));
        now.setId("virtualClock");
        getChildren().addAll(track, recorded, played, bands, begin, now, end);
        getChildren().addAll(thumb, loop, marks);
        Tooltip.install(track, Parts.tip(messages.text("timeline.help")));
        Tooltip.install(now, Parts.tip(messages.text("replay.clock")));
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseReleased(this::released);
        setOnKeyPressed(this::typed);
        campaigns.spansProperty().addListener(changed -> showCampaigns());
        messages.languageProperty().addListener(changed -> showWords());
        showWords();
    }

    static Region part(String style) {
        Region part = new Region();
        part.getStyleClass().add(style);
        return part;
    }

    /** Shows where the replay is. */
    void show(Timeline timeline) {
        shown = Optional.of(timeline);
        begin.setText(Times.dayAndMinute(timeline.begin()));
        end.setText(timeline.end().map(Times::dayAndMinute).orElse(""));
        showNow(timeline);
        marks.show(timeline.marks());
        showCampaigns();
        requestLayout();
    }

    private void showCampaigns() {
        List<CampaignSpan> spans = campaigns.spansProperty().get();
        if (bands.show(spans, shown.map(Timeline::total).orElse(0L))) {
            makeRoom();
            showName();
        }
    }

    private void makeRoom() {
        double height = HEIGHT + bands.tall();
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
    }

    private void showName() {
        int count = campaigns.spansProperty().get().size();
        setAccessibleText(messages.get("timeline.name", count));
    }

    private void showWords() {
        marks.draw();
        bands.draw();
        showName();
        shown.ifPresent(this::show);
    }

    private void showNow(Timeline timeline) {
        Optional<Long> target = preview.or(timeline::goingTo);
        now.setText(
                target.map(step -> messages.get("timeline.going", step))
                        .orElseGet(() -> Times.minute(timeline.now())));
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

    private long stepOf(MouseEvent event) {
        return stepAt(sceneToLocal(event.getSceneX(), event.getSceneY()).getX());
    }

    @Override
    protected void layoutChildren() {
        long step = preview.or(() -> shown.map(Timeline::step)).orElse(0L);
        bar(track, EDGE, EDGE + lengthOfTrack(), THICK);
        bar(recorded, EDGE, xOf(shown.map(Timeline::recorded).orElse(0L)), THICK);
        bar(played, EDGE, xOf(step), THICK);
        thumb.resizeRelocate(xOf(step) - THUMB / 2, TRACK - THUMB / 2, THUMB, THUMB);
        loop.place(this::xOf, TRACK);
        marks.place(this::xOf);
        bands.resizeRelocate(0, BELOW, getWidth(), bands.tall());
        bands.place(this::xOf);
        double foot = HEIGHT + bands.tall() - FOOT;
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
            loop.draw(stepAt(pressedAt), stepAt(event.getX()));
        } else if (preview.isPresent()) {
            look(Optional.of(stepAt(event.getX())));
        }
    }

    private void released(MouseEvent event) {
        Optional<Long> target = preview;
        look(Optional.empty());
        target.ifPresent(model::seek);
        if (target.isEmpty()) {
            loop.commit();
        }
    }

    /** Shows how it would be there. */
    private void look(Optional<Long> step) {
        preview = step;
        shown.ifPresent(this::showNow);
        requestLayout();
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
