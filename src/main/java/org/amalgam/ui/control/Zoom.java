package org.amalgam.ui.control;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/**
 * Shows its content larger or smaller as a browser does: it is laid out in less or more room, then
 * drawn at that scale, so that nothing in it needs to know.
 */
public final class Zoom extends Region {

    private final Region content;
    private final DoubleProperty factor = new SimpleDoubleProperty(this, "factor", 1);

    public Zoom(Region content) {
        this.content = content;
        Scale scale = new Scale();
        scale.xProperty().bind(factor);
        scale.yProperty().bind(factor);
        content.getTransforms().add(scale);
        factor.addListener(changed -> requestLayout());
        getChildren().add(content);
    }

    /** How many times as large; above 0. */
    public DoubleProperty factorProperty() {
        return factor;
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth() / factor.get(), getHeight() / factor.get());
    }
}
