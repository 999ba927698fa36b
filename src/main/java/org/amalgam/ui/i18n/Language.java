package org.amalgam.ui.i18n;

import java.util.Locale;

/** A language of the window. */
public enum Language {
    ENGLISH(Locale.ENGLISH, "English"),
    CHINESE(Locale.SIMPLIFIED_CHINESE, "中文");

    private final Locale locale;
    private final String ownName;

    Language(Locale locale, String ownName) {
        this.locale = locale;
        this.ownName = ownName;
    }

    public Locale locale() {
        return locale;
    }

    /** The language's name in itself. */
    public String ownName() {
        return ownName;
    }

    public Language other() {
        return this == ENGLISH ? CHINESE : ENGLISH;
    }
}
