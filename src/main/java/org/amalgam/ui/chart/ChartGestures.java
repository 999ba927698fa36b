package org.amalgam.ui.chart;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.util.Duration;

/**
 * What a person does with a chart. Pointer: values under it; a drag along x zooms there, the wheel
 * zooms around it, a double click shows all; a click on a label hides its series, one on the plot
 * picks that point. Keys: left and right move the pointer (with Shift further), Home and End take
 * it to the ends, + and − zoom around it, 0 shows all, Enter picks, P stops the picture.
 */
final class ChartGestures {

    private static final double DRAG_FROM = 4;
    private static final double WHEEL = 0.8;
    private static final double STRIDE = 10;

    /** After that a click will not become a double click. */
    private static final Duration SINGLE = Duration.millis(250);

    private final LiveChart chart;
    private final PauseTransition single = new PauseTransition(SINGLE);
    private Optional<Double> pressed = Optional.empty();
    private boolean drawing;

    ChartGestures(LiveChart chart) {
        this.chart = chart;
    }

    void install() {
        chart.setOnMouseMoved(this::moved);
        chart.setOnMouseExited(event -> chart.point(Optional.empty()));
        chart.setOnMousePressed(this::pressed);
        chart.setOnMouseDragged(this::dragged);
        chart.setOnMouseReleased(this::released);
        chart.setOnScroll(this::scrolled);
        chart.setOnKeyPressed(this::typed);
    }

    private void moved(MouseEvent event) {
        chart.point(Optional.of(event.getX()));
        boolean label =
                chart.picture()
                        .filter(now -> !now.inPlot(event.getX()))
                        .map(now -> now.ends())
                        .filter(ends -> onLabel(ends, event.getY()))
                        .isPresent();
        chart.setCursor(label ? Cursor.HAND : Cursor.DEFAULT);
    }

    private static boolean onLabel(EndColumn ends, double y) {
        return ends.at(y).isPresent() || ends.isMoreAt(y);
    }

    private void pressed(MouseEvent event) {
        chart.requestFocus();
        boolean plot = chart.picture().map(now -> now.inPlot(event.getX())).orElse(false);
        boolean primary = event.getButton() == MouseButton.PRIMARY;
        pressed = plot && primary ? Optional.of(event.getX()) : Optional.empty();
        drawing = false;
        if (primary && !plot) {
            pressedBesidePlot(event);
        }
    }

    private void pressedBesidePlot(MouseEvent event) {
        chart.picture()
                .filter(now -> event.getX() > now.frame().left())
                .ifPresent(now -> onEnds(now.ends(), event.getY()));
    }

    private void onEnds(EndColumn ends, double y) {
        ends.at(y)
                .ifPresent(
                        label -> {
                            chart.view().toggle(label.row().name());
                            chart.viewChanged();
                        });
        if (ends.isMoreAt(y)) {
            chart.showMore();
        }
    }

    private void dragged(MouseEvent event) {
        pressed.ifPresent(
                from -> {
                    drawing = drawing || Math.abs(event.getX() - from) > DRAG_FROM;
                    chart.point(Optional.empty());
                    if (drawing) {
                        chart.draw(chart.picture().map(now -> span(now, from, event.getX())));
                    }
                });
    }

    private static Span span(ChartPicture now, double from, double to) {
        double end = now.clampX(to);
        return new Span(Math.min(from, end), Math.max(from, end));
    }

    private void released(MouseEvent event) {
        Optional<Double> from = pressed;
        pressed = Optional.empty();
        chart.draw(Optional.empty());
        if (from.isEmpty() || chart.picture().isEmpty()) {
            return;
        }
        ChartPicture now = chart.picture().get();
        if (drawing) {
            Span pixels = span(now, from.get(), event.getX());
            chart.view().zoom(new Span(now.xAt(pixels.low()), now.xAt(pixels.high())));
            chart.viewChanged();
        } else if (event.getClickCount() > 1) {
            single.stop();
            showAll();
        } else {
            single.setOnFinished(finished -> pick(now, event.getX(), event.getY()));
            single.playFromStart();
        }
    }

    private void pick(ChartPicture now, double x, double y) {
        if (chart.view().names().isEmpty()) {
            return;
        }
        Point2D place = chart.localToScene(x, y);
        String series = now.nearest(chart.view().reading(now.xAt(x)).rows(), y);
        chart.pick(new ChartPick(now.column(x), series, place.getX(), place.getY()));
    }

    private void scrolled(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            zoom(event.getDeltaY() > 0 ? WHEEL : 1 / WHEEL, event.getX());
            event.consume();
        }
    }

    private void zoom(double factor, double pixel) {
        chart.picture().ifPresent(now -> chart.view().zoom(factor, now.xAt(now.clampX(pixel))));
        chart.viewChanged();
    }

    private void showAll() {
        chart.view().showAll();
        chart.viewChanged();
    }

    private void typed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        chart.picture().filter(now -> act(event, now)).ifPresent(done -> event.consume());
    }

    private boolean act(KeyEvent event, ChartPicture now) {
        double end = now.frame().left() + now.frame().plotWidth();
        double at = now.clampX(chart.pointer().orElse(end));
        double stride = event.isShiftDown() ? STRIDE : 1;
        switch (event.getCode()) {
            case LEFT -> chart.point(Optional.of(now.clampX(at - stride)));
            case RIGHT -> chart.point(Optional.of(now.clampX(at + stride)));
            case HOME -> chart.point(Optional.of(now.frame().left()));
            case END -> chart.point(Optional.of(end));
            case PLUS, ADD, EQUALS -> zoom(WHEEL, at);
            case MINUS, SUBTRACT -> zoom(1 / WHEEL, at);
            case DIGIT0, NUMPAD0 -> showAll();
            case ENTER -> pick(now, at, now.frame().top() + now.frame().plotHeight() / 2);
            case P -> {
                chart.view().setPaused(!chart.view().isPaused());
                chart.viewChanged();
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
