package org.amalgam.ui.catalogue;

import org.amalgam.domain.ItemActivity;

/** Why an item was shown to nobody, as far as its own history tells. */
public enum UnshownReason {
    /** Nobody ever met it, so it was no candidate. */
    NEVER_MET("catalogue.reason.never-met"),
    /** Members had learned when it first came; they had nothing to go by. */
    NEW("catalogue.reason.new"),
    /** It had fewer than {@value #FEW} events to learn from. */
    RARE("catalogue.reason.rare"),
    /** It had events enough; others were preferred each time. */
    OUTRANKED("catalogue.reason.outranked");

    /** As in the evaluation of cold items. */
    static final int FEW = 5;

    private final String key;

    UnshownReason(String key) {
        this.key = key;
    }

    /** Key of its name. */
    String key() {
        return key;
    }

    static UnshownReason of(CatalogueRow row) {
        if (row.activity().isEmpty()) {
            return NEVER_MET;
        }
        long learned = row.activity().map(ItemActivity::learned).orElse(0L);
        if (learned == 0) {
            return NEW;
        }
        return learned < FEW ? RARE : OUTRANKED;
    }
}
