package org.amalgam.ui.live;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.LongToDoubleFunction;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import org.amalgam.domain.Adjustment;
import org.amalgam.ui.control.Parts;

/** Triangles above the timeline's track where hit rates fell (down) or rose (up). */
final class DriftMarks extends Pane {

    private final LongConsumer seek;
    private final AdjustmentWords words;
    private List<Adjustment> shown = List.of();

    /**
     * @param seek goes to a step
     */
    DriftMarks(LongConsumer seek, AdjustmentWords words) {
        this.seek = seek;
        this.words = words;
        setPickOnBounds(false);
    }

    /**
     * Shows these.
     *
     * @param marks newest first, which lies above older ones
     */
    void show(List<Adjustment> marks) {
        if (!shown.equals(marks)) {
            shown = List.copyOf(marks);
            draw();
        }
    }

    /** Writes the tips anew, in the language of now. */
    void draw() {
        List<Label> labels = new ArrayList<>();
        shown.forEach(mark -> labels.add(0, label(mark)));
        getChildren().setAll(labels);
    }

    private Label label(Adjustment adjustment) {
        boolean fall = adjustment.cause().isFall();
        Label mark = Parts.label(fall ? "▼" : "▲", "timeline-mark", fall ? "fall" : "rise");
        mark.setManaged(false);
        mark.setTooltip(new Tooltip(words.full(adjustment)));
        mark.setAccessibleText(words.why(adjustment));
        mark.setCursor(Cursor.HAND);
        mark.setOnMousePressed(
                event -> {
                    seek.accept(adjustment.step());
                    event.consume();
                });
        return mark;
    }

    /**
     * Puts them where they belong.
     *
     * @param xOf where a step is
     */
    void place(LongToDoubleFunction xOf) {
        int count = shown.size();
        for (int i = 0; i < count; i++) {
            Label mark = (Label) getChildren().get(i);
            double x = xOf.applyAsDouble(shown.get(count - 1 - i).step());
            mark.autosize();
            mark.relocate(x - mark.getWidth() / 2, -2);
        }
    }
}
