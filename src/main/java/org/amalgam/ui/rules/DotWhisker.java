package org.amalgam.ui.rules;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import org.amalgam.pipeline.RulePreview.Band;

/**
 * A difference as a dot with its interval as a line, on a scale with 0 in the middle. The dot is
 * hollow when the interval holds 0, so that nothing is told by colour alone.
 */
final class DotWhisker extends Region {

    private static final PseudoClass UNCLEAR = PseudoClass.getPseudoClass("unclear");
    private static final double RADIUS = 4;
    private static final double CAP = 4;

    /** Share of half the width that the largest value takes. */
    private static final double FILLED = 0.88;

    private final double difference;
    private final Optional<Band> band;
    private final Line zero = line("zero");
    private final Line whisker = line("whisker");
    private final Line lowCap = line("whisker");
    private final Line highCap = line("whisker");
    private final Circle mean = new Circle(RADIUS);

    DotWhisker(double difference, Optional<Band> band) {
        this.difference = difference;
        this.band = band;
        getStyleClass().add("dot-whisker");
        mean.getStyleClass().add("mean");
        getChildren().add(zero);
        if (band.isPresent()) {
            getChildren().addAll(whisker, lowCap, highCap);
        }
        getChildren().add(mean);
        pseudoClassStateChanged(UNCLEAR, !band.map(Band::isClear).orElse(true));
        setMinWidth(90);
        setPrefWidth(150);
    }

    private static Line line(String style) {
        Line line = new Line();
        line.getStyleClass().add(style);
        return line;
    }

    @Override
    protected void layoutChildren() {
        double middle = getHeight() / 2;
        put(zero, at(0), 1, at(0), getHeight() - 1);
        band.ifPresent(
                ends -> {
                    double low = at(ends.low());
                    double high = at(ends.high());
                    put(whisker, low, middle, high, middle);
                    put(lowCap, low, middle - CAP, low, middle + CAP);
                    put(highCap, high, middle - CAP, high, middle + CAP);
                });
        mean.setCenterX(at(difference));
        mean.setCenterY(middle);
    }

    private double at(double value) {
        double most =
                Math.max(
                        Math.abs(difference),
                        band.map(ends -> Math.max(Math.abs(ends.low()), Math.abs(ends.high())))
                                .orElse(0.0));
        double half = getWidth() / 2;
        return Math.rint(half + (most == 0 ? 0 : value / most * half * FILLED)) + 0.5;
    }

    private static void put(Line line, double x1, double y1, double x2, double y2) {
        line.setStartX(x1);
        line.setStartY(y1);
        line.setEndX(x2);
        line.setEndY(y2);
    }
}
