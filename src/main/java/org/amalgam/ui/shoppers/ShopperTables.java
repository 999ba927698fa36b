package org.amalgam.ui.shoppers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.amalgam.domain.Event;
import org.amalgam.domain.Item;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.pipeline.shop.ListRequest;
import org.amalgam.pipeline.shop.ShopList;
import org.amalgam.pipeline.shop.ShopWindow;
import org.amalgam.pipeline.shop.Shoppers;
import org.amalgam.ui.control.Titles;
import org.amalgam.ui.export.ExportTable;
import org.amalgam.ui.i18n.Messages;

/** Lists and audiences as tables to be written to files. */
final class ShopperTables {

    /** Items of each shopper of an audience. */
    static final int TOP = 5;

    private static final int PROGRESS_EVERY = 16;

    private ShopperTables() {}

    /** A list and how it was fused, in words. */
    record Named(String setting, ShopList list) {}

    /** Every place of these lists, one list below the other. */
    static ExportTable lists(String shopper, List<Named> lists, Messages messages) {
        Set<String> members = new LinkedHashSet<>();
        lists.forEach(one -> one.list().places().forEach(p -> members.addAll(p.shares().keySet())));
        List<String> columns =
                new ArrayList<>(
                        List.of(
                                messages.get("export.shopper"),
                                messages.get("export.setting"),
                                messages.get("export.place"),
                                messages.get("export.item"),
                                messages.get("export.title"),
                                messages.get("export.category"),
                                messages.get("export.price"),
                                messages.get("export.score"),
                                messages.get("export.reason")));
        columns.addAll(members);
        ReasonWords words = new ReasonWords(messages);
        List<List<?>> rows = new ArrayList<>();
        for (Named one : lists) {
            for (ShopList.Place place : one.list().places()) {
                Item item = place.item();
                List<Object> row =
                        new ArrayList<>(
                                List.of(
                                        shopper,
                                        one.setting(),
                                        place.rank(),
                                        item.id(),
                                        Titles.of(item, messages.chinese()).first(),
                                        item.category(),
                                        price(item),
                                        place.score(),
                                        place.reason().map(why -> words.of(item, why))));
                members.forEach(member -> row.add(place.shares().getOrDefault(member, 0.0)));
                rows.add(row);
            }
        }
        return new ExportTable("list", columns, rows);
    }

    private static Object price(Item item) {
        return item.price().isPresent() ? item.price().getAsDouble() : "";
    }

    /** Heads of an audience, read on the screens' thread. */
    static List<String> audienceColumns(Messages messages) {
        List<String> columns =
                new ArrayList<>(
                        List.of(
                                messages.get("export.shopper"),
                                messages.get("export.events"),
                                messages.get("export.purchases"),
                                messages.get("export.last-seen")));
        for (int place = 1; place <= TOP; place++) {
            columns.add(messages.get("export.top", place));
        }
        return columns;
    }

    /**
     * These shoppers with the ids of the first items that each would be shown now. Takes a list a
     * shopper; call in the background.
     *
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    static ExportTable audience(
            Shoppers shoppers,
            List<Integer> chosen,
            ShopWindow window,
            FusionChoice fusion,
            List<String> columns,
            TaskMonitor monitor) {
        List<List<?>> rows = new ArrayList<>();
        for (int shopper : chosen) {
            if (rows.size() % PROGRESS_EVERY == 0) {
                monitor.checkCancelled();
                monitor.progress("making lists", rows.size(), chosen.size());
            }
            List<Event> events = shoppers.events(shopper);
            Instant now = shoppers.lastSeen(shopper);
            ShopList list =
                    window.list(
                            new ListRequest(
                                    events, now, fusion.method(), fusion.weights(window), TOP, 0));
            List<Object> row =
                    new ArrayList<>(
                            List.of(
                                    shoppers.id(shopper),
                                    events.size(),
                                    shoppers.purchaseCount(shopper),
                                    now));
            for (int place = 0; place < TOP; place++) {
                boolean there = place < list.places().size();
                row.add(there ? list.places().get(place).item().id() : "");
            }
            rows.add(row);
        }
        return new ExportTable("audience", columns, rows);
    }
}
