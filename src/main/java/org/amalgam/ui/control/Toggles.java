package org.amalgam.ui.control;

import java.util.List;
import java.util.Map;
import javafx.beans.property.Property;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;

/** Buttons of which one is always chosen. */
public final class Toggles {

    private Toggles() {}

    /** Puts the buttons into a group in which the first is chosen, until another is. */
    public static ToggleGroup oneOf(List<ToggleButton> buttons) {
        ToggleGroup group = new ToggleGroup();
        group.getToggles().setAll(buttons);
        group.selectToggle(buttons.get(0));
        group.selectedToggleProperty()
                .addListener(
                        (seen, was, now) -> {
                            if (now == null) {
                                group.selectToggle(was);
                            }
                        });
        return group;
    }

    /** Ties the buttons to what is chosen; a button pressed again stays chosen. */
    public static <T> void bind(Map<T, ToggleButton> buttons, Property<T> chosen) {
        ToggleGroup group = new ToggleGroup();
        group.getToggles().setAll(buttons.values());
        Runnable show = () -> group.selectToggle(buttons.get(chosen.getValue()));
        show.run();
        chosen.addListener(changed -> show.run());
        group.selectedToggleProperty()
                .addListener(
                        (seen, was, now) -> {
                            if (now == null) {
                                show.run();
                            }
                            buttons.forEach(
                                    (value, button) -> {
                                        if (button == now) {
                                            chosen.setValue(value);
                                        }
                                    });
                        });
    }
}
