package org.amalgam.model.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.amalgam.model.network.Toy;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;

/** DL4J's updater is the reference. */
class DenseAdamTest {

    private static final int IN = 11;
    private static final int OUT = 5;
    private static final int COUNT = 23;

    private static DenseNet generator() {
        return DenseNet.generator(IN, 9, OUT, 5, new Adam(1e-2, 0.9, 0.999, 1e-8));
    }

    private static void pass(DenseNet net, int step) {
        net.forward(Toy.gaussian(COUNT * IN, 1.5, step), COUNT, true);
        net.backward(Toy.gaussian(COUNT * OUT, 0.5, 1000 + step), COUNT);
    }

    @Test
    void movesParametersAsDl4jDoes() {
        try (DenseNet net = generator()) {
            MultiLayerNetwork reference = net.network().clone();
            reference.initGradientsView();
            for (int step = 0; step < 40; step++) {
                pass(net, step);
                float factor = step % 3 == 0 ? 0.5f : 1f;
                INDArray flat = reference.getFlattenedGradients();
                DenseParameters.fill(flat, net.gradients());
                var gradient = new DefaultGradient(flat);
                reference
                        .getUpdater()
                        .update(reference, gradient, step, 0, 1, LayerWorkspaceMgr.noWorkspaces());
                reference.params().subi(gradient.gradient().mul(factor));

                net.update(factor);

                assertThat(net.parameters())
                        .as("step " + step)
                        .containsExactly(
                                DenseParameters.rows(reference.params()),
                                within(2e-6f * (step + 1)));
            }
            assertThat(state(net.network())).containsExactly(state(reference), within(1e-6f));
        }
    }

    private static float[] state(MultiLayerNetwork network) {
        return DenseParameters.rows(network.getUpdater().getStateViewArray());
    }

    @Test
    void givesParametersByNameAsDl4jDoes() {
        try (DenseNet net = generator()) {
            for (String key : net.network().paramTable().keySet()) {
                assertThat(net.parameter(key))
                        .as(key)
                        .containsExactly(DenseParameters.rows(net.network().getParam(key)));
            }
            float[] other = Toy.gaussian(IN * 9, 1, 3);
            net.setParameter("0_W", other);
            assertThat(DenseParameters.rows(net.network().getParam("0_W"))).containsExactly(other);
        }
    }

    @Test
    void goesOnFromFilesAndFromStatesAsIfNothingHadBeen(@TempDir Path directory)
            throws IOException {
        Path file = directory.resolve("net.zip");
        try (DenseNet net = generator();
                DenseNet fromFile = generator();
                DenseNet fromState = generator()) {
            for (int step = 0; step < 5; step++) {
                pass(net, step);
                net.update(1f);
            }
            net.save(file);
            fromFile.load(file);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            net.writeState(new DataOutputStream(bytes));
            fromState.readState(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
            for (DenseNet other : new DenseNet[] {fromFile, fromState}) {
                other.setUpdates(net.updates());
            }
            for (int step = 5; step < 10; step++) {
                for (DenseNet each : new DenseNet[] {net, fromFile, fromState}) {
                    pass(each, step);
                    each.update(1f);
                }
            }
            assertThat(fromFile.parameters()).containsExactly(net.parameters());
            assertThat(fromState.parameters()).containsExactly(net.parameters());
        }
    }
}
