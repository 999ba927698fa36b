package org.amalgam.ui.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.amalgam.domain.CatalogueExposure;
import org.amalgam.domain.CatalogueExposure.Occasion;
import org.amalgam.domain.ItemActivity;
import org.amalgam.pipeline.ItemPage;

/**
 * Made-up exposure of the {@link FakeShop}: popular items are shown more often than they are asked
 * for, the last four to nobody, and the last two had no event before the replay.
 */
final class FakeExposure {

    static final int UNSHOWN = 4;

    private FakeExposure() {}

    static CatalogueExposure after(long cases) {
        int items = FakeShop.catalogue().size();
        int[] top20 = new int[items];
        int[] top10 = new int[items];
        double[] weighted = new double[items];
        int[] sample = CatalogueExposure.emptySample(items);
        for (int item = 0; item < items - UNSHOWN; item++) {
            top20[item] = (int) Math.round(cases / (1 + 0.8 * item));
            top10[item] = top20[item] / 2;
            weighted[item] = 0.4 * top20[item];
            for (int slot = 0; slot < CatalogueExposure.SAMPLE; slot++) {
                Occasion occasion = new Occasion(40 + slot, (item + 1 + slot) % items, 1 + slot);
                CatalogueExposure.remember(sample, item, slot, occasion);
            }
        }
        Instant from = FakeReplaySession.timeOf(0);
        return new CatalogueExposure(
                new CatalogueExposure.Span(from, from, FakeShop.LAST),
                Optional.of("fused"),
                cases,
                top10,
                top20,
                weighted,
                sample);
    }

    static List<ItemActivity> activity() {
        Random random = new Random(3);
        int items = FakeShop.catalogue().size();
        List<ItemActivity> all = new ArrayList<>();
        for (int item = 0; item < items - 1; item++) {
            long events = 4_120L / (1 + item) + random.nextInt(40);
            boolean late = item >= items - 2;
            all.add(
                    new ItemActivity(
                            item,
                            events,
                            events * 7 / 10,
                            events / 8,
                            events / 12,
                            late ? 0 : item == items - 3 ? 2 : events * 8 / 10,
                            late ? FakeShop.LAST.minus(Duration.ofDays(2)) : FakeShop.FIRST,
                            FakeShop.LAST));
        }
        return all;
    }

    static ItemPage page(int item, Optional<CatalogueExposure> exposure) {
        int items = FakeShop.catalogue().size();
        List<ItemPage.Neighbour> nearest = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            nearest.add(new ItemPage.Neighbour((item + i) % items, 0.9 - 0.17 * i));
        }
        return new ItemPage(
                item,
                List.of(
                        new ItemPage.Step(ItemPage.Stage.MET, 812, 1, 1, 1),
                        new ItemPage.Step(ItemPage.Stage.CARTED, 131, 0.161, 0.138, 0.188),
                        new ItemPage.Step(ItemPage.Stage.BOUGHT, 74, 0.565, 0.479, 0.647)),
                exposure.map(shown -> shown.occasions(item)).orElse(List.of()).stream()
                        .map(
                                one ->
                                        new ItemPage.ShownTo(
                                                "u-" + one.user(), one.after(), one.place()))
                        .toList(),
                List.of(
                        new ItemPage.Similar(ItemPage.Likeness.ITEM_ROWS, "lstm", nearest),
                        new ItemPage.Similar(ItemPage.Likeness.SESSIONS, "itemknn", nearest),
                        new ItemPage.Similar(ItemPage.Likeness.CONTENT, "", nearest)));
    }
}
