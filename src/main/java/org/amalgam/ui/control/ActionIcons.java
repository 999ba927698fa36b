package org.amalgam.ui.control;

import org.amalgam.domain.Action;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** A picture for each action. */
public final class ActionIcons {

    private ActionIcons() {}

    public static Ikon of(Action action) {
        return switch (action) {
            case VIEW -> Feather.EYE;
            case SEARCH -> Feather.SEARCH;
            case ADD_TO_CART -> Feather.SHOPPING_CART;
            case REMOVE_FROM_CART -> Feather.MINUS_CIRCLE;
            case PURCHASE -> Feather.CREDIT_CARD;
            case RATE -> Feather.STAR;
            case REVIEW -> Feather.MESSAGE_SQUARE;
            case RETURN -> Feather.CORNER_UP_LEFT;
        };
    }
}
