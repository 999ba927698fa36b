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

    private final float[] squares;
    private final float[] velocity;

    /** For an array of {@code length} parameters. */
    public Adagrad(int length) {
        this.squares = new float[length];
        this.velocity = new float[length];
    }

    /** Moves all parameters. */
    public void update(float[] parameters, float[] gradient, float rate, float momentum) {
        update(parameters, 0, gradient, 0, parameters.length, rate, momentum);
    }

    /** Moves {@code count} parameters from {@code at} on by the gradient from {@code from} on. */
    void update(
            float[] parameters,
            int at,
            float[] gradient,
            int from,
            int count,
            float rate,
            float momentum) {
        for (int i = 0; i < count; i++) {
            float g = gradient[from + i];
            float sum = squares[at + i] + g * g;
            float v = velocity[at + i] * momentum - rate * g / (float) Math.sqrt(sum + EPSILON);
            squares[at + i] = sum;
            velocity[at + i] = v;
            parameters[at + i] += v;
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
