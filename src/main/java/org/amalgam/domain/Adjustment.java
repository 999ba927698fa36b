package org.amalgam.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * A ranker's hit rate changed, and what a replay adjusted for it.
 *
 * @param step events replayed until then
 * @param time event time of the last of them
 * @param ranker whose hit rate changed
 * @param cause what gave the change away
 * @param changes what was adjusted; none for a rise, which is noted only
 */
public record Adjustment(
        long step, Instant time, String ranker, Cause cause, List<Change> changes) {

    public Adjustment {
        requireNonNull(time, "time");
        requireNonNull(ranker, "ranker");
        requireNonNull(cause, "cause");
        changes = List.copyOf(changes);
    }

    /**
     * A change that a detector found.
     *
     * @param detector its name, such as {@code ADWIN}
     * @param before HR@20 before it, in [0, 1]
     * @param after HR@20 since
     * @param cases how many cases are taken to have come since
     */
    public record Cause(String detector, double before, double after, long cases) {

        /** Whether hits became fewer. */
        public boolean isFall() {
            return after < before;
        }
    }

    /**
     * One thing that was adjusted.
     *
     * @param amount as its kind says
     */
    public record Change(Kind kind, double amount) {

        public Change {
            requireNonNull(kind, "kind");
        }
    }

    /** What can be adjusted. */
    public enum Kind {
        /** Fusion weights learn so many times as fast at first. */
        FUSION_RATE("fusionRate"),
        /** So large a part of all weight was handed out evenly. */
        EVEN_WEIGHTS("evenWeights"),
        /** All members that fine-tune do so at so many times their rate at first. */
        MEMBER_RATES("memberRates"),
        /** This member fine-tunes at so many times its rate at first. */
        MEMBER_RATE("memberRate"),
        /** Sliding figures begin again with so many of the latest cases. */
        WINDOWS("windows");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** As it stands in reports. */
        public String label() {
            return label;
        }
    }
}
