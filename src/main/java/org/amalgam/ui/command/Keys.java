package org.amalgam.ui.command;

import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import org.amalgam.ui.control.Parts;

/** Draws keys as keys. */
public final class Keys {

    private Keys() {}

    /** Named as the system names them. */
    public static Label of(KeyCombination combination) {
        Label keys = Parts.label(combination.getDisplayText(), "keys");
        keys.setMinWidth(Label.USE_PREF_SIZE);
        return keys;
    }
}
