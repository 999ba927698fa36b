package org.amalgam.simulate;

import java.util.Comparator;
import org.amalgam.domain.Action;

/**
 * Something somebody will have done: a line of the log to be.
 *
 * @param time second of the epoch
 * @param item −1 for a search
 * @param query empty but for a search
 * @param quantity 0 where it does not apply
 * @param rating 1 to 5; 0 where it does not apply
 * @param bestRank where the simulator itself had put the item, from 1; 0 where no visit led to it
 */
record Deed(
        long time,
        String user,
        int item,
        Action action,
        String query,
        int quantity,
        int rating,
        double bestRank) {

    /** A deed in the queue; deeds of one second keep the order in which they were thought of. */
    record Queued(Deed deed, long order, int copies) {

        static final Comparator<Queued> IN_TIME =
                Comparator.comparingLong((Queued queued) -> queued.deed().time())
                        .thenComparingLong(Queued::order);
    }

    static Deed of(long time, String user, int item, Action action) {
        return new Deed(time, user, item, action, "", 0, 0, 0);
    }

    static Deed search(long time, String user, String query) {
        return new Deed(time, user, -1, Action.SEARCH, query, 0, 0, 0);
    }

    static Deed counted(long time, String user, int item, Action action, int quantity) {
        return new Deed(time, user, item, action, "", quantity, 0, 0);
    }

    static Deed rated(long time, String user, int item, Action action, int rating) {
        return new Deed(time, user, item, action, "", 0, rating, 0);
    }

    Deed foreseen(double rank) {
        return new Deed(time, user, item, action, query, quantity, rating, rank);
    }
}
