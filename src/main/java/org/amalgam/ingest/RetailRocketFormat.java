package org.amalgam.ingest;

import java.util.List;
import java.util.Map;
import org.amalgam.config.CleaningSettings;
import org.amalgam.domain.Action;

/**
 * The layout of the RetailRocket data set, {@code timestamp,visitorid,event,itemid} with or without
 * {@code transactionid}, also used for Taobao's logs with their own event names.
 *
 * <p>{@code fav} becomes {@link Action#RATE}: marking a favourite says that the shopper likes the
 * item, and unlike a cart says nothing about buying now. It carries no rating.
 */
final class RetailRocketFormat implements LogFormat {

    private static final List<String> COLUMNS =
            List.of("timestamp", "visitorid", "itemid", "event");

    private static final Map<String, Action> ACTIONS =
            Map.of(
                    "view", Action.VIEW,
                    "addtocart", Action.ADD_TO_CART,
                    "transaction", Action.PURCHASE,
                    "pv", Action.VIEW,
                    "fav", Action.RATE,
                    "cart", Action.ADD_TO_CART,
                    "buy", Action.PURCHASE);

    @Override
    public String name() {
        return "retailrocket";
    }

    @Override
    public List<String> required() {
        return COLUMNS;
    }

    @Override
    public LineParser parser(Header header, CleaningSettings settings) {
        return new BehaviourParser(header, COLUMNS, ACTIONS, settings);
    }
}
