package org.amalgam.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.amalgam.config.SimulationSettings;

/** All shoppers, and the ids of bots among them. */
final class Population {

    private static final long DAY = 86_400;
    private static final double LATE_SHARE = 0.3;

    /** Longer than a session's gap, so that two visits never run into each other. */
    private static final long REST_SECONDS = 40 * 60;

    private final List<Shopper> shoppers = new ArrayList<>();
    private final List<String> botIds = new ArrayList<>();
    private final double[] activitySums;

    Population(SimulationSettings settings, Shop shop) {
        Draws draws = Draws.of(settings.seed(), "population");
        int bots = settings.botShare() > 0 ? Math.max(2, settings.users() / 300) : 0;
        int[] numbers = new int[settings.users() + bots];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i + 1;
        }
        draws.shuffle(numbers); // so that an id tells nothing
        for (int u = 0; u < settings.users(); u++) {
            shoppers.add(shopper(id(numbers[u]), u == 0, settings, shop, draws));
        }
        for (int b = 0; b < bots; b++) {
            botIds.add(id(numbers[settings.users() + b]));
        }
        activitySums =
                Draws.runningSums(shoppers.stream().mapToDouble(Shopper::activity).toArray());
    }

    private static String id(int number) {
        return String.format(Locale.ROOT, "u%05d", number);
    }

    private static Shopper shopper(
            String id, boolean fromTheStart, SimulationSettings settings, Shop shop, Draws draws) {
        long start = settings.start().getEpochSecond();
        long joins =
                draws.chance(LATE_SHARE) && !fromTheStart
                        ? start + (long) (draws.unit() * settings.days() * DAY * 0.9)
                        : start;
        int[] kinds = distinctKinds(start, shop, draws);
        // Brands a shopper likes are brands of what the shopper likes.
        int[] brands = new int[kinds.length];
        for (int i = 0; i < brands.length; i++) {
            brands[i] = shop.product(shop.pick(kinds[i], start, draws)).brandNumber();
        }
        return new Shopper(
                id,
                draws.chance(settings.chineseShare()),
                draws.logNormal(1, 0.9),
                joins,
                0.8 * draws.gaussian(),
                draws.gaussians(ProductMaker.TRAITS, 1),
                kinds,
                brands);
    }

    private static int[] distinctKinds(long start, Shop shop, Draws draws) {
        int[] kinds = new int[Shopper.FAVOURITES];
        for (int i = 0; i < kinds.length; i++) {
            int kind = shop.popularKind(start, draws);
            while (contains(kinds, i, kind)) {
                kind = shop.popularKind(start, draws);
            }
            kinds[i] = kind;
        }
        return kinds;
    }

    private static boolean contains(int[] values, int count, int value) {
        for (int i = 0; i < count; i++) {
            if (values[i] == value) {
                return true;
            }
        }
        return false;
    }

    /**
     * A shopper who is free at this second, the active ones more often. If all are busy, the one
     * who has been here longest, and will go on.
     */
    Shopper free(long time, Draws draws) {
        for (int attempt = 0; attempt < 20; attempt++) {
            Shopper shopper = shoppers.get(draws.weighted(activitySums));
            if (isFree(shopper, time)) {
                return shopper;
            }
        }
        return shoppers.stream()
                .filter(shopper -> shopper.joins() <= time)
                .min(Comparator.comparingLong(Shopper::busyUntil))
                .orElseThrow();
    }

    private static boolean isFree(Shopper shopper, long time) {
        return shopper.joins() <= time && shopper.busyUntil() + REST_SECONDS < time;
    }

    List<Shopper> shoppers() {
        return shoppers;
    }

    List<String> botIds() {
        return botIds;
    }
}
