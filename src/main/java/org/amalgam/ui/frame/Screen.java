package org.amalgam.ui.frame;

import org.kordamp.ikonli.feather.Feather;

/**
 * A screen the user can choose, in the order of the rail. One that exists has a constant here and
 * what makes it in {@link Screens}; it is shown on the rail and gets the key of its place.
 */
public enum Screen {
    DATA("nav.data", Feather.DATABASE),
    LIVE("nav.live", Feather.ACTIVITY),
    SHOPPERS("nav.shoppers", Feather.USERS),
    CATALOGUE("nav.catalogue", Feather.GRID),
    RULES("nav.rules", Feather.SLIDERS),
    SETTINGS("nav.settings", Feather.SETTINGS);

    private final String titleKey;
    private final Feather icon;

    Screen(String titleKey, Feather icon) {
        this.titleKey = titleKey;
        this.icon = icon;
    }

    public String titleKey() {
        return titleKey;
    }

    public Feather icon() {
        return icon;
    }

    /** Whether the start page stands in its place while there is no event to look at. */
    boolean needsEvents() {
        return this != SETTINGS;
    }
}
