package org.amalgam.ui.settings;

import java.util.List;
import java.util.Optional;
import org.amalgam.ui.desk.PausedReplay;
import org.amalgam.ui.frame.Screen;
import org.amalgam.ui.i18n.Language;

/**
 * What the window remembers from one start to the next.
 *
 * @param place when not maximised; empty before the first time
 * @param textSize in per cent, {@link #LEAST_TEXT} to {@link #MOST_TEXT}
 * @param stores open lately, latest first
 * @param paused the replay that was under way; empty when there was none
 */
public record Remembered(
        Optional<Place> place,
        boolean maximised,
        Screen screen,
        boolean dark,
        Language language,
        int textSize,
        List<RecentStore> stores,
        Optional<PausedReplay> paused) {

    public static final int LEAST_TEXT = 90;
    public static final int NORMAL_TEXT = 100;
    public static final int MOST_TEXT = 200;

    public Remembered {
        if (textSize < LEAST_TEXT || textSize > MOST_TEXT) {
            throw new IllegalArgumentException("text size " + textSize + " %");
        }
        stores = List.copyOf(stores);
    }

    /** At the first start. */
    public static Remembered nothing() {
        return new Remembered(
                Optional.empty(),
                false,
                Screen.DATA,
                false,
                Language.ENGLISH,
                NORMAL_TEXT,
                List.of(),
                Optional.empty());
    }
}
