package org.amalgam.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.amalgam.config.SimulationSettings;

/** When tracking was down: nothing that happened then is in the log. */
final class Outages {

    private static final long DAY = 86_400;

    /** From second, to second (not part of it). */
    record Gap(long from, long until) {}

    private final List<Gap> gaps = new ArrayList<>();

    /** Two to six hours each, on different days, by day, so that they show. */
    Outages(SimulationSettings settings) {
        Draws draws = Draws.of(settings.seed(), "outages");
        int[] days = new int[settings.days() - 1]; // the last day stays whole
        for (int i = 0; i < days.length; i++) {
            days[i] = i;
        }
        draws.shuffle(days);
        for (int i = 0; i < Math.min(settings.gaps(), days.length); i++) {
            long from =
                    settings.start().getEpochSecond()
                            + days[i] * DAY
                            + 3600L * (7 + draws.below(9))
                            + draws.below(3600);
            gaps.add(new Gap(from, from + 7200 + draws.below(4 * 3600)));
        }
        gaps.sort(Comparator.comparingLong(Gap::from));
    }

    boolean at(long time) {
        for (Gap gap : gaps) {
            if (time >= gap.from() && time < gap.until()) {
                return true;
            }
        }
        return false;
    }

    List<Gap> gaps() {
        return gaps;
    }
}
