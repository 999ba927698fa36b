package org.amalgam.ui.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.amalgam.domain.Item;
import org.amalgam.ui.export.ExportTable;

/** A list of items for other programs, under fixed English names; what is not known is empty. */
final class CatalogueExport {

    private static final List<String> COLUMNS =
            List.of(
                    "item",
                    "title",
                    "title_zh",
                    "brand",
                    "category",
                    "price",
                    "views",
                    "carts",
                    "purchases",
                    "events",
                    "popularity_rank",
                    "shown",
                    "shown_share_over_event_share");

    private CatalogueExport() {}

    /** These rows in their order. */
    static ExportTable of(List<CatalogueRow> rows) {
        List<List<?>> cells = new ArrayList<>(rows.size());
        rows.forEach(row -> cells.add(cells(row)));
        return new ExportTable("catalogue", COLUMNS, cells);
    }

    private static List<?> cells(CatalogueRow row) {
        Item item = row.item();
        return List.of(
                item.id(),
                item.title(),
                item.titleZh(),
                item.brand(),
                item.category(),
                rounded(item.price(), 100),
                row.views(),
                row.carts(),
                row.purchases(),
                row.events(),
                row.rank(),
                Math.rint(row.shown() * 1_000) / 1_000,
                rounded(row.ratio(), 10_000));
    }

    private static Optional<Double> rounded(OptionalDouble value, double parts) {
        return value.isPresent()
                ? Optional.of(Math.rint(value.getAsDouble() * parts) / parts)
                : Optional.empty();
    }
}
