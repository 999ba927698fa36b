package org.amalgam.ui.control;

import org.amalgam.ui.i18n.Messages;

/** Rankers' names as people read them. */
public final class Rankers {

    private Rankers() {}

    /** How shares of merchandising rules are named, before the rule's number. */
    private static final String RULE = "rule ";

    /** The translated name, or the ranker's own when there is no translation. */
    public static String name(Messages messages, String ranker) {
        if (ranker.startsWith(RULE)) {
            return messages.get("rules.share", ranker.substring(RULE.length()));
        }
        return messages.find("ranker." + ranker).orElse(ranker);
    }
}
