package org.amalgam.simulate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.amalgam.config.SimulationSettings;

/** Makes the products of a shop. */
final class ProductMaker {

    /** Dimensions of tastes and traits. */
    static final int TRAITS = 8;

    private static final long HOUR = 3_600;
    private static final long DAY = 24 * HOUR;
    private static final Phrase NONE = new Phrase("", "");

    private final SimulationSettings settings;
    private final Assortment assortment;
    private final List<Assortment.Line> lines;
    private final Draws draws;
    private final List<float[]> kindCentres = new ArrayList<>();
    private final List<float[]> brandCentres = new ArrayList<>();
    private final int[] firstBrand;
    private final Set<String> titles = new HashSet<>();

    ProductMaker(SimulationSettings settings, Assortment assortment, List<Assortment.Line> lines) {
        this.settings = settings;
        this.assortment = assortment;
        this.lines = lines;
        this.draws = Draws.of(settings.seed(), "products");
        this.firstBrand = new int[assortment.categories().size()];
        placeCentres();
    }

    private void placeCentres() {
        List<float[]> categoryCentres = new ArrayList<>();
        int brands = 0;
        for (int c = 0; c < firstBrand.length; c++) {
            categoryCentres.add(draws.gaussians(TRAITS, 0.8));
            firstBrand[c] = brands;
            for (int b = 0; b < assortment.categories().get(c).brands().size(); b++) {
                brandCentres.add(draws.gaussians(TRAITS, 0.5));
                brands++;
            }
        }
        for (Assortment.Line line : lines) {
            float[] centre = draws.gaussians(TRAITS, 0.6);
            add(centre, categoryCentres.get(line.categoryNumber()));
            kindCentres.add(centre);
        }
    }

    /** Every kind gets at least three; beyond that, kinds differ in breadth. */
    List<Product> make() {
        double[] breadth = new double[lines.size()];
        for (int k = 0; k < breadth.length; k++) {
            breadth[k] = draws.logNormal(1, 0.5);
        }
        double[] sums = Draws.runningSums(breadth);
        int[] kinds = new int[settings.items()];
        int sure = 3 * lines.size();
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = i < sure ? i % lines.size() : draws.weighted(sums);
        }
        draws.shuffle(kinds); // so that an id tells nothing of the kind
        boolean[] begun = new boolean[lines.size()];
        List<Product> products = new ArrayList<>(kinds.length);
        for (int number = 0; number < kinds.length; number++) {
            products.add(make(number, kinds[number], !begun[kinds[number]]));
            begun[kinds[number]] = true;
        }
        return products;
    }

    private Product make(int number, int kind, boolean fromTheStart) {
        Assortment.Line line = lines.get(kind);
        int brand = draws.below(line.category().brands().size());
        int brandNumber = firstBrand[line.categoryNumber()] + brand;
        Wording wording = wording(line, line.category().brands().get(brand));
        double level = draws.gaussian();
        float[] traits = draws.gaussians(TRAITS, 0.6);
        add(traits, kindCentres.get(kind));
        add(traits, brandCentres.get(brandNumber));
        return new Product(
                number,
                String.format(Locale.ROOT, "i%05d", number + 1),
                wording.title(),
                line.category().brands().get(brand),
                brandNumber,
                line.categoryNumber(),
                kind,
                wording.word(),
                new Phrase(line.kind().en(), line.kind().zh()),
                wording.colour(),
                price(line, level),
                level,
                traits,
                draws.logNormal(1, 0.95),
                arrival(fromTheStart));
    }

    private static double price(Assortment.Line line, double level) {
        double typical = line.category().price() * line.kind().factor();
        double price = typical * StrictMath.exp(line.category().spread() * 0.8 * level);
        // Shops price in .90 below a hundred and in whole nines above it.
        return price < 100
                ? Math.max(1, StrictMath.floor(price)) + 0.9
                : StrictMath.floor(price / 10) * 10 + 9;
    }

    private long arrival(boolean fromTheStart) {
        long start = settings.start().getEpochSecond();
        if (!draws.chance(settings.newItemShare()) || fromTheStart) {
            return start;
        }
        long day = 1L + draws.below(Math.max(1, settings.days() - 3));
        return start + day * DAY + 8 * HOUR + draws.below((int) HOUR);
    }

    private record Wording(Phrase title, Phrase word, Phrase colour) {}

    /** Draws until the title is new; a mark number makes it so when words run out. */
    private Wording wording(Assortment.Line line, Phrase brand) {
        for (int attempt = 0; ; attempt++) {
            Phrase word = draws.of(line.kind().words());
            Phrase series = draws.of(assortment.collections());
            Phrase colour = colour(line);
            Phrase size = line.kind().sizes().isEmpty() ? NONE : draws.of(line.kind().sizes());
            String mark = attempt < 6 ? "" : " " + (2 + draws.below(8 + attempt * attempt));
            Phrase title =
                    new Phrase(
                            english(brand, series, mark, word, line.kind(), colour, size),
                            chinese(brand, series, mark, word, line.kind(), colour, size));
            if (titles.add(title.en())) {
                return new Wording(title, word, colour);
            }
        }
    }

    private Phrase colour(Assortment.Line line) {
        String palette = line.category().colours();
        return palette == null || line.kind().plain()
                ? NONE
                : draws.of(assortment.colours().get(palette));
    }

    private static String english(
            Phrase brand,
            Phrase series,
            String mark,
            Phrase word,
            Assortment.Kind kind,
            Phrase colour,
            Phrase size) {
        String title = brand.en() + " " + series.en() + mark + " " + word.en() + " " + kind.en();
        title += colour.en().isEmpty() ? "" : ", " + colour.en();
        return title + (size.en().isEmpty() ? "" : ", " + size.en());
    }

    private static String chinese(
            Phrase brand,
            Phrase series,
            String mark,
            Phrase word,
            Assortment.Kind kind,
            Phrase colour,
            Phrase size) {
        String title =
                brand.zh() + " " + series.zh() + mark.strip() + "系列 " + word.zh() + kind.zh();
        title += colour.zh().isEmpty() ? "" : " " + colour.zh();
        return title + (size.zh().isEmpty() ? "" : " " + size.zh());
    }

    private static void add(float[] to, float[] what) {
        for (int i = 0; i < to.length; i++) {
            to[i] += what[i];
        }
    }
}
