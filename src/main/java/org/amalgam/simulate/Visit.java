package org.amalgam.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.amalgam.domain.Action;

/**
 * Plays visits: a shopper comes with an intent, looks, compares, and perhaps buys. From one item to
 * the next there is structure to be learned: an item has few natural successors, and a visit that
 * trades up goes on trading up.
 */
final class Visit {

    /** Chance that a shopper who wanders off goes to a favourite kind, not to a popular one. */
    static final double FAVOURITE = 0.72;

    /** Items that come into view at once. */
    static final int IN_VIEW = 5;

    /** Chance that an item looked at again is taken out of the cart. */
    static final double REMOVES = 0.25;

    /** Chance that a shopper looks at one more item after finding what was due. */
    static final double LOOKS_ON = 0.3;

    private static final long DAY = 86_400;
    private static final int MAX_STEPS = 40;

    /** Chances of the cheapest, middle and dearest successor for visits trading down, level, up. */
    static final double[][] DIRECTION_SUMS = {{0.68, 0.91, 1}, {0.2, 0.8, 1}, {0.09, 0.32, 1}};

    private final Shop shop;
    private final ClickModel clicks;
    private final Draws draws;
    private final Consumer<Deed> out;
    private final NextItem nextItem;

    private Shopper shopper;
    private Intent intent;
    private int direction;
    private long now;
    private NextItem.Stage stage;
    private int current;
    private int bought;
    private final List<Integer> seen = new ArrayList<>();
    private final List<Integer> cart = new ArrayList<>();

    Visit(Shop shop, ClickModel clicks, Draws draws, Consumer<Deed> out) {
        this.shop = shop;
        this.clicks = clicks;
        this.draws = draws;
        this.out = out;
        this.nextItem = new NextItem(shop, clicks);
    }

    /** Plays one visit from its first second on and notes when the shopper is free again. */
    void play(Shopper who, long start) {
        shopper = who;
        now = start;
        intent = Intent.BUY;
        direction = draws.below(DIRECTION_SUMS.length);
        stage = NextItem.Stage.BEGUN;
        bought = 0;
        nextItem.begin(who);
        seen.clear();
        cart.clear();
        OptionalInt due = who.takeDue(start);
        if (due.isPresent() && draws.chance(0.8)) {
            replenish(due.getAsInt());
        } else {
            stroll();
        }
        checkOut();
        who.setBusyUntil(now);
    }

    private void replenish(int item) {
        if (draws.chance(0.4)) {
            search(item);
        }
        look(item);
        stage = NextItem.Stage.FOUND_WHAT_WAS_DUE;
        putInCart(item);
        stage = NextItem.Stage.TOOK_WHAT_WAS_DUE;
        if (draws.chance(LOOKS_ON)) {
            look(next(item));
            stage = NextItem.Stage.LOOKED_ON;
        }
    }

    private void stroll() {
        double kind = draws.unit();
        intent = kind < 0.45 ? Intent.BROWSE : kind < 0.75 ? Intent.COMPARE : Intent.BUY;
        int item = firstItem();
        int steps = 1 + (int) (draws.exponential() * (intent.meanSteps - 1));
        for (int step = 0; step < Math.min(steps, MAX_STEPS); step++) {
            look(item);
            consider(item);
            item = next(item);
        }
    }

    private int firstItem() {
        int pending = shopper.takePendingKind();
        if (pending >= 0 && draws.chance(0.7)) {
            return arriveAt(pending, 0.5);
        }
        OptionalInt fad = shop.fadAt(now, draws);
        if (fad.isPresent() && draws.chance(0.5)) {
            return fad.getAsInt();
        }
        return arriveAt(someKind(), intent == Intent.BUY ? 0.55 : 0.25);
    }

    /** A kind the shopper likes, or one that is generally liked. */
    private int someKind() {
        return draws.chance(FAVOURITE)
                ? shopper.favouriteKind(draws)
                : shop.popularKind(now, draws);
    }

    /** Picks from a kind, perhaps by searching for it. */
    private int arriveAt(int kind, double searchChance) {
        int item = toTaste(kind);
        if (draws.chance(searchChance)) {
            search(item);
        }
        return item;
    }

    /** Of a few items that come into view, the one the shopper is drawn to. */
    private int toTaste(int kind) {
        int[] items = new int[IN_VIEW];
        double[] attractions = new double[IN_VIEW];
        for (int i = 0; i < IN_VIEW; i++) {
            items[i] = shop.pick(kind, now, draws);
            double attraction = clicks.attraction(shopper, shop.product(items[i]));
            attractions[i] = attraction * clicks.examination(i + 1);
        }
        return items[draws.weighted(Draws.runningSums(attractions))];
    }

    private int next(int item) {
        int kind = shop.product(item).kind();
        double at = draws.unit();
        if (at < intent.successor) {
            return successor(item);
        }
        at -= intent.successor;
        if (at < intent.sameKind) {
            return toTaste(kind);
        }
        at -= intent.sameKind;
        if (at < intent.back && seen.size() > 1) {
            return seen.get(draws.below(seen.size() - 1));
        }
        int[] along = shop.goesWith(kind);
        if (along.length > 0 && draws.chance(goesAlong(cart))) {
            return toTaste(along[draws.below(along.length)]);
        }
        return arriveAt(someKind(), 0.2);
    }

    /** Chance that a shopper who wanders off goes to a kind that goes with this one. */
    static double goesAlong(List<Integer> cart) {
        return cart.isEmpty() ? 0.35 : 0.7;
    }

    private int successor(int item) {
        int[] natural = shop.successors(item);
        if (natural.length == 0) {
            return toTaste(shop.product(item).kind());
        }
        int place = Math.min(draws.weighted(DIRECTION_SUMS[direction]), natural.length - 1);
        int found = natural[place];
        return shop.inShop(found, now) ? found : toTaste(shop.product(item).kind());
    }

    private void search(int item) {
        String query = Queries.forItem(shop.product(item), shopper.chinese(), draws);
        out.accept(Deed.search(now, shopper.id(), query));
        now += 3 + (long) draws.logNormal(7, 0.6);
    }

    private void look(int item) {
        tell(Deed.of(now, shopper.id(), item, Action.VIEW));
        seen.add(item);
        current = item;
        stage = NextItem.Stage.LOOKED;
        now += 2 + Math.min(1200, (long) draws.logNormal(28, 0.9));
    }

    private void consider(int item) {
        if (!cart.contains(item) && draws.chance(nextItem.takes(item, intent))) {
            putInCart(item);
        } else if (cart.contains(item) && draws.chance(REMOVES)) {
            tell(Deed.counted(now, shopper.id(), item, Action.REMOVE_FROM_CART, 1));
            cart.remove(Integer.valueOf(item));
            stage = NextItem.Stage.CONSIDERED;
            now += 2 + (long) draws.logNormal(8, 0.6);
        }
    }

    private void putInCart(int item) {
        tell(Deed.counted(now, shopper.id(), item, Action.ADD_TO_CART, 1));
        cart.add(item);
        stage = NextItem.Stage.CONSIDERED;
        now += 2 + (long) draws.logNormal(10, 0.6);
    }

    private void checkOut() {
        if (cart.isEmpty() || !draws.chance(clicks.purchaseGivenCart())) {
            return;
        }
        now += (long) draws.logNormal(45, 0.5);
        for (int item : cart) {
            Assortment.Kind kind = shop.lines().get(shop.product(item).kind()).kind();
            int quantity = kind.daysToRepeat() > 0 && draws.chance(0.3) ? 2 : 1;
            tell(Deed.counted(now, shopper.id(), item, Action.PURCHASE, quantity));
            bought++;
            stage = NextItem.Stage.PAYING;
            now += 1;
            afterPurchase(item, kind);
        }
    }

    /** Tells of a deed with the rank its item had before it was drawn. */
    private void tell(Deed deed) {
        if (stage == NextItem.Stage.BEGUN) {
            out.accept(deed);
            return;
        }
        var state = new NextItem.State(stage, intent, direction, current, bought, now, seen, cart);
        out.accept(deed.foreseen(nextItem.rankOf(deed.item(), state)));
    }

    /** Deliveries, opinions and needs that come days later. */
    private void afterPurchase(int item, Assortment.Kind kind) {
        if (kind.daysToRepeat() > 0) {
            double days = draws.logNormal(kind.daysToRepeat(), 0.25);
            shopper.buysAgain(item, now + (long) (days * DAY));
        }
        int[] along = shop.goesWith(shop.product(item).kind());
        if (along.length > 0) {
            shopper.setPendingKind(along[draws.below(along.length)]);
        }
        double attraction = clicks.attraction(shopper, shop.product(item));
        long later = now + (long) (draws.between(2, 9) * DAY);
        if (draws.chance(0.05)) {
            out.accept(Deed.counted(later, shopper.id(), item, Action.RETURN, 1));
        } else if (draws.chance(0.25)) {
            int stars = (int) StrictMath.round(2.4 + 2.4 * attraction + 0.8 * draws.gaussian());
            int rating = Math.max(1, Math.min(5, stars));
            Action action = draws.chance(0.35) ? Action.REVIEW : Action.RATE;
            out.accept(Deed.rated(later, shopper.id(), item, action, rating));
        }
    }
}
