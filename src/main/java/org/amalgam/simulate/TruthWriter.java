package org.amalgam.simulate;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.amalgam.config.SimulationSettings;

/** Writes the catalogue as the shop shows it, and everything only the simulator knows. */
final class TruthWriter {

    private static final double UNKNOWN_ATTRIBUTE_SHARE = 0.03;

    private final SimulationSettings settings;
    private final Shop shop;
    private final Path dir;
    private final Path truth;
    private final Map<String, String> digests;

    /**
     * @param digests gets an entry for each file written
     */
    TruthWriter(SimulationSettings settings, Shop shop, Path dir, Map<String, String> digests) {
        this.settings = settings;
        this.shop = shop;
        this.dir = dir;
        this.truth = dir.resolve("truth");
        this.digests = digests;
    }

    /** The catalogue. Like real ones it has holes, which truth/items.csv fills. */
    void writeCatalogue() throws IOException {
        Draws draws = Draws.of(settings.seed(), "holes");
        CsvFile file =
                new CsvFile(
                        dir.resolve("items.csv"),
                        "item",
                        "title",
                        "title_zh",
                        "brand",
                        "category",
                        "price");
        try (file) {
            for (Product product : shop.products()) {
                file.write(
                        product.id(),
                        product.title().en(),
                        product.title().zh(),
                        orUnknown(product.brand().en(), draws),
                        orUnknown(category(product), draws),
                        orUnknown(EventLog.money(product.price()), draws));
            }
        }
        digests.put("items.csv", file.digest());
    }

    private static String orUnknown(String value, Draws draws) {
        return draws.chance(UNKNOWN_ATTRIBUTE_SHARE) ? "" : value;
    }

    private String category(Product product) {
        return shop.lines().get(product.kind()).category().name();
    }

    void writeItems() throws IOException {
        CsvFile file =
                new CsvFile(
                        truth.resolve("items.csv"),
                        "item",
                        "brand",
                        "category",
                        "kind",
                        "price",
                        "price_level",
                        "arrives",
                        "appeal",
                        "traits",
                        "successors");
        try (file) {
            for (Product product : shop.products()) {
                StringJoiner successors = new StringJoiner(" ");
                for (int item : shop.successors(product.number())) {
                    successors.add(shop.product(item).id());
                }
                file.write(
                        product.id(),
                        product.brand().en(),
                        category(product),
                        kind(product.kind()),
                        EventLog.money(product.price()),
                        number(product.level()),
                        instant(product.arrives()),
                        number(product.appeal()),
                        vector(product.traits()),
                        successors.toString());
            }
        }
        digests.put("truth/items.csv", file.digest());
    }

    /** Shoppers as they are at the start, before any drift. */
    void writeUsers(Population population) throws IOException {
        List<String> brandNames = Assortment.load().brandNames();
        CsvFile file =
                new CsvFile(
                        truth.resolve("users.csv"),
                        "user",
                        "language",
                        "joins",
                        "activity",
                        "price_level",
                        "favourite_kinds",
                        "favourite_brands",
                        "taste");
        try (file) {
            for (Shopper shopper : population.shoppers()) {
                file.write(
                        shopper.id(),
                        shopper.chinese() ? "zh" : "en",
                        instant(shopper.joins()),
                        number(shopper.activity()),
                        number(shopper.level()),
                        kinds(shopper),
                        brands(shopper, brandNames),
                        vector(shopper.taste()));
            }
        }
        digests.put("truth/users.csv", file.digest());
    }

    private String kinds(Shopper shopper) {
        StringJoiner names = new StringJoiner("; ");
        for (int kind : shopper.kinds()) {
            names.add(kind(kind));
        }
        return names.toString();
    }

    private static String brands(Shopper shopper, List<String> names) {
        StringJoiner liked = new StringJoiner("; ");
        for (int brand : shopper.brands()) {
            liked.add(names.get(brand));
        }
        return liked.toString();
    }

    void writeFads() throws IOException {
        CsvFile file =
                new CsvFile(truth.resolve("fads.csv"), "item", "from", "until", "pull_in_kind");
        try (file) {
            for (Shop.Fad fad : shop.fads()) {
                file.write(
                        shop.product(fad.item()).id(),
                        instant(fad.from()),
                        instant(fad.until()),
                        number(fad.pull()));
            }
        }
        digests.put("truth/fads.csv", file.digest());
    }

    void writeGaps(Outages outages) throws IOException {
        CsvFile file = new CsvFile(truth.resolve("gaps.csv"), "from", "until");
        try (file) {
            for (Outages.Gap gap : outages.gaps()) {
                file.write(instant(gap.from()), instant(gap.until()));
            }
        }
        digests.put("truth/gaps.csv", file.digest());
    }

    void writeBots(List<Robot> robots) throws IOException {
        CsvFile file =
                new CsvFile(
                        truth.resolve("bots.csv"), "user", "habit", "seconds_between", "events");
        try (file) {
            for (Robot robot : robots) {
                file.write(
                        robot.id(),
                        robot.habit().name().toLowerCase(Locale.ROOT),
                        Integer.toString(robot.period()),
                        Long.toString(robot.lines()));
            }
        }
        digests.put("truth/bots.csv", file.digest());
    }

    void writeClickModel() throws IOException {
        ClickModel model = ClickModel.standard();
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("schema", "amalgam.clicks/1");
        content.put("click", "examination(position) * attraction(user, item)");
        content.put("examination", "position ^ -examinationPower, position from 1");
        content.put(
                "attraction",
                "logistic(intercept + tasteWeight * dot(taste, traits) / sqrt(d)"
                        + " + kindWeight * [kind is a favourite]"
                        + " + brandWeight * [brand is a favourite]"
                        + " - priceWeight * |price_level of item - price_level of user|)");
        content.put(
                "cart", "cartGivenClick * attraction; 1.6 times that when out to buy, else 0.8");
        content.put("purchase", "purchaseGivenCart, once for the whole cart of a visit");
        content.put("where", "taste in users.csv, traits in items.csv, changes in drift.csv");
        content.put("parameters", model);
        byte[] bytes = json(content);
        Files.write(truth.resolve("clicks.json"), bytes);
        digests.put("truth/clicks.json", HexFormat.of().formatHex(CsvFile.sha256().digest(bytes)));
    }

    void writeManifest(SimulationSummary summary) throws IOException {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("schema", "amalgam.simulation/1");
        content.put("seed", settings.seed());
        content.put("settings", settings());
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("events", summary.events());
        counts.put("bots", summary.bots());
        counts.put("duplicates", summary.duplicates());
        counts.put("malformed", summary.malformed());
        counts.put("gaps", summary.gaps());
        counts.put("actions", summary.actions());
        content.put("counts", counts);
        content.put("sha256", summary.digests());
        Files.write(dir.resolve("manifest.json"), json(content));
    }

    private Map<String, Object> settings() {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("users", settings.users());
        content.put("items", settings.items());
        content.put("events", settings.events());
        content.put("start", settings.start().toString());
        content.put("days", settings.days());
        content.put("botShare", settings.botShare());
        content.put("duplicateShare", settings.duplicateShare());
        content.put("malformedShare", settings.malformedShare());
        content.put("gaps", settings.gaps());
        content.put("newItemShare", settings.newItemShare());
        content.put("chineseShare", settings.chineseShare());
        content.put("weeklyDrift", settings.weeklyDrift());
        return content;
    }

    /** Jackson's own line breaks would differ between platforms. */
    private static byte[] json(Object content) throws IOException {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(indenter);
        String text = new ObjectMapper().writer(printer).writeValueAsString(content);
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private String kind(int number) {
        return shop.lines().get(number).kind().en();
    }

    private static String instant(long second) {
        return Instant.ofEpochSecond(second).toString();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String vector(float[] values) {
        StringJoiner text = new StringJoiner(" ");
        for (float value : values) {
            text.add(number(value));
        }
        return text.toString();
    }
}
