package org.amalgam.evaluation;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How long a ranker takes to find its way back after the world has changed.
 *
 * @param before mean HR@20 over the {@value #CASES_BEFORE} cases before the change
 * @param lowest lowest HR@20 of {@value #WINDOW} consecutive cases after it
 * @param casesUntilBack cases after the change until the latest {@value #WINDOW} of them, none from
 *     before it, reach {@value #SHARE} of {@code before}, so at least {@value #WINDOW}; empty if
 *     they never do
 */
public record Recovery(double before, double lowest, OptionalInt casesUntilBack) {

    /** What is compared with. */
    public static final int CASES_BEFORE = 2_000;

    /** Cases of the sliding window. */
    public static final int WINDOW = 500;

    /** How much of the earlier quality counts as back. */
    public static final double SHARE = 0.9;

    /** Looks at cases as they come, and keeps only the latest. One thread makes all calls. */
    static final class Watch {

        private final LatestHits before;
        private final LatestHits after;
        private int casesAfter;
        private int fewest = WINDOW;
        private OptionalInt back = OptionalInt.empty();

        Watch() {
            this(new LatestHits(CASES_BEFORE), new LatestHits(WINDOW));
        }

        private Watch(LatestHits before, LatestHits after) {
            this.before = before;
            this.after = after;
        }

        Watch copy() {
            Watch other = new Watch(before.copy(), after.copy());
            other.casesAfter = casesAfter;
            other.fewest = fewest;
            other.back = back;
            return other;
        }

        /**
         * The next case.
         *
         * @param changed whether it comes after the change; all later ones do too
         */
        void add(boolean hit, boolean changed) {
            if (!changed && casesAfter == 0) {
                before.add(hit);
                return;
            }
            after.add(hit);
            casesAfter++;
            if (after.isFull()) {
                fewest = Math.min(fewest, after.hits());
                if (back.isEmpty() && after.share() >= SHARE * before.share()) {
                    back = OptionalInt.of(casesAfter);
                }
            }
        }

        /** Empty with fewer cases before or after the change than it takes to tell. */
        Optional<Recovery> found() {
            return before.isFull() && after.isFull()
                    ? Optional.of(new Recovery(before.share(), (double) fewest / WINDOW, back))
                    : Optional.empty();
        }
    }
}
