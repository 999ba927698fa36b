package org.amalgam.ui.catalogue;

import java.util.List;
import java.util.function.Function;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.amalgam.ui.catalogue.Squarified.Rect;

/** Draws the cells of a treemap with as much of their names as there is room for. */
final class TreemapPainter {

    private static final Font NAME = Font.font(null, FontWeight.BOLD, 12);
    private static final Font PART = Font.font(11);
    private static final double OUTLINE = 0.22;
    private static final double PAD = 5;
    private static final double LINE = 16;

    private final GraphicsContext pen;
    private final DivergingScale colours;
    private final Function<ExposureGroup, String> names;

    TreemapPainter(
            GraphicsContext pen, DivergingScale colours, Function<ExposureGroup, String> names) {
        this.pen = pen;
        this.colours = colours;
        this.names = names;
        pen.setTextBaseline(VPos.CENTER);
    }

    /**
     * @param figures the second line of a cell that has room for one
     */
    void paint(TreemapCells.Cell cell, Function<ExposureGroup, String> figures) {
        Color ground = colours.of(cell.group().ratio());
        fill(cell.place(), ground);
        write(names.apply(cell.group()), NAME, cell.place(), TreemapCells.HEAD / 2 + 1, ground);
        if (cell.parts().isEmpty()) {
            write(
                    figures.apply(cell.group()),
                    PART,
                    cell.place(),
                    TreemapCells.HEAD / 2 + LINE,
                    ground);
        }
        List<ExposureGroup> parts = cell.group().parts();
        for (int i = 0; i < cell.parts().size(); i++) {
            Rect place = cell.parts().get(i).inset(0.5);
            Color own = colours.of(parts.get(i).ratio());
            fill(place, own);
            outline(place, own);
            write(names.apply(parts.get(i)), PART, place, LINE / 2 + 2, own);
        }
    }

    private void fill(Rect place, Color colour) {
        pen.setFill(colour);
        pen.fillRect(place.x(), place.y(), place.width(), place.height());
    }

    /** Tells it from neighbours of the same colour. */
    private void outline(Rect place, Color ground) {
        Color ink = DivergingScale.ink(ground);
        pen.setStroke(new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), OUTLINE));
        pen.setLineWidth(1);
        Rect middle = place.inset(0.5);
        pen.strokeRect(middle.x(), middle.y(), middle.width(), middle.height());
    }

    /** Shortened to fit; left out where hardly anything would fit. */
    private void write(String text, Font font, Rect place, double middle, Color ground) {
        double room = place.width() - 2 * PAD;
        if (place.height() < middle + LINE / 2 - 1 || room < 24) {
            return;
        }
        String fitting = fit(text, font, room);
        pen.setFont(font);
        pen.setFill(DivergingScale.ink(ground));
        pen.fillText(fitting, place.x() + PAD, place.y() + middle);
    }

    private static String fit(String text, Font font, double room) {
        Text measured = new Text(text);
        measured.setFont(font);
        int end = text.length();
        while (end > 1 && measured.getLayoutBounds().getWidth() > room) {
            end = text.offsetByCodePoints(end, -1);
            measured.setText(text.substring(0, end) + "…");
        }
        return measured.getText();
    }

    void frame(Rect place, Color colour) {
        pen.setStroke(colour);
        pen.setLineWidth(2.5);
        Rect inside = place.inset(1.25);
        pen.strokeRect(inside.x(), inside.y(), inside.width(), inside.height());
    }
}
