package org.amalgam.ui.catalogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.CatalogueExposure;
import org.amalgam.domain.Gini;
import org.amalgam.domain.Item;
import org.amalgam.domain.ItemActivity;

/**
 * The whole catalogue with what was done with each item and how often it was shown, in the order of
 * item numbers. Immutable; made off the screens' thread, for it looks at all items.
 */
final class CatalogueTable {

    private final List<CatalogueRow> rows;
    private final Optional<CatalogueExposure> exposure;
    private final Totals totals;
    private final double gini;
    private final Instant lastEvent;
    private final long shownItems;
    private final Map<UnshownReason, Long> unshown;
    private final List<String> brands;
    private final List<String> categories;
    private final List<ExposureGroup> groups;

    /**
     * All items together.
     *
     * @param shown by the measure chosen
     */
    record Totals(double shown, long events) {

        /** Share of what was shown over share of events; empty when either is of nothing. */
        OptionalDouble ratio(double ownShown, long ownEvents) {
            return shown == 0 || ownEvents == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(ownShown / shown / ((double) ownEvents / events));
        }
    }

    /**
     * Puts it together.
     *
     * @param activity of the items that have an event
     * @param exposure empty when nothing is known of what was shown
     */
    CatalogueTable(
            Catalogue catalogue,
            List<ItemActivity> activity,
            Optional<CatalogueExposure> exposure,
            Measure measure) {
        this.exposure = exposure;
        Map<Integer, ItemActivity> byItem = new HashMap<>();
        activity.forEach(one -> byItem.put(one.item(), one));
        double[] shown = new double[catalogue.size()];
        exposure.ifPresent(
                known -> {
                    for (int item = 0; item < shown.length; item++) {
                        shown[item] = measure.of(known, item);
                    }
                });
        this.totals =
                new Totals(
                        Arrays.stream(shown).sum(),
                        activity.stream().mapToLong(ItemActivity::events).sum());
        this.gini = Gini.of(shown, shown.length);
        this.lastEvent =
                activity.stream()
                        .map(ItemActivity::last)
                        .max(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH);
        int[] ranks = ranks(catalogue, byItem);
        List<CatalogueRow> all = new ArrayList<>(catalogue.size());
        for (Item item : catalogue.items()) {
            Optional<ItemActivity> own = Optional.ofNullable(byItem.get(item.index()));
            double ownShown = shown[item.index()];
            all.add(
                    new CatalogueRow(
                            item,
                            own,
                            ranks[item.index()],
                            ownShown,
                            totals.ratio(ownShown, own.map(ItemActivity::events).orElse(0L)),
                            words(item)));
        }
        this.rows = List.copyOf(all);
        this.shownItems = rows.stream().filter(row -> row.shown() > 0).count();
        this.unshown =
                rows.stream()
                        .filter(row -> row.shown() == 0)
                        .collect(Collectors.groupingBy(UnshownReason::of, Collectors.counting()));
        this.brands = distinct(Item::brand);
        this.categories = distinct(Item::category);
        this.groups = ExposureGroup.categories(rows, totals);
    }

    private static int[] ranks(Catalogue catalogue, Map<Integer, ItemActivity> byItem) {
        long[] events = new long[catalogue.size()];
        byItem.forEach(
                (item, one) -> {
                    if (item < events.length) {
                        events[item] = one.events();
                    }
                });
        List<Item> byEvents = new ArrayList<>(catalogue.items());
        byEvents.sort(Comparator.comparingLong((Item item) -> events[item.index()]).reversed());
        int[] ranks = new int[events.length];
        int rank = 0;
        long before = -1;
        for (int place = 0; place < byEvents.size(); place++) {
            int item = byEvents.get(place).index();
            rank = events[item] == before ? rank : place + 1;
            before = events[item];
            ranks[item] = rank;
        }
        return ranks;
    }

    private static String words(Item item) {
        return Stream.of(
                        Optional.of(item.id()),
                        item.title(),
                        item.titleZh(),
                        item.brand(),
                        item.category())
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
    }

    /** By item number. */
    List<CatalogueRow> rows() {
        return rows;
    }

    Optional<CatalogueExposure> exposure() {
        return exposure;
    }

    Totals totals() {
        return totals;
    }

    /** Gini coefficient of what was shown over the whole catalogue. */
    double gini() {
        return gini;
    }

    /** Items shown at least once. */
    long shownItems() {
        return shownItems;
    }

    /** How many items were shown to nobody for which reason. */
    Map<UnshownReason, Long> unshown() {
        return unshown;
    }

    /** Time of the last event; 1970 without one. */
    Instant lastEvent() {
        return lastEvent;
    }

    List<String> brands() {
        return brands;
    }

    List<String> categories() {
        return categories;
    }

    /** Categories with their brands, most shown first; those never shown are left out. */
    List<ExposureGroup> groups() {
        return groups;
    }

    private List<String> distinct(Function<Item, Optional<String>> attribute) {
        return rows.stream()
                .map(CatalogueRow::item)
                .map(attribute)
                .flatMap(Optional::stream)
                .distinct()
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
    }
}
