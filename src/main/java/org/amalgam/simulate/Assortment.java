package org.amalgam.simulate;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the shop may sell: the words of titles, typical prices, and which kinds go together. Brands
 * are invented.
 *
 * @param colours palettes by name
 * @param collections names of series, used by all brands
 */
record Assortment(
        Map<String, List<Phrase>> colours, List<Phrase> collections, List<Category> categories) {

    private static final String RESOURCE = "assortment.json";

    /**
     * Things of one department.
     *
     * @param price typical price; a kind's own is this times its factor
     * @param spread standard deviation of the logarithm of prices
     * @param colours name of the palette; null where colour says nothing
     */
    record Category(
            String name,
            double price,
            double spread,
            String colours,
            List<Phrase> brands,
            List<Kind> kinds) {}

    /**
     * Things that shoppers compare with each other.
     *
     * @param words what stands before the noun; a feature or a material
     * @param sizes null where there is one size
     * @param goesWith English names of kinds bought together with this one; null for none
     * @param daysToRepeat after which the same item is bought again; 0 for never
     * @param plain whether it comes without colour although its category has them
     */
    record Kind(
            String en,
            String zh,
            double factor,
            List<Phrase> words,
            List<Phrase> sizes,
            List<String> goesWith,
            int daysToRepeat,
            boolean plain) {

        Kind {
            sizes = sizes == null ? List.of() : List.copyOf(sizes);
            goesWith = goesWith == null ? List.of() : List.copyOf(goesWith);
        }
    }

    /** A kind together with its category. */
    record Line(int categoryNumber, Category category, Kind kind) {}

    /** The assortment that comes with Amalgam. */
    static Assortment load() {
        try (InputStream in = Assortment.class.getResourceAsStream(RESOURCE)) {
            return new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .readValue(in, Assortment.class);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + RESOURCE, e);
        }
    }

    /** English names by brand number: all categories' brands in their order. */
    List<String> brandNames() {
        return categories.stream()
                .flatMap(category -> category.brands().stream())
                .map(Phrase::en)
                .toList();
    }

    /**
     * At most this many kinds, taken from all categories in turn, so that a small shop still has
     * every department.
     */
    List<Line> lines(int most) {
        List<Line> lines = new ArrayList<>();
        for (int depth = 0; lines.size() < most; depth++) {
            int before = lines.size();
            for (int c = 0; c < categories.size() && lines.size() < most; c++) {
                Category category = categories.get(c);
                if (depth < category.kinds().size()) {
                    lines.add(new Line(c, category, category.kinds().get(depth)));
                }
            }
            if (lines.size() == before) {
                break;
            }
        }
        return lines;
    }
}
