package org.amalgam.ui.frame;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.VBox;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.control.Toggles;
import org.amalgam.ui.i18n.Messages;

/** The window's left edge: a button for every screen, the shown one marked. */
public final class Rail extends VBox {

    private static final List<KeyCode> DIGITS =
            List.of(
                    KeyCode.DIGIT1,
                    KeyCode.DIGIT2,
                    KeyCode.DIGIT3,
                    KeyCode.DIGIT4,
                    KeyCode.DIGIT5,
                    KeyCode.DIGIT6,
                    KeyCode.DIGIT7,
                    KeyCode.DIGIT8,
                    KeyCode.DIGIT9);

    Rail(List<Screen> screens, ObjectProperty<Screen> shown, Messages messages) {
        super(4);
        getStyleClass().add("rail");
        Map<Screen, ToggleButton> buttons = new EnumMap<>(Screen.class);
        for (int i = 0; i < screens.size(); i++) {
            Screen screen = screens.get(i);
            buttons.put(screen, button(screen, keys(i), messages));
        }
        getChildren().setAll(buttons.values());
        Toggles.bind(buttons, shown);
    }

    private static ToggleButton button(Screen screen, KeyCombination keys, Messages messages) {
        ToggleButton button = new ToggleButton();
        button.setId(screen.name().toLowerCase(Locale.ROOT) + "Tab");
        button.getStyleClass().add("rail-button");
        button.setGraphic(Parts.icon(screen.icon(), "rail-icon"));
        button.setContentDisplay(ContentDisplay.TOP);
        button.setMaxWidth(Double.MAX_VALUE);
        button.textProperty().bind(messages.text(screen.titleKey()));
        button.setTooltip(Parts.tip(button.textProperty().concat("  " + keys.getDisplayText())));
        return button;
    }

    /**
     * Keys of the screen at a place of the rail.
     *
     * @param place from 0 to 8
     */
    public static KeyCombination keys(int place) {
        return new KeyCodeCombination(DIGITS.get(place), KeyCombination.SHORTCUT_DOWN);
    }
}
