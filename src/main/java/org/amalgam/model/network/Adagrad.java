package org.amalgam.model.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Adagrad with momentum (as in GRU4Rec): v ← μ·v − η·g / √(Σg² + ε); p ← p + v. One instance goes
 * with one parameter array.
 */
public final class Adagrad {

    private static final float EPSILON = 1e-6f;

    /** Parameters moved at a time; their state fits the innermost cache. */
    private static final int BLOCK = 512;

    private final float[] squares;
    private final float[] velocity;

    /** For an array of {@code length} parameters. */
    public Adagrad(int length) {
        this.squares = new float[length];
        this.velocity = new float[length];
    }

    /** Moves all parameters. */
    public void update(float[] parameters, float[] gradient, float rate, float momentum) {
        new Step(rate, momentum).move(this, 0, parameters, 0, gradient, 0, parameters.length);
    }

    /** Σg² by parameter; not a copy. */
    float[] squares() {
        return squares;
    }

    /** The latest moves by parameter; not a copy. */
    float[] velocity() {
        return velocity;
    }

    /**
     * One step, of as many parameters as wanted. Threads that move different parameters take one
     * each.
     */
    static final class Step {

        private final float rate;
        private final float momentum;

        // A block of everything, each from index 0 on, without which the loops get no vector code.
        private final float[] block = new float[BLOCK];
        private final float[] sums = new float[BLOCK];
        private final float[] moves = new float[BLOCK];

        Step(float rate, float momentum) {
            this.rate = rate;
            this.momentum = momentum;
        }

        /**
         * Moves {@code count} parameters from {@code at} on by the gradient from {@code from} on.
         *
         * @param state of the parameters, whose first has place {@code stateAt} there
         */
        void move(
                Adagrad state,
                int stateAt,
                float[] parameters,
                int at,
                float[] gradient,
                int from,
                int count) {
            for (int done = 0; done < count; done += BLOCK) {
                int size = Math.min(BLOCK, count - done);
                System.arraycopy(gradient, from + done, block, 0, size);
                decide(state, stateAt + done, size);
                System.arraycopy(parameters, at + done, block, 0, size);
                for (int i = 0; i < size; i++) {
                    block[i] += moves[i];
                }
                System.arraycopy(block, 0, parameters, at + done, size);
            }
        }

        /** Fills {@code moves} from the gradient in {@code block}. */
        private void decide(Adagrad state, int at, int size) {
            System.arraycopy(state.squares, at, sums, 0, size);
            System.arraycopy(state.velocity, at, moves, 0, size);
            for (int i = 0; i < size; i++) {
                float g = block[i];
                float sum = sums[i] + g * g;
                sums[i] = sum;
                moves[i] = moves[i] * momentum - rate * g / (float) Math.sqrt(sum + EPSILON);
            }
            System.arraycopy(sums, 0, state.squares, at, size);
            System.arraycopy(moves, 0, state.velocity, at, size);
        }
    }

    /** Writes the state. */
    public void write(DataOutput out) throws IOException {
        FloatArrays.write(out, squares);
        FloatArrays.write(out, velocity);
    }

    /** Reads a state of the same length. */
    public void read(DataInput in) throws IOException {
        FloatArrays.read(in, squares);
        FloatArrays.read(in, velocity);
    }
}
