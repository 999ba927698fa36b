package org.amalgam.ui.frame;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.scene.Node;

/** The look of controls, and the colours that the style sheets of screens look up. */
public final class Theme {

    private Theme() {}

    /**
     * Shows everything light or dark from now on.
     *
     * @param root of a window, whose style class says which to its style sheets
     */
    public static void show(boolean dark, Node root) {
        Application.setUserAgentStylesheet(
                dark
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
        root.getStyleClass().removeAll("dark", "light");
        root.getStyleClass().add(dark ? "dark" : "light");
    }
}
