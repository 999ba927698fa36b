package org.amalgam.model.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.amalgam.model.network.Toy;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/** DL4J's passes over the same networks are the reference. */
class DensePassTest {

    private static final int IN = 11;
    private static final int COUNT = 23;

    private static Adam adam() {
        return new Adam(1e-2, 0.9, 0.999, 1e-8);
    }

    static Stream<Named<DenseNet>> networks() {
        return Stream.of(
                Named.of("generator", DenseNet.generator(IN, 9, 5, 5, adam())),
                Named.of("content layer", DenseNet.contentLayer(IN, 9, 6, adam())),
                Named.of("row layers", DenseNet.rowLayers(IN, 7, 7, adam())),
                Named.of("discriminator", DenseNet.discriminator(IN, 9, 8, adam())));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void passesAreThoseOfDl4jAllThroughTraining(DenseNet net) {
        for (int step = 0; step < 30; step++) {
            float[] rows = Toy.gaussian(COUNT * IN, 1.5, step);
            float[] outputs = net.forward(rows, COUNT, true);
            float[] upstream = Toy.gaussian(outputs.length, 0.5, 1000 + step);
            float[] rowGradients = net.backward(upstream, COUNT);
            float[] gradients = net.gradients().clone();

            assertThat(outputs).containsExactly(values(dl4j(net, rows, true)), within(2e-5f));
            Pair<Gradient, INDArray> expected =
                    net.network()
                            .backpropGradient(matrix(upstream), LayerWorkspaceMgr.noWorkspaces());
            assertThat(rowGradients).containsExactly(values(expected.getSecond()), within(5e-5f));
            assertThat(gradients)
                    .as("step " + step)
                    .containsExactly(values(expected.getFirst().gradient()), within(1e-4f));
            net.update(step % 2 == 0 ? 1f : 0.5f);
        }
        float[] rows = Toy.gaussian(COUNT * IN, 1.5, 99);
        assertThat(net.forward(rows, COUNT, false))
                .containsExactly(values(dl4j(net, rows, false)), within(2e-5f));
        net.close();
    }

    private static INDArray dl4j(DenseNet net, float[] rows, boolean training) {
        net.network().setInput(matrix(rows));
        List<INDArray> activations = net.network().feedForward(training, false);
        return activations.get(activations.size() - 1);
    }

    private static INDArray matrix(float[] rows) {
        return Nd4j.create(rows, new long[] {COUNT, rows.length / COUNT}, 'c');
    }

    private static float[] values(INDArray array) {
        return array.dup('c').data().asFloat();
    }
}
