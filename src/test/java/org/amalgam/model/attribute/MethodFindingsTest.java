package org.amalgam.model.attribute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MethodFindingsTest {

    private static Judged judged(String truth, String guess) {
        return new Judged(1, truth, guess, Set.of());
    }

    @Test
    void macroF1IsTheMeanOverValuesWorkedByHand() {
        // a: TP 2, FN 1, FP 1: 4/6. b: TP 1, FP 1, FN 1: 2/4. c: never guessed, 0. d: only guessed,
        // 0.
        List<Judged> judged =
                List.of(
                        judged("a", "a"),
                        judged("a", "a"),
                        judged("a", "b"),
                        judged("b", "b"),
                        judged("b", "a"),
                        judged("c", "d"));

        MethodFindings findings = MethodFindings.of("knn", OptionalDouble.of(5), judged);

        assertThat(findings.accuracy()).isCloseTo(3.0 / 6, within(1e-12));
        assertThat(findings.macroF1()).isCloseTo((4.0 / 6 + 2.0 / 4 + 0 + 0) / 4, within(1e-12));
    }

    @Test
    void allRightIsOne() {
        assertThat(MethodFindings.macroF1(List.of(judged("a", "a"), judged("b", "b")))).isOne();
    }
}
