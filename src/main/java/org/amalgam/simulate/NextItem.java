package org.amalgam.simulate;

import java.util.List;

/**
 * Where the simulator itself puts the next item of a visit, before it draws: the ways of {@link
 * Visit} with their chances, mixed as {@link Foresight} says. Uses no random numbers.
 */
final class NextItem {

    /** What the visit's last event was, which decides what may come. */
    enum Stage {
        BEGUN,
        LOOKED,
        CONSIDERED,
        FOUND_WHAT_WAS_DUE,
        TOOK_WHAT_WAS_DUE,
        LOOKED_ON,
        PAYING
    }

    /**
     * What is true of a visit after its last event.
     *
     * @param direction whether it trades down, level or up
     * @param current item looked at last
     * @param bought how many of the cart have been paid
     * @param now second at which the next item is drawn
     * @param seen items looked at, oldest first
     */
    record State(
            Stage stage,
            Intent intent,
            int direction,
            int current,
            int bought,
            long now,
            List<Integer> seen,
            List<Integer> cart) {}

    private final Shop shop;
    private final ClickModel clicks;
    private final Foresight foresight;
    private Shopper shopper;

    NextItem(Shop shop, ClickModel clicks) {
        this.shop = shop;
        this.clicks = clicks;
        this.foresight = new Foresight(shop, clicks);
    }

    /** A visit of this shopper begins. */
    void begin(Shopper who) {
        shopper = who;
        foresight.begin(who);
    }

    /** Rank of an item among all, from 1; equal chances share the mean of their ranks. */
    double rankOf(int item, State state) {
        foresight.clear();
        foresee(state);
        return foresight.rank(item);
    }

    /** Chance that an item looked at is put in the cart. */
    double takes(int item, Intent intent) {
        double attraction = clicks.attraction(shopper, shop.product(item));
        return clicks.cartGivenClick() * attraction * (intent == Intent.BUY ? 1.6 : 0.8);
    }

    private void foresee(State state) {
        switch (state.stage()) {
            case LOOKED -> {
                double stays =
                        state.cart().contains(state.current())
                                ? Visit.REMOVES
                                : takes(state.current(), state.intent());
                foresight.add(state.current(), stays);
                foreseeMoving(state, 1 - stays);
            }
            case CONSIDERED -> foreseeMoving(state, 1);
            case FOUND_WHAT_WAS_DUE -> foresight.add(state.current(), 1);
            case TOOK_WHAT_WAS_DUE -> {
                foreseeNext(state, Visit.LOOKS_ON);
                foreseePaying(state, 1 - Visit.LOOKS_ON);
            }
            case LOOKED_ON -> foreseePaying(state, 1);
            case PAYING -> foresight.add(state.cart().get(state.bought()), 1);
            case BEGUN -> throw new IllegalStateException("nothing has happened yet");
        }
    }

    /** The number of steps is geometric: a visit goes on with one chance, however long it was. */
    private void foreseeMoving(State state, double chance) {
        double goesOn = StrictMath.exp(-1 / (state.intent().meanSteps - 1));
        foreseeNext(state, chance * goesOn);
        foreseePaying(state, chance * (1 - goesOn));
    }

    private void foreseePaying(State state, double chance) {
        if (!state.cart().isEmpty()) {
            foresight.add(state.cart().get(0), chance * clicks.purchaseGivenCart());
        }
    }

    /** The same ways, with the same chances, as {@link Visit} draws. */
    private void foreseeNext(State state, double chance) {
        int kind = shop.product(state.current()).kind();
        foreseeSuccessor(state, chance * state.intent().successor);
        foresight.addKind(kind, state.now(), chance * state.intent().sameKind);
        double rest = 1 - state.intent().successor - state.intent().sameKind;
        if (state.seen().size() > 1) {
            foresight.addBack(state.seen(), chance * state.intent().back);
            rest -= state.intent().back;
        }
        int[] along = shop.goesWith(kind);
        double goesAlong = along.length == 0 ? 0 : Visit.goesAlong(state.cart());
        for (int other : along) {
            foresight.addKind(other, state.now(), chance * rest * goesAlong / along.length);
        }
        foresight.addSomewhere(state.now(), chance * rest * (1 - goesAlong));
    }

    private void foreseeSuccessor(State state, double chance) {
        int kind = shop.product(state.current()).kind();
        int[] natural = shop.successors(state.current());
        if (natural.length == 0) {
            foresight.addKind(kind, state.now(), chance);
            return;
        }
        double before = 0;
        for (int place = 0; place < Visit.DIRECTION_SUMS[state.direction()].length; place++) {
            double share = chance * (Visit.DIRECTION_SUMS[state.direction()][place] - before);
            before = Visit.DIRECTION_SUMS[state.direction()][place];
            int found = natural[Math.min(place, natural.length - 1)];
            if (shop.inShop(found, state.now())) {
                foresight.add(found, share);
            } else {
                foresight.addKind(kind, state.now(), share);
            }
        }
    }
}
