package org.amalgam.ui.catalogue;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.amalgam.domain.Item;
import org.amalgam.domain.UnusableInput;

/** A list of items as a file for other programs: UTF-8, a header of fixed English names. */
final class CatalogueCsv {

    private CatalogueCsv() {}

    /**
     * Writes these rows in their order; what is not known is empty.
     *
     * @return how many there were
     * @throws UnusableInput if the file cannot be written
     */
    static int write(Path file, List<CatalogueRow> rows) {
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord(
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
            rows.forEach(row -> csv.writeRecord(cells(row)));
            return rows.size();
        } catch (IOException | UncheckedIOException e) {
            throw new UnusableInput(file + ": cannot be written (" + e.getMessage() + ")", e);
        }
    }

    private static List<String> cells(CatalogueRow row) {
        Item item = row.item();
        return List.of(
                item.id(),
                item.title().orElse(""),
                item.titleZh().orElse(""),
                item.brand().orElse(""),
                item.category().orElse(""),
                item.price().isPresent() ? decimal(item.price().getAsDouble(), 2) : "",
                Long.toString(row.views()),
                Long.toString(row.carts()),
                Long.toString(row.purchases()),
                Long.toString(row.events()),
                Integer.toString(row.rank()),
                decimal(row.shown(), 3),
                row.ratio().isPresent() ? decimal(row.ratio().getAsDouble(), 4) : "");
    }

    private static String decimal(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
