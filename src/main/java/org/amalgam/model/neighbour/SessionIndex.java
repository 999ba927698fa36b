package org.amalgam.model.neighbour;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.Session;

/**
 * Sessions by number, and for each item the numbers of the sessions that hold it, ascending.
 * Numbers follow recency: sessions learned together are numbered by the time of their last step,
 * later ones as they begin. A session can be found as soon as its first step is added.
 */
final class SessionIndex {

    /** No session. */
    static final int NONE = -1;

    private final IntRows steps = new IntRows(0);
    private final IntRows holders;
    private final int[] eventCounts;
    private final Int2IntOpenHashMap latestOfUser = new Int2IntOpenHashMap();
    private int[] users = new int[64];
    private int[] distinct = new int[64];
    private long[] lastMillis = new long[64];

    SessionIndex(int items) {
        holders = new IntRows(items);
        eventCounts = new int[items];
        latestOfUser.defaultReturnValue(NONE);
    }

    /** An index of these sessions, numbered by the time of their last step, ties as listed. */
    static SessionIndex of(int items, List<Session> sessions) {
        record Ended(long millis, Session session) {}
        SessionIndex index = new SessionIndex(items);
        sessions.stream()
                .map(session -> new Ended(session.end().toEpochMilli(), session))
                .sorted(Comparator.comparingLong(Ended::millis))
                .forEachOrdered(ended -> index.add(ended.session(), ended.millis()));
        return index;
    }

    private void add(Session session, long endMillis) {
        int number = begin(session.user());
        for (int i = 0; i < session.steps().length(); i++) {
            append(number, session.steps().item(i), endMillis);
        }
    }

    /** An index of the latest sessions of this one, which stays as it is; they are renumbered. */
    SessionIndex latest(int most) {
        SessionIndex kept = new SessionIndex(items());
        for (int session = Math.max(0, sessions() - most); session < sessions(); session++) {
            int number = kept.begin(users[session]);
            for (int i = 0; i < steps.size(session); i++) {
                kept.append(number, steps.get(session, i), lastMillis[session]);
            }
        }
        return kept;
    }

    int items() {
        return eventCounts.length;
    }

    int sessions() {
        return steps.rows();
    }

    /** Begins a session of this user, still without steps. */
    int begin(int user) {
        int session = steps.addRow();
        if (session == users.length) {
            users = Arrays.copyOf(users, 2 * session);
            distinct = Arrays.copyOf(distinct, 2 * session);
            lastMillis = Arrays.copyOf(lastMillis, 2 * session);
        }
        users[session] = user;
        lastMillis[session] = Long.MIN_VALUE;
        latestOfUser.put(user, session);
        return session;
    }

    void append(int session, int item, long millis) {
        if (!steps.contains(session, item)) {
            holders.insert(item, session);
            distinct[session]++;
        }
        steps.add(session, item);
        eventCounts[item]++;
        lastMillis[session] = Math.max(lastMillis[session], millis);
    }

    /** The session that this user began last, or {@link #NONE}. */
    int latestOf(int user) {
        return latestOfUser.get(user);
    }

    /** The items of each session, oldest first. */
    IntRows steps() {
        return steps;
    }

    /** The sessions of each item, ascending. */
    IntRows holders() {
        return holders;
    }

    /** How many different items the session holds. */
    int distinctItems(int session) {
        return distinct[session];
    }

    long lastMillis(int session) {
        return lastMillis[session];
    }

    /** Time of the latest step of all, in milliseconds; 0 when there is none. */
    long latestMillis() {
        return Arrays.stream(lastMillis, 0, sessions()).max().orElse(0);
    }

    int eventCount(int item) {
        return eventCounts[item];
    }

    /** Whether these steps go on where the session ends: all its items come first. */
    boolean isContinuedBy(int session, ItemSequence longer) {
        int size = steps.size(session);
        if (size >= longer.length()) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (steps.get(session, i) != longer.item(i)) {
                return false;
            }
        }
        return true;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(sessions());
        for (int session = 0; session < sessions(); session++) {
            out.writeInt(users[session]);
            out.writeLong(lastMillis[session]);
            out.writeInt(steps.size(session));
            for (int i = 0; i < steps.size(session); i++) {
                out.writeInt(steps.get(session, i));
            }
        }
    }

    static SessionIndex read(int items, DataInputStream in) throws IOException {
        SessionIndex index = new SessionIndex(items);
        int sessions = in.readInt();
        for (int session = 0; session < sessions; session++) {
            int number = index.begin(in.readInt());
            long millis = in.readLong();
            int length = in.readInt();
            for (int i = 0; i < length; i++) {
                int item = in.readInt();
                if (item < 0 || item >= items) {
                    throw new IOException("item " + item + " of " + items + "; train again");
                }
                index.append(number, item, millis);
            }
        }
        return index;
    }
}
