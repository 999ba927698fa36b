package org.amalgam.pipeline.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a person ordered in the course of a replay, and when, so that going through the same steps
 * again finds the same orders. One thread makes all calls.
 */
final class Orders {

    private record Order(long step, Consumer<ReplayState> action) {}

    private final List<Order> given = new ArrayList<>();
    private int carriedOut;

    /** Begins again: none has been carried out yet. */
    void rewind() {
        carriedOut = 0;
    }

    /** Carries out what was ordered after so many steps and has not been carried out since. */
    void carryOut(long step, ReplayState state) {
        while (carriedOut < given.size() && given.get(carriedOut).step() <= step) {
            given.get(carriedOut++).action().accept(state);
        }
    }

    /** Carries out an order that is given now; orders for later, from another course, are void. */
    void give(long step, Consumer<ReplayState> action, ReplayState state) {
        carryOut(step, state);
        given.subList(carriedOut, given.size()).clear();
        action.accept(state);
        given.add(new Order(step, action));
        carriedOut++;
    }
}
