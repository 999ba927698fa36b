package org.amalgam.model.gan;

/**
 * One layer of a {@link DensePass}. Parameters and their gradients stand in one array for the whole
 * network, in which each stage knows its place. Arrays that it returns are its own, may be longer
 * than needed, and hold until its next call.
 */
interface PassStage extends AutoCloseable {

    /** Works with these parameters from now on; the array is the whole network's. */
    void take(float[] parameters);

    /**
     * What the layer makes of {@code count} rows.
     *
     * @param training with statistics of the batch, where the layer has any; what it computes is
     *     kept for {@link #backward}
     */
    float[] forward(float[] rows, int count, boolean training);

    /**
     * The gradients of the rows of the last {@link #forward} in training.
     *
     * @param gradients of what that returned; left as they are
     * @param ofParameters the whole network's, of which the layer fills its own
     */
    float[] backward(float[] gradients, int count, float[] ofParameters);

    /** From now on the network only fine-tunes, on batches that may be very small. */
    default void trainingIsOver() {}

    /** Frees native memory. */
    @Override
    void close();
}
