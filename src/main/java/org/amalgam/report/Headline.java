package org.amalgam.report;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.amalgam.domain.Comparison;
import org.amalgam.domain.RankerResult;

/** Says in words what won and by how much, and no more than the intervals allow. */
final class Headline {

    private Headline() {}

    static String of(RunReport report) {
        Optional<RankerResult> found =
                report.results().stream().max(Comparator.comparingDouble(RankerResult::hr20));
        if (found.isEmpty() || found.get().cases() == 0) {
            return "This run scored no case.";
        }
        RankerResult best = found.get();
        String what =
                String.format(
                        Locale.ROOT,
                        "%s has the next item among its 20 in %.1f %% of %,d cases",
                        best.ranker(),
                        100 * best.hr20(),
                        best.cases());
        return what + runnerUp(report, best).map(next -> against(report, best, next)).orElse(".");
    }

    private static Optional<RankerResult> runnerUp(RunReport report, RankerResult best) {
        return report.results().stream()
                .filter(result -> !result.ranker().equals(best.ranker()))
                .max(Comparator.comparingDouble(RankerResult::hr20));
    }

    private static String against(RunReport report, RankerResult best, RankerResult next) {
        Optional<Comparison> comparison = between(report, best.ranker(), next.ranker());
        if (comparison.isEmpty()) {
            return String.format(
                    Locale.ROOT,
                    "; next is %s with %.1f %%, a difference without an interval.",
                    next.ranker(),
                    100 * next.hr20());
        }
        Comparison c = comparison.get();
        String interval =
                String.format(
                        Locale.ROOT,
                        "%.1f points, 95 %% interval %.1f to %.1f",
                        100 * c.difference(),
                        100 * c.low(),
                        100 * c.high());
        return c.isClear()
                ? ", more than " + next.ranker() + " by " + interval + "."
                : "; its lead over " + next.ranker() + " is not clear: " + interval + ".";
    }

    /** The comparison of HR@20 in this direction, turned round if need be. */
    private static Optional<Comparison> between(RunReport report, String a, String b) {
        return report.comparisons().stream()
                .filter(one -> one.metric().equals("hr20"))
                .filter(one -> isOf(one, a, b) || isOf(one, b, a))
                .findFirst()
                .map(one -> one.a().equals(a) ? one : turned(one));
    }

    private static boolean isOf(Comparison one, String a, String b) {
        return one.a().equals(a) && one.b().equals(b);
    }

    private static Comparison turned(Comparison one) {
        return new Comparison(
                one.b(), one.a(), one.metric(), -one.difference(), -one.high(), -one.low());
    }
}
