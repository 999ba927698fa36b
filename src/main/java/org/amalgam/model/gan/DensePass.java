package org.amalgam.model.gan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationTanH;

/**
 * A dense network forward and backward over batches of rows, on DL4J's parameters and leaving
 * gradients in DL4J's order, as its updater reads them. DL4J's own passes over such networks take
 * several times as long.
 */
final class DensePass implements AutoCloseable {

    private final List<PassStage> stages;
    private final int in;
    private final int out;
    private final float[] gradients;

    private DensePass(List<PassStage> stages, int in, int out, int parameters) {
        this.stages = List.copyOf(stages);
        this.in = in;
        this.out = out;
        this.gradients = new float[parameters];
    }

    /**
     * Passes over this network.
     *
     * @throws IllegalArgumentException if it has a layer or an activation for which there is no
     *     stage
     */
    static DensePass of(MultiLayerNetwork network) {
        List<PassStage> stages = new ArrayList<>();
        int at = 0;
        int width = 0;
        int in = 0;
        for (Layer made : network.getLayers()) {
            var layer = made.conf().getLayer();
            if (layer instanceof DenseLayer dense) {
                width = (int) dense.getNOut();
                in = stages.isEmpty() ? (int) dense.getNIn() : in;
                stages.add(new DenseStage((int) dense.getNIn(), width, at));
                addActivation(dense.getActivationFn(), width, stages);
            } else if (layer instanceof BatchNormalization norm) {
                stages.add(new NormStage(width, (float) norm.getDecay(), at));
            } else if (layer instanceof ActivationLayer activation) {
                addActivation(activation.getActivationFn(), width, stages);
            } else {
                throw new IllegalArgumentException("no stage for " + layer);
            }
            at += (int) made.numParams();
        }
        return new DensePass(stages, in, width, at);
    }

    private static void addActivation(IActivation function, int width, List<PassStage> stages) {
        if (function instanceof ActivationTanH) {
            stages.add(new ActivationStage(ActivationStage.Kind.TANH, width));
        } else if (function instanceof ActivationLReLU) {
            stages.add(new ActivationStage(ActivationStage.Kind.LEAKY_RELU, width));
        } else if (!(function instanceof ActivationIdentity)) {
            throw new IllegalArgumentException("no stage for " + function);
        }
    }

    /** Works with these parameters from now on; see {@link DenseNet#parameters}. */
    void take(float[] parameters) {
        stages.forEach(stage -> stage.take(parameters));
    }

    /**
     * What the network makes of {@code count} rows, [count × out]; see {@link PassStage#forward}.
     */
    float[] forward(float[] rows, int count, boolean training) {
        float[] values = rows;
        for (PassStage stage : stages) {
            values = stage.forward(values, count, training);
        }
        return Arrays.copyOf(values, count * out);
    }

    /** Gradients of the rows of the last {@link #forward} in training, [count × in]. */
    float[] backward(float[] upstream, int count) {
        float[] values = upstream;
        for (int l = stages.size() - 1; l >= 0; l--) {
            values = stages.get(l).backward(values, count, gradients);
        }
        return Arrays.copyOf(values, count * in);
    }

    /** See {@link PassStage#trainingIsOver}. */
    void trainingIsOver() {
        stages.forEach(PassStage::trainingIsOver);
    }

    /** Of all parameters, as the last {@link #backward} left them, in the parameters' order. */
    float[] gradients() {
        return gradients;
    }

    @Override
    public void close() {
        stages.forEach(PassStage::close);
    }
}
