package org.amalgam.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.amalgam.config.SimulationSettings;
import org.amalgam.domain.Action;
import org.amalgam.domain.stage.TaskMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ForesightTest {

    private static final SimulationSettings SETTINGS = SimulationSettings.of(300, 600, 12_000, 5);

    private final Shop shop = new Shop(SETTINGS);
    private final Shopper shopper = new Population(SETTINGS, shop).shoppers().get(3);
    private final long now = SETTINGS.start().getEpochSecond() + 20 * 86_400;

    @Test
    void whatIsPickedFromAKindIsPickedAsOftenAsForeseen() {
        Draws draws = Draws.of(1, "test");
        for (int kind = 0; kind < 5; kind++) {
            int[] items = shop.ofKind(kind);
            double[] chances = shop.pickChances(kind, now);
            int[] picked = new int[600];
            for (int i = 0; i < 50_000; i++) {
                picked[shop.pick(kind, now, draws)]++;
            }
            for (int i = 0; i < items.length; i++) {
                assertThat(picked[items[i]] / 50_000.0).isCloseTo(chances[i], within(.01));
            }
            assertThat(Arrays.stream(chances).sum()).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void whatAShopperIsDrawnToOfFiveItemsInViewIsDrawnAsOftenAsForeseen() {
        Draws draws = Draws.of(2, "test");
        ClickModel clicks = ClickModel.standard();
        Foresight foresight = new Foresight(shop, clicks);
        foresight.begin(shopper);
        for (int kind = 0; kind < 5; kind++) {
            int[] drawn = new int[600];
            for (int i = 0; i < 50_000; i++) {
                int[] view = new int[5];
                double[] attractions = new double[5];
                for (int p = 0; p < 5; p++) {
                    view[p] = shop.pick(kind, now, draws);
                    attractions[p] =
                            clicks.attraction(shopper, shop.product(view[p]))
                                    * clicks.examination(p + 1);
                }
                drawn[view[draws.weighted(Draws.runningSums(attractions))]]++;
            }
            int[] items = shop.ofKind(kind);
            double[] foreseen = foresight.toTaste(kind, now);
            for (int i = 0; i < items.length; i++) {
                assertThat(foreseen[i]).isCloseTo(drawn[items[i]] / 50_000.0, within(.015));
            }
            assertThat(Arrays.stream(foreseen).sum()).isCloseTo(1, within(.03));
        }
    }

    @Test
    void kindsArePopularAsOftenAsForeseen() {
        double sum =
                IntStream.range(0, shop.lines().size())
                        .mapToDouble(kind -> shop.kindShare(kind, now))
                        .sum();
        assertThat(sum).isCloseTo(1, within(1e-9));
    }

    @Test
    void equalChancesShareTheirRank() {
        Foresight foresight = new Foresight(shop, ClickModel.standard());
        foresight.clear();
        foresight.add(7, .5);
        foresight.add(9, .2);
        foresight.add(11, .2);

        assertThat(foresight.rank(7)).isEqualTo(1);
        assertThat(foresight.rank(9)).isEqualTo(2.5);
        assertThat(foresight.rank(0)).isEqualTo(4 + 596 / 2.0);
    }

    @Test
    void theSimulatorForeseesItsOwnLogFarBetterThanChanceButNotAllOfIt(@TempDir Path directory)
            throws IOException {
        ShopSimulator.write(SETTINGS, directory, TaskMonitor.silent());
        SimulatedFiles files = new SimulatedFiles(directory);
        BestRanks best = BestRanks.read(directory.resolve("truth"));
        List<Double> ranks = new ArrayList<>();
        for (List<String> row : files.rows("truth/best.csv")) {
            OptionalDouble rank =
                    best.of(
                            Instant.parse(row.get(0)),
                            row.get(1),
                            row.get(2),
                            Action.valueOf(row.get(3).toUpperCase(Locale.ROOT)));
            assertThat(rank).hasValue(Double.parseDouble(row.get(4)));
            ranks.add(rank.getAsDouble());
        }
        assertThat(ranks).hasSizeGreaterThan(7_000).allMatch(rank -> rank >= 1 && rank <= 600);
        Map<Boolean, Long> hits =
                ranks.stream()
                        .collect(
                                java.util.stream.Collectors.partitioningBy(
                                        rank -> rank <= 20,
                                        java.util.stream.Collectors.counting()));
        double share = hits.get(true) / (double) ranks.size();
        assertThat(share).isBetween(.6, .95);
    }
}
