package org.amalgam.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DoubleMathTest {

    @Property
    void exponentialsAreRight(@ForAll @DoubleRange(min = -80, max = 80) double x) {
        assertThat(DoubleMath.exp(x) / Math.exp(x)).isCloseTo(1, within(1e-12));
    }

    @Test
    void exponentialsOutsideTheRangeAreThoseOfItsEnds() {
        assertThat(DoubleMath.exp(-1e9)).isEqualTo(DoubleMath.exp(-200)).isPositive();
        assertThat(DoubleMath.exp(1e9)).isEqualTo(DoubleMath.exp(80));
        assertThat(DoubleMath.exp(-200) / Math.exp(-200)).isCloseTo(1, within(1e-8));
        assertThat(DoubleMath.exp(0)).isEqualTo(1);
    }

    @Test
    void termsHaveALowerEndThatAFloatHoldsWithAllItsDigits() {
        assertThat(DoubleMath.term(-1e9)).isEqualTo(DoubleMath.exp(-80));
        assertThat((float) DoubleMath.term(-1e9)).isGreaterThan(Float.MIN_NORMAL);
        assertThat(DoubleMath.term(-79)).isEqualTo(DoubleMath.exp(-79));
    }

    @Property(tries = 50)
    void loopsGiveWhatTheirFormulasSay(@ForAll @IntRange(min = 0, max = 60) int count) {
        Random random = new Random(count);
        float[] floats = new float[count + 3];
        double[] values = new double[count + 3];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) random.nextGaussian();
            values[i] = random.nextGaussian();
        }
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += values[i];
        }
        assertThat(DoubleMath.sum(values, count)).isCloseTo(sum, within(1e-12));

        double[] worked = values.clone();
        DoubleMath.scale(worked, count, .25, 3);
        DoubleMath.exp(worked, count);
        DoubleMath.square(worked, count);
        for (int i = 0; i < floats.length; i++) {
            double e = DoubleMath.exp((values[i] - .25) * 3);
            assertThat(worked[i]).isEqualTo(i < count ? e * e : values[i]);
        }

        double[] wide = values.clone();
        DoubleMath.widen(floats, count, wide);
        float[] narrow = floats.clone();
        DoubleMath.narrow(values, count, narrow);
        for (int i = 0; i < floats.length; i++) {
            assertThat(wide[i]).isEqualTo(i < count ? floats[i] : values[i]);
            assertThat(narrow[i]).isEqualTo(i < count ? (float) values[i] : floats[i]);
        }
    }
}
