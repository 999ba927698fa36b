package org.amalgam.ui.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.amalgam.ui.catalogue.Squarified.Rect;
import org.junit.jupiter.api.Test;

class SquarifiedTest {

    private static double[] largestFirst(List<Double> weights) {
        return weights.stream()
                .sorted(Comparator.reverseOrder())
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static double overlap(Rect one, Rect other) {
        double width =
                Math.min(one.x() + one.width(), other.x() + other.width())
                        - Math.max(one.x(), other.x());
        double height =
                Math.min(one.y() + one.height(), other.y() + other.height())
                        - Math.max(one.y(), other.y());
        return width > 0 && height > 0 ? width * height : 0;
    }

    @Property(tries = 200, seed = "7")
    void areasAreInProportionAndNothingOverlapsOrSticksOut(
            @ForAll @Size(min = 1, max = 40)
                    List<@DoubleRange(min = 0.01, max = 1_000) Double> given,
            @ForAll @DoubleRange(min = 10, max = 2_000) double width,
            @ForAll @DoubleRange(min = 10, max = 2_000) double height) {
        double[] weights = largestFirst(given);
        double total = Arrays.stream(weights).sum();
        Rect whole = new Rect(3, 5, width, height);

        List<Rect> parts = Squarified.cut(whole, weights);

        assertThat(parts).hasSameSizeAs(given);
        double slack = 1e-6 * whole.area();
        for (int i = 0; i < weights.length; i++) {
            Rect part = parts.get(i);
            assertThat(part.area()).isCloseTo(whole.area() * weights[i] / total, within(slack));
            assertThat(overlap(part, whole)).isCloseTo(part.area(), within(slack));
            for (int j = 0; j < i; j++) {
                assertThat(overlap(part, parts.get(j))).isLessThan(slack);
            }
        }
    }

    /** The example of the paper: 6, 6, 4, 3, 2, 2, 1 in a rectangle of 6 by 4. */
    @Test
    void theExampleOfThePaper() {
        List<Rect> parts = Squarified.cut(new Rect(0, 0, 6, 4), new double[] {6, 6, 4, 3, 2, 2, 1});

        assertThat(parts.get(0)).isEqualTo(new Rect(0, 0, 3, 2));
        assertThat(parts.get(1)).isEqualTo(new Rect(0, 2, 3, 2));
        // Then a row of 4 and 3 over the shorter side of what is left, 3 wide.
        assertThat(parts.get(2).height()).isCloseTo(7 / 3.0, within(1e-9));
        assertThat(parts.get(2).width()).isCloseTo(12 / 7.0, within(1e-9));
        assertThat(parts.get(3).x()).isCloseTo(3 + 12 / 7.0, within(1e-9));
    }

    @Test
    void whereThereIsNoRoomPartsHaveNone() {
        List<Rect> parts = Squarified.cut(new Rect(0, 0, 0, 0), new double[] {2, 1});

        assertThat(parts).hasSize(2).allSatisfy(part -> assertThat(part.area()).isZero());
    }
}
