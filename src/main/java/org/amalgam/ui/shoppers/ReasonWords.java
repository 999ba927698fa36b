package org.amalgam.ui.shoppers;

import java.time.Duration;
import org.amalgam.domain.ContentOverlap;
import org.amalgam.domain.Item;
import org.amalgam.pipeline.shop.Reason;
import org.amalgam.ui.control.Titles;
import org.amalgam.ui.i18n.Messages;

/** Reasons in plain words. */
final class ReasonWords {

    private final Messages messages;

    ReasonWords(Messages messages) {
        this.messages = messages;
    }

    /** Why this item stands in the list. */
    String of(Item item, Reason reason) {
        if (reason instanceof Reason.BoughtWith bought) {
            return messages.get("reasons.bought", met(bought.met()), bought.sessions());
        }
        if (reason instanceof Reason.WentOn went) {
            return messages.get("reasons.went-on", title(went.met().item()), went.sessions());
        }
        if (reason instanceof Reason.Similar similar) {
            return similar(similar.overlap());
        }
        if (reason instanceof Reason.Carried carried) {
            boolean again = carried.met().item().index() == item.index();
            return again
                    ? messages.get("reasons.again", did(carried.met()), ago(carried.met().ago()))
                    : messages.get("reasons.carried", met(carried.met()));
        }
        return messages.get("reasons.anybody");
    }

    private String similar(ContentOverlap overlap) {
        String with = title(overlap.with());
        return switch (overlap.kind()) {
            case BRAND -> messages.get("reasons.brand", with, overlap.what());
            case CATEGORY -> messages.get("reasons.category", with, overlap.what());
            case TITLE -> messages.get("reasons.title", with, overlap.what());
            case PRICE -> messages.get("reasons.price", with);
        };
    }

    /** "the tripod viewed 2 minutes ago" */
    private String met(Reason.Met met) {
        return messages.get("reasons.met", title(met.item()), did(met), ago(met.ago()));
    }

    private String title(Item item) {
        return Titles.of(item, messages.chinese()).first();
    }

    private String did(Reason.Met met) {
        return messages.get("did." + met.action());
    }

    private String ago(Duration ago) {
        if (ago.toMinutes() < 1) {
            return messages.get("ago.now");
        }
        if (ago.toHours() < 1) {
            return messages.get("ago.minutes", ago.toMinutes());
        }
        return ago.toDays() < 1
                ? messages.get("ago.hours", ago.toHours())
                : messages.get("ago.days", ago.toDays());
    }
}
