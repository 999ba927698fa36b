package org.amalgam.model.gan;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.amalgam.model.network.FloatArrays;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.updater.MultiLayerUpdater;
import org.deeplearning4j.nn.updater.UpdaterBlock;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * Adam (Kingma and Ba 2015, algorithm 1 in the order of section 2's end) for the parameters of a
 * DL4J network, with the settings and the state of the network's updater. Parameters that the
 * network has no Adam for, the running statistics of batch norm, move by their gradients. A call of
 * DL4J's updater takes longer than a whole step of fine-tuning.
 */
final class DenseAdam {

    private final List<Block> blocks = new ArrayList<>();
    private final float[] means;
    private final float[] squares;
    private int steps;

    /**
     * Parameters side by side that move alike.
     *
     * @param state where the block's means begin in the updater's state, with its squares behind
     */
    private record Block(int from, int to, int state, Adam adam) {

        int size() {
            return to - from;
        }
    }

    /** With the state that the network's updater has. */
    DenseAdam(MultiLayerNetwork network) {
        int parameters = (int) network.numParams();
        means = new float[parameters];
        squares = new float[parameters];
        var updater = (MultiLayerUpdater) network.getUpdater();
        float[] state = DenseParameters.rows(updater.getStateViewArray());
        for (UpdaterBlock block : updater.getUpdaterBlocks()) {
            if (updater(block) instanceof Adam adam) {
                Block own =
                        new Block(
                                block.getParamOffsetStart(),
                                block.getParamOffsetEnd(),
                                block.getUpdaterViewOffsetStart(),
                                adam);
                blocks.add(own);
                System.arraycopy(state, own.state, means, own.from, own.size());
                System.arraycopy(state, own.state + own.size(), squares, own.from, own.size());
            }
        }
    }

    private static IUpdater updater(UpdaterBlock block) {
        UpdaterBlock.ParamState first = block.getLayersAndVariablesInBlock().get(0);
        return first.getLayer().getConfig().getUpdaterByParam(first.getParamName());
    }

    /** Moves the parameters by a step, shortened by this factor. */
    void update(float[] parameters, float[] gradients, float factor) {
        int at = 0;
        for (Block block : blocks) {
            follow(parameters, gradients, at, block.from, factor);
            move(parameters, gradients, block, factor);
            at = block.to;
        }
        follow(parameters, gradients, at, parameters.length, factor);
        steps++;
    }

    private static void follow(
            float[] parameters, float[] gradients, int from, int to, float factor) {
        for (int i = from; i < to; i++) {
            parameters[i] -= factor * gradients[i];
        }
    }

    private void move(float[] parameters, float[] gradients, Block block, float factor) {
        Adam adam = block.adam;
        float keptMean = (float) adam.getBeta1();
        float keptSquare = (float) adam.getBeta2();
        float newMean = 1 - keptMean;
        float newSquare = 1 - keptSquare;
        float epsilon = (float) adam.getEpsilon();
        float rate = factor * (float) rate(adam);
        for (int i = block.from; i < block.to; i++) {
            float gradient = gradients[i];
            float mean = means[i] * keptMean + gradient * newMean;
            float square = squares[i] * keptSquare + gradient * gradient * newSquare;
            means[i] = mean;
            squares[i] = square;
            parameters[i] -= rate * mean / ((float) Math.sqrt(square) + epsilon);
        }
    }

    /** The rate of the step that comes, both averages' bias towards 0 corrected. */
    private double rate(Adam adam) {
        double corrected = Math.sqrt(1 - Math.pow(adam.getBeta2(), steps + 1.0));
        return adam.getLearningRate() * corrected / (1 - Math.pow(adam.getBeta1(), steps + 1.0));
    }

    int steps() {
        return steps;
    }

    void setSteps(int count) {
        steps = count;
    }

    /** Gives the network's updater this state. */
    void store(MultiLayerNetwork network) {
        INDArray view = network.getUpdater().getStateViewArray();
        float[] state = new float[(int) view.length()];
        for (Block block : blocks) {
            System.arraycopy(means, block.from, state, block.state, block.size());
            System.arraycopy(squares, block.from, state, block.state + block.size(), block.size());
        }
        DenseParameters.fill(view, state);
    }

    /** Writes the state but the number of steps. */
    void write(DataOutput out) throws IOException {
        FloatArrays.write(out, means);
        FloatArrays.write(out, squares);
    }

    /** Reads what {@link #write} wrote. */
    void read(DataInput in) throws IOException {
        FloatArrays.read(in, means);
        FloatArrays.read(in, squares);
    }
}
