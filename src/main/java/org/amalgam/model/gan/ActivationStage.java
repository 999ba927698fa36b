package org.amalgam.model.gan;

import static org.amalgam.model.network.FastMath.atLeast;

import org.amalgam.model.network.FastMath;
import org.amalgam.model.network.Halves;

/** An activation, element by element; no parameters. */
final class ActivationStage implements PassStage {

    /** DL4J's slope of the leaky ReLU below 0. */
    private static final float LEAK = 0.01f;

    /** Which function. */
    enum Kind {
        TANH,
        LEAKY_RELU
    }

    private final Kind kind;
    private final int width;
    private float[] result = new float[0];

    ActivationStage(Kind kind, int width) {
        this.kind = kind;
        this.width = width;
    }

    @Override
    public void take(float[] parameters) {
        // none of them is its own
    }

    @Override
    public float[] forward(float[] rows, int count, boolean training) {
        result = atLeast(result, count * width);
        Halves.of(
                count,
                (from, to) -> {
                    int at = from * width;
                    int size = (to - from) * width;
                    if (kind == Kind.TANH) {
                        FastMath.tanh(rows, at, result, at, size);
                    } else {
                        for (int i = at; i < at + size; i++) {
                            result[i] = rows[i] > 0 ? rows[i] : LEAK * rows[i];
                        }
                    }
                });
        return result;
    }

    /** Both functions' slopes follow from their results. */
    @Override
    public float[] backward(float[] gradients, int count, float[] ofParameters) {
        for (int i = 0; i < count * width; i++) {
            float slope = kind == Kind.TANH ? 1 - result[i] * result[i] : result[i] > 0 ? 1f : LEAK;
            result[i] = gradients[i] * slope;
        }
        return result;
    }

    @Override
    public void close() {
        // no native memory
    }
}
