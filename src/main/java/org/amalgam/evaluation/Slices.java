package org.amalgam.evaluation;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.amalgam.domain.Action;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.ItemSequence;

/**
 * Which parts of the cases a case belongs to, by one definition for all protocols. Immutable,
 * thread-safe.
 */
public final class Slices {

    /** An item with fewer earlier events than this is cold. */
    public static final int WARM_EVENTS = 5;

    /** The only slice of an event that opens its session. */
    public static final String OPENS_SESSION = "opens a session";

    private static final String LAST_AGAIN = "the last item again";
    private static final String NOT_LAST = "another item than the last";
    private static final String EARLIER_AGAIN = "another earlier item of the session again";
    private static final String NEW_TO_SESSION = "new to the session";
    private static final String REPEAT = "repeat: met in an earlier session";
    private static final String EXPLORE = "explore: not met before";
    private static final String NEVER_SEEN = "item never seen before";
    private static final String NEW_USER = "new user (first session)";
    private static final String COLD = "cold item (< " + WARM_EVENTS + " earlier events)";

    /** Names in the order of reports. */
    private static final List<String> ORDER = order();

    private final PopularityDeciles deciles;

    /**
     * @param trainingCounts how often each item occurred in training
     */
    public Slices(int[] trainingCounts) {
        this.deciles = new PopularityDeciles(trainingCounts);
    }

    /**
     * What slices look at.
     *
     * @param target dense number of the item that came
     * @param targetKnown whether the item had occurred before
     * @param earlierEvents how often it had, as of the case
     * @param action what was done with it; empty in logs that do not say
     * @param usersKnown whether windows tell who has been here before; not so in a file of sessions
     */
    public record Asked(
            FeatureWindow window,
            int target,
            boolean targetKnown,
            int earlierEvents,
            Optional<Action> action,
            boolean usersKnown) {

        public Asked {
            requireNonNull(window, "window");
            requireNonNull(action, "action");
        }
    }

    /** Names of this case's slices, in the order of reports. */
    public List<String> of(Asked asked) {
        ItemSequence session = asked.window().session();
        List<String> names = new ArrayList<>();
        if (session.isEmpty()) {
            names.add(OPENS_SESSION);
            return names;
        }
        addRepeats(names, asked);
        names.add(position(session.length()));
        deciles.of(asked.target()).ifPresent(decile -> names.add(popularity(decile)));
        if (asked.earlierEvents() < WARM_EVENTS) {
            names.add(COLD);
        }
        if (!asked.targetKnown()) {
            names.add(NEVER_SEEN);
        }
        if (asked.usersKnown() && asked.window().history().isEmpty()) {
            names.add(NEW_USER);
        }
        asked.action().ifPresent(action -> names.add(action(action)));
        return names;
    }

    private static void addRepeats(List<String> names, Asked asked) {
        ItemSequence session = asked.window().session();
        if (session.lastItem() == asked.target()) {
            names.add(LAST_AGAIN);
            return;
        }
        names.add(NOT_LAST);
        if (contains(session, asked.target())) {
            names.add(EARLIER_AGAIN);
            return;
        }
        names.add(NEW_TO_SESSION);
        if (asked.usersKnown()) {
            names.add(contains(asked.window().history(), asked.target()) ? REPEAT : EXPLORE);
        }
    }

    private static boolean contains(ItemSequence steps, int item) {
        for (int i = 0; i < steps.length(); i++) {
            if (steps.item(i) == item) {
                return true;
            }
        }
        return false;
    }

    /** By how many items of the session were given. */
    private static String position(int given) {
        if (given <= 2) {
            return "position " + given;
        }
        return given <= 5 ? "position 3–5" : given <= 10 ? "position 6–10" : "position > 10";
    }

    private static String popularity(int decile) {
        String end = decile == 1 ? " (most popular)" : decile == 10 ? " (long tail)" : "";
        return "popularity decile " + decile + end;
    }

    private static String action(Action action) {
        return "action " + action.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static List<String> order() {
        List<String> names =
                new ArrayList<>(
                        List.of(
                                NOT_LAST,
                                LAST_AGAIN,
                                EARLIER_AGAIN,
                                NEW_TO_SESSION,
                                REPEAT,
                                EXPLORE));
        for (int given : new int[] {1, 2, 3, 6, 11}) {
            names.add(position(given));
        }
        for (int decile = 1; decile <= PopularityDeciles.COUNT; decile++) {
            names.add(popularity(decile));
        }
        names.addAll(List.of(COLD, NEVER_SEEN, NEW_USER));
        for (Action action : Action.values()) {
            names.add(action(action));
        }
        names.add(OPENS_SESSION);
        return List.copyOf(names);
    }

    /** Where a name stands in reports. */
    static int place(String name) {
        return ORDER.indexOf(name);
    }
}
