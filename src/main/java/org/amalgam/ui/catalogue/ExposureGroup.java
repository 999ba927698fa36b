package org.amalgam.ui.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.amalgam.domain.Item;

/**
 * Items of one category, or one brand of it, and how often they were shown together. Immutable.
 *
 * @param name empty where items have none, or for a {@code rest}
 * @param rest how many small groups it stands for; 0 for one of its own
 * @param ratio share of all that was shown over share of all events; empty where unknown
 * @param parts the brands of a category, most shown first; none for a brand
 */
record ExposureGroup(
        Optional<String> name,
        int rest,
        int items,
        double shown,
        long events,
        OptionalDouble ratio,
        List<ExposureGroup> parts) {

    /** Groups side by side that a person can still tell apart. */
    static final int MOST = 40;

    /** The categories with their brands, most shown first; those never shown are left out. */
    static List<ExposureGroup> categories(List<CatalogueRow> all, CatalogueTable.Totals totals) {
        return grouped(
                all,
                totals,
                Item::category,
                rows -> grouped(rows, totals, Item::brand, brand -> List.of()));
    }

    private static List<ExposureGroup> grouped(
            List<CatalogueRow> rows,
            CatalogueTable.Totals totals,
            Function<Item, Optional<String>> attribute,
            Function<List<CatalogueRow>, List<ExposureGroup>> parts) {
        List<ExposureGroup> groups = new ArrayList<>();
        rows.stream()
                .collect(Collectors.groupingBy(row -> attribute.apply(row.item())))
                .forEach((name, own) -> groups.add(group(name, own, totals, parts.apply(own))));
        groups.removeIf(group -> group.shown() == 0);
        groups.sort(
                Comparator.comparingDouble(ExposureGroup::shown)
                        .reversed()
                        .thenComparing(group -> group.name().orElse("")));
        return groups.size() <= MOST ? groups : withRest(groups, totals);
    }

    private static ExposureGroup group(
            Optional<String> name,
            List<CatalogueRow> rows,
            CatalogueTable.Totals totals,
            List<ExposureGroup> parts) {
        double shown = rows.stream().mapToDouble(CatalogueRow::shown).sum();
        long events = rows.stream().mapToLong(CatalogueRow::events).sum();
        return new ExposureGroup(
                name, 0, rows.size(), shown, events, totals.ratio(shown, events), parts);
    }

    private static List<ExposureGroup> withRest(
            List<ExposureGroup> groups, CatalogueTable.Totals totals) {
        List<ExposureGroup> small = groups.subList(MOST - 1, groups.size());
        double shown = small.stream().mapToDouble(ExposureGroup::shown).sum();
        long events = small.stream().mapToLong(ExposureGroup::events).sum();
        List<ExposureGroup> kept = new ArrayList<>(groups.subList(0, MOST - 1));
        kept.add(
                new ExposureGroup(
                        Optional.empty(),
                        small.size(),
                        small.stream().mapToInt(ExposureGroup::items).sum(),
                        shown,
                        events,
                        totals.ratio(shown, events),
                        List.of()));
        kept.sort(Comparator.comparingDouble(ExposureGroup::shown).reversed());
        return kept;
    }

    static double[] weights(List<ExposureGroup> groups) {
        return groups.stream().mapToDouble(ExposureGroup::shown).toArray();
    }
}
