package org.amalgam.ui.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.DataProfile;
import org.amalgam.domain.ImportReport;
import org.amalgam.domain.Item;
import org.amalgam.domain.RejectedLine;
import org.amalgam.domain.RejectedLine.Reason;

/** A small made-up shop for tests of the window. */
public final class FakeShop {

    public static final Instant FIRST = Instant.parse("2026-03-02T07:14:00Z");
    public static final Instant LAST = Instant.parse("2026-05-17T22:41:00Z");
    public static final long EVENTS = 61_480;

    private static final String[][] TITLES = {
        {"Trail running shoes", "越野跑鞋", "Norda", "Sports"},
        {"Merino hiking socks, 3 pairs", "美利奴羊毛徒步袜(3 双)", "Norda", "Sports"},
        {"Ultralight rain jacket", "超轻雨衣", "Vela", "Outdoor"},
        {"Titanium camping pot", "钛合金野营锅", "Kiln", "Outdoor"},
        {"Down sleeping bag", "羽绒睡袋", "Vela", "Outdoor"},
        {"Pour-over coffee set", "手冲咖啡套装", "Kiln", "Kitchen"},
        {"Ceramic chef’s knife", "陶瓷主厨刀", "Hagane", "Kitchen"},
        {"Cast-iron wok", "铸铁炒锅", "Hagane", "Kitchen"},
        {"Jasmine green tea, 250 g", "茉莉绿茶 250 克", "Longjing House", "Food"},
        {"Noise-cancelling headphones", "降噪耳机", "Auralis", "Electronics"},
        {"Mechanical keyboard, low profile", "矮轴机械键盘", "Keyra", "Electronics"},
        {"Wireless charging stand", "无线充电支架", "Auralis", "Electronics"},
        {"4K action camera", "4K 运动相机", "Optiq", "Electronics"},
        {"Linen summer dress", "亚麻夏季连衣裙", "Mira", "Fashion"},
        {"Silk scarf, hand-dyed", "手染真丝围巾", "Mira", "Fashion"},
        {"Canvas tote bag", "帆布手提袋", "Mira", "Fashion"},
        {"Building blocks, 500 pieces", "积木 500 块", "Klik", "Toys"},
        {"Wooden train set", "木制火车套装", "Klik", "Toys"},
        {"Indoor herb garden", "室内香草种植盒", "Sprout", "Home"},
        {"Bamboo desk organiser", "竹制桌面收纳盒", "Sprout", "Home"},
        {"Linen duvet cover", "亚麻被套", "Mira", "Home"},
        {"Aroma diffuser", "香薰机", "Sprout", "Home"},
        {"Yoga mat, natural rubber", "天然橡胶瑜伽垫", "Norda", "Sports"},
        {"Adjustable dumbbells", "可调节哑铃", "Norda", "Sports"},
    };

    private FakeShop() {}

    public static Catalogue catalogue() {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < TITLES.length; i++) {
            String[] row = TITLES[i];
            items.add(
                    new Item(
                            i,
                            "sku-" + (1000 + i),
                            Optional.of(row[0]),
                            Optional.of(row[1]),
                            Optional.of(row[2]),
                            Optional.of(row[3]),
                            OptionalDouble.of(9.9 + 7 * i)));
        }
        return new Catalogue(items);
    }

    public static ImportReport report() {
        Map<Reason, Long> rejected = new EnumMap<>(Reason.class);
        rejected.put(Reason.BAD_TIMESTAMP, 312L);
        rejected.put(Reason.MISSING_ITEM, 154L);
        rejected.put(Reason.UNKNOWN_ACTION, 61L);
        rejected.put(Reason.WRONG_FIELD_COUNT, 18L);
        List<RejectedLine> examples =
                List.of(
                        new RejectedLine(118, Reason.BAD_TIMESTAMP, "timestamp \"12/31/99\""),
                        new RejectedLine(402, Reason.MISSING_ITEM, "item is empty"),
                        new RejectedLine(977, Reason.UNKNOWN_ACTION, "action \"hover\""),
                        new RejectedLine(1_204, Reason.WRONG_FIELD_COUNT, "4 fields instead of 6"),
                        new RejectedLine(1_377, Reason.BAD_TIMESTAMP, "timestamp \"yesterday\""));
        return new ImportReport(63_025, 61_480, rejected, 1_000, 2_310, 740, examples, 0, 0.41);
    }

    public static DataProfile profile() {
        return new DataProfile(
                List.of(
                        table(
                                "overview",
                                "figure value",
                                "events;61,480",
                                "users;2,114",
                                "items;24",
                                "sessions;14,902",
                                "bots;3"),
                        table(
                                "actions",
                                "action events share",
                                "VIEW;44,201;71.9 %",
                                "ADD_TO_CART;8,114;13.2 %",
                                "PURCHASE;4,890;8.0 %",
                                "SEARCH;3,412;5.5 %",
                                "RATE;863;1.4 %"),
                        table(
                                "categories",
                                "category events share",
                                "Electronics;15,871;25.8 %",
                                "Sports;12,400;20.2 %",
                                "Home;9,312;15.1 %",
                                "Kitchen;8,440;13.7 %",
                                "Outdoor;7,931;12.9 %",
                                "Fashion;7,526;12.3 %"),
                        table(
                                "top-items",
                                "item title events",
                                "sku-1009;Noise-cancelling headphones;4,120",
                                "sku-1000;Trail running shoes;3,877",
                                "sku-1005;Pour-over coffee set;3,214",
                                "sku-1012;4K action camera;2,950"),
                        table(
                                "sessions",
                                "length sessions share",
                                "1;4,310;28.9 %",
                                "2–4;6,204;41.6 %",
                                "5–9;3,120;20.9 %",
                                "10+;1,268;8.5 %")));
    }

    private static DataProfile.Table table(String name, String columns, String... rows) {
        List<List<String>> cells = new ArrayList<>();
        for (String row : rows) {
            cells.add(List.of(row.split(";")));
        }
        return new DataProfile.Table(name, List.of(columns.split(" ")), cells);
    }
}
