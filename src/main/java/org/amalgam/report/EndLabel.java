package org.amalgam.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.knowm.xchart.internal.chartpart.Annotation;

/**
 * A line's name at its end, in its colour: text that begins at a point and is centred in height.
 */
final class EndLabel extends Annotation {

    private final String text;
    private final double x;
    private final double y;
    private final Color colour;
    private final Font font;

    /**
     * @param x in units of the axis, as is y
     */
    EndLabel(String text, double x, double y, Color colour, Font font) {
        super(false);
        this.text = text;
        this.x = x;
        this.y = y;
        this.colour = colour;
        this.font = font;
    }

    @Override
    public void paint(Graphics2D graphics) {
        graphics.setFont(font);
        graphics.setColor(colour);
        Rectangle2D box = graphics.getFontMetrics().getStringBounds(text, graphics);
        float left = getXAxisScreenValue(x);
        float base = (float) (getYAxisScreenValue(y) - box.getCenterY());
        graphics.drawString(text, left, base);
        bounds = new Rectangle2D.Double(left, base + box.getY(), box.getWidth(), box.getHeight());
    }
}
