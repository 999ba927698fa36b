package org.amalgam.ui.live;

import java.util.Optional;
import java.util.function.LongToDoubleFunction;
import java.util.function.ToLongFunction;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.amalgam.ui.live.TravelViewModel.Loop;

/** The loop on the timeline, as it is or as it is being drawn, with ends that can be dragged. */
final class LoopBand extends Pane {

    private static final double HANDLE_WIDTH = 5;
    private static final double HANDLE_HEIGHT = 17;

    private final TravelViewModel model;
    private final ToLongFunction<MouseEvent> stepOf;
    private final Region band = ReplayTimeline.part("timeline-loop");
    private final Region from = ReplayTimeline.part("timeline-handle");
    private final Region until = ReplayTimeline.part("timeline-handle");
    private Optional<Loop> drawn = Optional.empty();

    /**
     * @param stepOf the step at which a mouse event is
     */
    LoopBand(TravelViewModel model, ToLongFunction<MouseEvent> stepOf) {
        this.model = model;
        this.stepOf = stepOf;
        setPickOnBounds(false);
        from.setId("loopFrom");
        until.setId("loopUntil");
        getChildren().addAll(band, from, until);
        getChildren().forEach(child -> child.setManaged(false));
        dragEnd(from, true);
        dragEnd(until, false);
        draw(Optional.empty());
        model.loopProperty().addListener(changed -> draw(model.loopProperty().get()));
    }

    private void draw(Optional<Loop> loop) {
        drawn = loop;
        getChildren().forEach(child -> child.setVisible(loop.isPresent()));
        requestLayout();
    }

    /** Draws it between two steps, in whatever order they are. */
    void draw(long one, long other) {
        draw(Optional.of(new Loop(Math.min(one, other), Math.max(one, other))));
    }

    /** Orders what was drawn, unless it is the loop already. */
    void commit() {
        if (!drawn.equals(model.loopProperty().get())) {
            drawn.ifPresent(loop -> model.loop(loop.from(), loop.until()));
        }
    }

    private void dragEnd(Region handle, boolean first) {
        handle.setCursor(Cursor.H_RESIZE);
        handle.setOnMousePressed(MouseEvent::consume);
        handle.setOnMouseDragged(
                event -> {
                    drawn.ifPresent(
                            loop ->
                                    draw(
                                            stepOf.applyAsLong(event),
                                            first ? loop.until() : loop.from()));
                    event.consume();
                });
        handle.setOnMouseReleased(
                event -> {
                    drawn.ifPresent(loop -> model.loop(loop.from(), loop.until()));
                    event.consume();
                });
    }

    /**
     * Puts it where it belongs.
     *
     * @param xOf where a step is
     * @param track how far down the middle of the track is
     */
    void place(LongToDoubleFunction xOf, double track) {
        drawn.ifPresent(
                loop -> {
                    double left = xOf.applyAsDouble(loop.from());
                    double right = xOf.applyAsDouble(loop.until());
                    double top = track - HANDLE_HEIGHT / 2;
                    band.resizeRelocate(left, top, Math.max(0, right - left), HANDLE_HEIGHT);
                    from.resizeRelocate(left - HANDLE_WIDTH, top, HANDLE_WIDTH, HANDLE_HEIGHT);
                    until.resizeRelocate(right, top, HANDLE_WIDTH, HANDLE_HEIGHT);
                });
    }
}
