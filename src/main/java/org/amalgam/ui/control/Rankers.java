package org.amalgam.ui.control;

import org.amalgam.ui.i18n.Messages;

/** Rankers' names as people read them. */
public final class Rankers {

    private Rankers() {}

    /** The translated name, or the ranker's own when there is no translation. */
    public static String name(Messages messages, String ranker) {
        return messages.find("ranker." + ranker).orElse(ranker);
    }
}
