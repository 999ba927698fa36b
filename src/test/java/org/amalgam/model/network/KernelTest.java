package org.amalgam.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Own arithmetic against plain loops in double precision. */
class KernelTest {

    @Test
    void exponentialIsRightToTheDigitsItPromises() {
        for (float x = -80; x <= 80; x += 0.37f) {
            assertThat(FastMath.exp(x) / Math.exp(x)).as("e^" + x).isCloseTo(1, within(2e-3));
        }
        for (float x = -20; x <= 20; x += 0.37f) {
            assertThat(FastMath.exp(x) / Math.exp(x)).as("e^" + x).isCloseTo(1, within(2e-5));
        }
    }

    @Test
    void sigmoidAndTanhAreTheUsualOnes() {
        float[] values = Toy.gaussian(100, 5, 1);
        float[] sigmoid = values.clone();
        float[] tanh = new float[100];
        FastMath.sigmoid(sigmoid, 0, 100);
        FastMath.tanh(values, 0, tanh, 0, 100);

        for (int i = 0; i < 100; i++) {
            assertThat((double) sigmoid[i]).isCloseTo(1 / (1 + Math.exp(-values[i])), within(1e-5));
            assertThat((double) tanh[i]).isCloseTo(Math.tanh(values[i]), within(1e-5));
        }
    }

    @Test
    void productsOfTransposedAndShiftedMatricesAreRight() {
        try (NativeFloats a = new NativeFloats();
                NativeFloats b = new NativeFloats();
                NativeFloats c = new NativeFloats()) {
            a.reserve(8).write(0, new float[] {9, 9, 1, 2, 3, 4, 5, 6}, 0, 8);
            b.reserve(4).write(0, new float[] {1, 2, 3, 4}, 0, 4);
            c.reserve(7).write(0, new float[] {7, 1, 1, 1, 1, 1, 1}, 0, 7);

            // A is the transpose of [[1 2 3] [4 5 6]].
            Gemm.multiply(3, 2, 2, Gemm.Operand.transpose(a, 2), Gemm.Operand.of(b, 0), c, 1, true);

            float[] result = new float[7];
            c.read(0, result, 0, 7);
            assertThat(result).containsExactly(7, 14, 19, 18, 25, 22, 31);
        }
    }
}
