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

    /** What a visit is for, with the chances of how it goes on; the rest of 1 is wandering off. */
    private enum Intent {
        BROWSE(0.30, 0.12, 0.05, 6.0),
        COMPARE(0.42, 0.12, 0.14, 7.0),
        BUY(0.38, 0.14, 0.08, 4.5);

        final double successor;
        final double sameKind;
        final double back;
        final double meanSteps;

        Intent(double successor, double sameKind, double back, double meanSteps) {
            this.successor = successor;
            this.sameKind = sameKind;
            this.back = back;
            this.meanSteps = meanSteps;
        }
    }

    /** Chance that a shopper who wanders off goes to a favourite kind, not to a popular one. */
    static final double FAVOURITE = 0.72;

    private static final double REMOVES = 0.25;
    private static final double LOOKS_ON = 0.3;
    private static final long DAY = 86_400;
    private static final int MAX_STEPS = 40;

    /** Chances of the cheapest, middle and dearest successor for visits trading down, level, up. */
    private static final double[][] DIRECTION_SUMS = {
        {0.68, 0.91, 1}, {0.2, 0.8, 1}, {0.09, 0.32, 1}
    };

    /** What the visit's last event was, which decides what may come. */
    private enum Stage {
        BEGUN,
        LOOKED,
        CONSIDERED,
        FOUND_WHAT_WAS_DUE,
        TOOK_WHAT_WAS_DUE,
        LOOKED_ON,
        PAYING
    }

    private final Shop shop;
    private final ClickModel clicks;
    private final Draws draws;
    private final Consumer<Deed> out;
    private final Foresight foresight;

    private Shopper shopper;
    private Intent intent;
    private int direction;
    private long now;
    private Stage stage;
    private int current;
    private int bought;
    private final List<Integer> seen = new ArrayList<>();
    private final List<Integer> cart = new ArrayList<>();

    Visit(Shop shop, ClickModel clicks, Draws draws, Consumer<Deed> out) {
        this.shop = shop;
        this.clicks = clicks;
        this.draws = draws;
        this.out = out;
        this.foresight = new Foresight(shop, clicks);
    }

    /** Plays one visit from its first second on and notes when the shopper is free again. */
    void play(Shopper who, long start) {
        shopper = who;
        now = start;
        intent = Intent.BUY;
        direction = draws.below(DIRECTION_SUMS.length);
        stage = Stage.BEGUN;
        bought = 0;
        foresight.begin(who);
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
        stage = Stage.FOUND_WHAT_WAS_DUE;
        putInCart(item);
        stage = Stage.TOOK_WHAT_WAS_DUE;
        if (draws.chance(LOOKS_ON)) {
            look(next(item));
            stage = Stage.LOOKED_ON;
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
        int candidates = 5;
        int[] items = new int[candidates];
        double[] attractions = new double[candidates];
        for (int i = 0; i < candidates; i++) {
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
        if (along.length > 0 && draws.chance(cart.isEmpty() ? 0.35 : 0.7)) {
            return toTaste(along[draws.below(along.length)]);
        }
        return arriveAt(someKind(), 0.2);
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
        stage = Stage.LOOKED;
        now += 2 + Math.min(1200, (long) draws.logNormal(28, 0.9));
    }

    private void consider(int item) {
        if (!cart.contains(item) && draws.chance(takes(item))) {
            putInCart(item);
        } else if (cart.contains(item) && draws.chance(REMOVES)) {
            tell(Deed.counted(now, shopper.id(), item, Action.REMOVE_FROM_CART, 1));
            cart.remove(Integer.valueOf(item));
            stage = Stage.CONSIDERED;
            now += 2 + (long) draws.logNormal(8, 0.6);
        }
    }

    /** Chance that an item looked at is put in the cart. */
    private double takes(int item) {
        double attraction = clicks.attraction(shopper, shop.product(item));
        return clicks.cartGivenClick() * attraction * (intent == Intent.BUY ? 1.6 : 0.8);
    }

    private void putInCart(int item) {
        tell(Deed.counted(now, shopper.id(), item, Action.ADD_TO_CART, 1));
        cart.add(item);
        stage = Stage.CONSIDERED;
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
            stage = Stage.PAYING;
            now += 1;
            afterPurchase(item, kind);
        }
    }

    /** Tells of a deed with the rank its item had before it was drawn. */
    private void tell(Deed deed) {
        if (stage == Stage.BEGUN) {
            out.accept(deed);
            return;
        }
        foresight.clear();
        foresee();
        out.accept(deed.foreseen(foresight.rank(deed.item())));
    }

    private void foresee() {
        switch (stage) {
            case LOOKED -> {
                double stays = cart.contains(current) ? REMOVES : takes(current);
                foresight.add(current, stays);
                foreseeMoving(1 - stays);
            }
            case CONSIDERED -> foreseeMoving(1);
            case FOUND_WHAT_WAS_DUE -> foresight.add(current, 1);
            case TOOK_WHAT_WAS_DUE -> {
                foreseeNext(LOOKS_ON);
                foreseePaying(1 - LOOKS_ON);
            }
            case LOOKED_ON -> foreseePaying(1);
            case PAYING -> foresight.add(cart.get(bought), 1);
            case BEGUN -> throw new IllegalStateException("nothing has happened yet");
        }
    }

    /** The number of steps is geometric: a visit goes on with one chance, however long it was. */
    private void foreseeMoving(double chance) {
        double goesOn = StrictMath.exp(-1 / (intent.meanSteps - 1));
        foreseeNext(chance * goesOn);
        foreseePaying(chance * (1 - goesOn));
    }

    private void foreseePaying(double chance) {
        if (!cart.isEmpty()) {
            foresight.add(cart.get(0), chance * clicks.purchaseGivenCart());
        }
    }

    /** The same ways, with the same chances, as {@link #next} draws. */
    private void foreseeNext(double chance) {
        int kind = shop.product(current).kind();
        foreseeSuccessor(chance * intent.successor);
        foresight.addKind(kind, now, chance * intent.sameKind);
        double rest = 1 - intent.successor - intent.sameKind;
        if (seen.size() > 1) {
            foresight.addBack(seen, chance * intent.back);
            rest -= intent.back;
        }
        int[] along = shop.goesWith(kind);
        double goesAlong = along.length == 0 ? 0 : cart.isEmpty() ? 0.35 : 0.7;
        for (int other : along) {
            foresight.addKind(other, now, chance * rest * goesAlong / along.length);
        }
        foresight.addSomewhere(now, chance * rest * (1 - goesAlong));
    }

    private void foreseeSuccessor(double chance) {
        int kind = shop.product(current).kind();
        int[] natural = shop.successors(current);
        if (natural.length == 0) {
            foresight.addKind(kind, now, chance);
            return;
        }
        double before = 0;
        for (int place = 0; place < DIRECTION_SUMS[direction].length; place++) {
            double share = chance * (DIRECTION_SUMS[direction][place] - before);
            before = DIRECTION_SUMS[direction][place];
            int found = natural[Math.min(place, natural.length - 1)];
            if (shop.inShop(found, now)) {
                foresight.add(found, share);
            } else {
                foresight.addKind(kind, now, share);
            }
        }
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
