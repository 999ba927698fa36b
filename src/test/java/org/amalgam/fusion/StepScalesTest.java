package org.amalgam.fusion;

import static org.assertj.core.api.Assertions.assertThat;

import org.amalgam.config.FusionSettings;
import org.amalgam.config.FusionSettings.Normalization;
import org.amalgam.domain.MemberOutput.Scored;
import org.junit.jupiter.api.Test;

class StepScalesTest {

    private static final FusionSettings SETTINGS =
            FusionSettings.defaults().with(Normalization.SOFTMAX);

    private final StepScales scales = new StepScales();

    @Test
    void oneAnswerIsMadeComparableOnce() {
        Scored answer = new Scored("a", new float[] {1, 2, 4});

        assertThat(scales.of(answer, SETTINGS)).isSameAs(scales.of(answer, SETTINGS));
    }

    @Test
    void anotherAnswerInTheSameRoomIsAnotherOne() {
        float[] room = {1, 2, 4};
        scales.of(new Scored("a", room), SETTINGS);
        room[0] = 9;

        Normalised second = scales.of(new Scored("a", room), SETTINGS);

        assertThat(second.of(0)).isGreaterThan(second.of(2));
    }

    @Test
    void firstRanksAreThoseOfTheAnswerAndItsDepth() {
        float[] room = {1, 2, 4, 0};
        Scored answer = new Scored("a", room);
        TopRanks two = scales.first(answer, 2);

        assertThat(two.items()).containsExactly(2, 1);
        assertThat(scales.first(answer, 1).items()).containsExactly(2);
        assertThat(scales.first(answer, 2)).isSameAs(two);
        room[0] = 9;
        assertThat(scales.first(new Scored("a", room), 2).items()).containsExactly(0, 2);
    }

    @Test
    void membersAndNormalisationsHaveTheirOwn() {
        Scored one = new Scored("a", new float[] {1, 2, 4});
        Scored other = new Scored("b", new float[] {4, 2, 1});
        Normalised ofOne = scales.of(one, SETTINGS);
        double best = ofOne.of(2);

        scales.of(other, SETTINGS);
        scales.of(one, SETTINGS.with(Normalization.RANK));

        assertThat(ofOne.of(2)).isEqualTo(best);
        assertThat(scales.of(one, SETTINGS)).isSameAs(ofOne);
    }

    @Test
    void aCatalogueThatGrewHasRoomAnew() {
        scales.of(new Scored("a", new float[] {1, 2}), SETTINGS);

        assertThat(scales.of(new Scored("a", new float[] {1, 2, 4}), SETTINGS).values()).hasSize(3);
    }
}
