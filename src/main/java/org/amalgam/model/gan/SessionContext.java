package org.amalgam.model.gan;

import java.util.Arrays;
import org.amalgam.model.network.PackedBatch;
import org.amalgam.model.network.SessionRows;

/**
 * What the generator and the discriminator know of a session: the mean of its steps, of which each
 * weighs {@link #DECAY} of the one after it, beside the last step itself; [2d] a row.
 */
final class SessionContext {

    static final float DECAY = 0.7f;

    private final int width;

    SessionContext(int width) {
        this.width = width;
    }

    /** The sum of the weights of t + 1 steps. */
    private static float weight(int t) {
        float weight = 0;
        for (int i = 0; i <= t; i++) {
            weight = weight * DECAY + 1;
        }
        return weight;
    }

    /** Fills the first 2d floats of each row, rows being {@code stride} apart. */
    void forward(PackedBatch batch, float[] inputs, float[] rows, int stride) {
        float[] sums = new float[batch.rowsAt(0) * width];
        for (int t = 0; t < batch.steps(); t++) {
            float share = 1 / weight(t);
            for (int k = 0; k < batch.rowsAt(t); k++) {
                int row = batch.start(t) + k;
                accumulate(inputs, row * width, sums, k * width, rows, row * stride, share);
            }
        }
    }

    private void accumulate(
            float[] inputs, int from, float[] sums, int at, float[] rows, int to, float share) {
        for (int j = 0; j < width; j++) {
            float sum = sums[at + j] * DECAY + inputs[from + j];
            sums[at + j] = sum;
            rows[to + j] = sum * share;
            rows[to + width + j] = inputs[from + j];
        }
    }

    /** Adds the gradients of rows to those of inputs. */
    void backward(PackedBatch batch, float[] rowGradients, int stride, float[] inputGradients) {
        float[] sums = new float[batch.rowsAt(0) * width];
        for (int t = batch.steps() - 1; t >= 0; t--) {
            float share = 1 / weight(t);
            for (int k = 0; k < batch.rowsAt(t); k++) {
                int row = batch.start(t) + k;
                int from = row * stride;
                int to = row * width;
                for (int j = 0; j < width; j++) {
                    float sum = sums[k * width + j] * DECAY + rowGradients[from + j] * share;
                    sums[k * width + j] = sum;
                    inputGradients[to + j] += sum + rowGradients[from + width + j];
                }
            }
        }
    }

    /** The 2d floats after the last step of a session. */
    void last(SessionRows sessions, int session, float[] row) {
        int steps = sessions.steps(session);
        Arrays.fill(row, 0, width, 0f);
        for (int t = 0; t < steps; t++) {
            float[] input = sessions.row(session, t);
            for (int j = 0; j < width; j++) {
                row[j] = row[j] * DECAY + input[j];
            }
        }
        float share = 1 / weight(steps - 1);
        for (int j = 0; j < width; j++) {
            row[j] *= share;
        }
        System.arraycopy(sessions.lastRow(session), 0, row, width, width);
    }
}
