package org.amalgam.ui.fake;

import java.util.List;
import java.util.stream.Stream;
import org.amalgam.domain.Adjustment;
import org.amalgam.domain.Adjustment.Cause;
import org.amalgam.domain.Adjustment.Change;
import org.amalgam.domain.Adjustment.Kind;

/** A fall of the shown ranker, a rise and a fall of members, at fixed steps. */
final class FakeAdjustments {

    private FakeAdjustments() {}

    /** Those up to a step, newest first. */
    static List<Adjustment> until(long step) {
        return Stream.of(
                        made(4_700, "cnn", new Cause("ADWIN", .31, .24, 224), MEMBER),
                        made(3_900, "gan", new Cause("Page–Hinkley", .22, .29, 510), List.of()),
                        made(2_600, "fused", new Cause("ADWIN", .413, .322, 180), ALL))
                .filter(adjustment -> adjustment.step() <= step)
                .toList();
    }

    private static final List<Change> MEMBER = List.of(new Change(Kind.MEMBER_RATE, 4));

    private static final List<Change> ALL =
            List.of(
                    new Change(Kind.FUSION_RATE, 2),
                    new Change(Kind.EVEN_WEIGHTS, .1),
                    new Change(Kind.MEMBER_RATES, 4),
                    new Change(Kind.WINDOWS, 180));

    private static Adjustment made(long step, String ranker, Cause cause, List<Change> changes) {
        return new Adjustment(step, FakeReplaySession.timeOf(step), ranker, cause, changes);
    }
}
