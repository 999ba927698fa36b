package org.amalgam.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.amalgam.config.SimulationSettings;

/**
 * The products with what ties them together: which come next to which, which kinds go with which,
 * and what is in fashion when. Immutable.
 */
final class Shop {

    /** Successors of an item within its kind, cheapest first. */
    static final int SUCCESSORS = 3;

    private static final int SUCCESSOR_CANDIDATES = 12;
    private static final long DAY = 86_400;
    private static final int SEASON_CATEGORIES = 3;

    /** An item that is on everyone's lips for some days. */
    record Fad(int item, long from, long until, double pull) {}

    private final List<Product> products;
    private final List<Assortment.Line> lines;
    private final int[][] byKind;
    private final double[][] appealSums;
    private final int[][] goesWith;
    private final int[][] successors;
    private final List<List<Fad>> fadsByKind = new ArrayList<>();
    private final List<Fad> fads = new ArrayList<>();
    private final double[] kindWeights;
    private final double[] kindSums;
    private final double[] seasonSums;
    private final double[] seasonFactors;
    private final long seasonTurns;

    Shop(SimulationSettings settings) {
        Assortment assortment = Assortment.load();
        lines = assortment.lines(Math.max(20, settings.items() / 22));
        products = new ProductMaker(settings, assortment, lines).make();
        Draws draws = Draws.of(settings.seed(), "shop");
        byKind = byKind();
        appealSums = appealSums();
        goesWith = goesWith();
        successors = new int[products.size()][];
        for (Product product : products) {
            successors[product.number()] = successorsOf(product, draws);
        }
        makeFads(settings, draws);
        kindWeights = new double[lines.size()];
        for (int k = 0; k < kindWeights.length; k++) {
            kindWeights[k] = draws.logNormal(1, 0.5);
        }
        seasonFactors = seasonFactors(assortment.categories().size(), draws);
        seasonTurns = settings.start().getEpochSecond() + settings.days() * DAY * 6 / 10;
        kindSums = Draws.runningSums(kindWeights);
        double[] turned = new double[kindWeights.length];
        for (int k = 0; k < turned.length; k++) {
            turned[k] = kindWeights[k] * seasonFactors[lines.get(k).categoryNumber()];
        }
        seasonSums = Draws.runningSums(turned);
    }

    private int[][] byKind() {
        List<List<Product>> groups = new ArrayList<>();
        lines.forEach(line -> groups.add(new ArrayList<>()));
        products.forEach(product -> groups.get(product.kind()).add(product));
        int[][] numbers = new int[groups.size()][];
        for (int k = 0; k < numbers.length; k++) {
            groups.get(k)
                    .sort(
                            Comparator.comparingLong(Product::arrives)
                                    .thenComparingInt(Product::number));
            numbers[k] = groups.get(k).stream().mapToInt(Product::number).toArray();
        }
        return numbers;
    }

    private double[][] appealSums() {
        double[][] sums = new double[byKind.length][];
        for (int k = 0; k < sums.length; k++) {
            double[] appeal = new double[byKind[k].length];
            for (int i = 0; i < appeal.length; i++) {
                appeal[i] = products.get(byKind[k][i]).appeal();
            }
            sums[k] = Draws.runningSums(appeal);
        }
        return sums;
    }

    private int[][] goesWith() {
        List<String> names = lines.stream().map(line -> line.kind().en()).toList();
        return lines.stream()
                .map(
                        line ->
                                line.kind().goesWith().stream()
                                        .mapToInt(names::indexOf)
                                        .filter(kind -> kind >= 0)
                                        .toArray())
                .toArray(int[][]::new);
    }

    /** The most alike of some of its kind, by traits and price, cheapest first. */
    private int[] successorsOf(Product product, Draws draws) {
        int[] kind = byKind[product.kind()];
        record Near(int item, double distance) {}
        List<Near> near = new ArrayList<>();
        for (int i = 0; i < SUCCESSOR_CANDIDATES; i++) {
            // Half by appeal: well-known items are shown beside others more often.
            int item =
                    i % 2 == 0
                            ? kind[draws.below(kind.length)]
                            : kind[draws.weighted(appealSums[product.kind()])];
            boolean known = near.stream().anyMatch(other -> other.item() == item);
            if (item != product.number() && !known) {
                near.add(new Near(item, distance(product, products.get(item))));
            }
        }
        near.sort(Comparator.comparingDouble(Near::distance).thenComparingInt(Near::item));
        return near.stream()
                .limit(SUCCESSORS)
                .map(Near::item)
                .sorted(
                        Comparator.comparingDouble((Integer item) -> products.get(item).price())
                                .thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double distance(Product a, Product b) {
        double sum = StrictMath.pow(a.level() - b.level(), 2);
        for (int i = 0; i < a.traits().length; i++) {
            double difference = a.traits()[i] - b.traits()[i];
            sum += difference * difference;
        }
        return sum;
    }

    private void makeFads(SimulationSettings settings, Draws draws) {
        lines.forEach(line -> fadsByKind.add(new ArrayList<>()));
        int count = Math.max(4, settings.days() / 3);
        for (int i = 0; i < count; i++) {
            Product product = products.get(draws.below(products.size()));
            long days = settings.days();
            long from = settings.start().getEpochSecond() + (long) (draws.unit() * days * DAY);
            from = Math.max(from, product.arrives());
            long until = from + (long) (draws.between(2, 7) * DAY);
            Fad fad = new Fad(product.number(), from, until, draws.between(0.2, 0.5));
            fads.add(fad);
            fadsByKind.get(product.kind()).add(fad);
        }
    }

    private static double[] seasonFactors(int categories, Draws draws) {
        double[] factors = new double[categories];
        int[] order = new int[categories];
        for (int c = 0; c < categories; c++) {
            factors[c] = 1;
            order[c] = c;
        }
        draws.shuffle(order);
        for (int i = 0; i < SEASON_CATEGORIES; i++) {
            factors[order[i]] = 2.5;
            factors[order[SEASON_CATEGORIES + i]] = 0.4;
        }
        return factors;
    }

    /** An item of the kind that is in the shop at this second, by appeal and fashion. */
    int pick(int kind, long time, Draws draws) {
        for (Fad fad : fadsByKind.get(kind)) {
            if (time >= fad.from() && time < fad.until() && draws.chance(fad.pull())) {
                return fad.item();
            }
        }
        for (int attempt = 0; attempt < 30; attempt++) {
            int item = byKind[kind][draws.weighted(appealSums[kind])];
            if (inShop(item, time)) {
                return item;
            }
        }
        return byKind[kind][0]; // earliest arrival, there from the start
    }

    /** Numbers of a kind's items, in the order of {@link #pickChances}. */
    int[] ofKind(int kind) {
        return byKind[kind];
    }

    /** By item of the kind, how likely {@link #pick} gives it at this second; sums to 1. */
    double[] pickChances(int kind, long time) {
        int[] items = byKind[kind];
        double[] chances = new double[items.length];
        double left = 1;
        for (Fad fad : fadsByKind.get(kind)) {
            if (time >= fad.from() && time < fad.until()) {
                chances[place(items, fad.item())] += left * fad.pull();
                left *= 1 - fad.pull();
            }
        }
        double appeal = 0;
        for (int item : items) {
            appeal += inShop(item, time) ? products.get(item).appeal() : 0;
        }
        for (int i = 0; i < items.length; i++) {
            if (inShop(items[i], time)) {
                chances[i] += left * products.get(items[i]).appeal() / appeal;
            }
        }
        return chances;
    }

    private static int place(int[] items, int item) {
        int place = 0;
        while (items[place] != item) {
            place++;
        }
        return place;
    }

    /** How likely {@link #popularKind} gives this kind; sums to 1. */
    double kindShare(int kind, long time) {
        double[] sums = time < seasonTurns ? kindSums : seasonSums;
        double before = kind == 0 ? 0 : sums[kind - 1];
        return (sums[kind] - before) / sums[sums.length - 1];
    }

    /** One of the fads of this second, if there is one. */
    OptionalInt fadAt(long time, Draws draws) {
        Fad fad = draws.of(fads);
        boolean on = time >= fad.from() && time < fad.until();
        return on ? OptionalInt.of(fad.item()) : OptionalInt.empty();
    }

    boolean inShop(int item, long time) {
        return products.get(item).arrives() <= time;
    }

    /** A kind by its general popularity at this second. */
    int popularKind(long time, Draws draws) {
        return draws.weighted(time < seasonTurns ? kindSums : seasonSums);
    }

    List<Product> products() {
        return products;
    }

    Product product(int item) {
        return products.get(item);
    }

    List<Assortment.Line> lines() {
        return lines;
    }

    /** Up to three items of the same kind, cheapest first. */
    int[] successors(int item) {
        return successors[item];
    }

    /** Kinds bought together with this one. */
    int[] goesWith(int kind) {
        return goesWith[kind];
    }

    List<Fad> fads() {
        return fads;
    }

    long seasonTurns() {
        return seasonTurns;
    }

    /** By what the popularity of each category is multiplied when the season turns. */
    double[] seasonFactors() {
        return seasonFactors;
    }
}
