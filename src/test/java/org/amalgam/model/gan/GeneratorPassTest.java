package org.amalgam.model.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.amalgam.model.network.Toy;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.learning.config.Adam;

/** DL4J's passes over the same network are the reference. */
class GeneratorPassTest {

    private static final int IN = 11;
    private static final int HIDDEN = 9;
    private static final int OUT = 5;
    private static final int COUNT = 23;
    private static final Offset<Float> NEAR = within(2e-5f);

    private final DenseNet reference = net();
    private final DenseNet own = net();
    private final GeneratorPass pass = new GeneratorPass(IN, HIDDEN, OUT);

    private static DenseNet net() {
        return DenseNet.generator(IN, HIDDEN, OUT, 5, new Adam(1e-2, 0.9, 0.999, 1e-8));
    }

    @AfterEach
    void close() {
        pass.close();
    }

    @Test
    void trainsAsDl4jDoes() {
        float[] outputs = new float[COUNT * OUT];
        float[] rowGradients = new float[COUNT * IN];
        pass.take(own.parameters());
        for (int step = 0; step < 40; step++) {
            float[] rows = Toy.gaussian(COUNT * IN, 1.5, step);
            float[] upstream = Toy.gaussian(COUNT * OUT, 0.5, 1000 + step);
            pass.forward(rows, COUNT, true, outputs);
            pass.backward(upstream, COUNT, rowGradients);
            assertThat(outputs).containsExactly(reference.forward(rows, COUNT, true), NEAR);
            assertThat(rowGradients).containsExactly(reference.backward(upstream, COUNT), NEAR);
            float factor = step % 2 == 0 ? 1f : 0.5f;
            reference.update(factor);
            // Batch norm takes it out; in DL4J rounding moves it all the same.
            reference.setParameter("0_b", new float[HIDDEN]);
            assertThat(pass.gradients()).as("step " + step).hasSameSizeAs(reference.gradients());
            own.update(pass.gradients(), factor);
            pass.take(own.parameters());
        }
        for (String key :
                new String[] {"0_W", "1_gamma", "1_beta", "1_mean", "1_var", "3_W", "3_b"}) {
            float[] expected = reference.parameter(key);
            assertThat(own.parameter(key)).as(key).containsExactly(expected, within(1e-3f));
        }
    }

    @Test
    void servesAsDl4jDoes() {
        float[] rows = Toy.gaussian(COUNT * IN, 1.5, 7);
        float[] outputs = new float[COUNT * OUT];
        for (int step = 0; step < 10; step++) {
            own.forward(rows, COUNT, true);
            own.backward(Toy.gaussian(COUNT * OUT, 0.5, step), COUNT);
            own.update(1f);
        }
        pass.take(own.parameters());

        pass.forward(rows, COUNT, false, outputs);

        assertThat(outputs).containsExactly(own.forward(rows, COUNT, false), NEAR);
    }
}
