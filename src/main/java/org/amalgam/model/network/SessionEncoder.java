package org.amalgam.model.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Turns the steps of sessions, as rows of d floats, into query rows of d floats: row p's query
 * knows its own step and those before it, nothing later. Owns its parameters, their gradients and
 * their optimiser. Not thread-safe.
 */
public interface SessionEncoder extends AutoCloseable {

    /**
     * Computes the queries of all rows.
     *
     * @param inputs [rows × d]; kept until {@link #backward}
     * @param queries filled, [rows × d]
     * @param step number of the training step, from which randomness is drawn; negative for none,
     *     which also leaves statistics of the batch out
     */
    void forward(PackedBatch batch, float[] inputs, float[] queries, long step);

    /**
     * Computes gradients of the last {@link #forward}.
     *
     * @param queryGradients [rows × d]
     * @param inputGradients filled, [rows × d]
     */
    void backward(PackedBatch batch, float[] queryGradients, float[] inputGradients);

    /**
     * Adds the gradient of an objective of the encoder's own, beside the ranking loss; none unless
     * overridden. Called between {@link #forward} and {@link #backward} of a training step.
     *
     * @param queries as {@link #forward} filled them
     * @param items the item table, to be read only
     * @param queryGradients [rows × d], added to
     */
    default void addOwnObjective(
            PackedBatch batch,
            float[] queries,
            EmbeddingTable items,
            float[] queryGradients,
            long step) {}

    /** From now on the encoder only fine-tunes, on batches that may be of one session. */
    default void trainingIsOver() {}

    /** Floating-point operations of a training step's products on this batch; 0 if not counted. */
    default double flops(PackedBatch batch) {
        return 0;
    }

    /** Moves the parameters by the gradients of the last {@link #backward}. */
    void update(float rate, float momentum);

    /** A copy of the parameters as they are now, to answer with. */
    QueryEncoder queryEncoder();

    /** Writes the network in DL4J's own format. */
    void saveNetworks(Path directory) throws IOException;

    /** Reads what {@link #saveNetworks} wrote. */
    void loadNetworks(Path directory) throws IOException;

    /** Writes what DL4J's format does not hold, such as an own optimiser's state. */
    void write(DataOutput out) throws IOException;

    /** Reads what {@link #write} wrote. */
    void read(DataInput in) throws IOException;

    /**
     * Writes the parameters, and whatever of their optimiser's state only DL4J's format holds: with
     * {@link #write} all that learning moves, equal bytes for equal states.
     */
    void writeParameters(DataOutput out) throws IOException;

    /** Reads what {@link #writeParameters} wrote for an encoder of the same width. */
    void readParameters(DataInput in) throws IOException;

    /** Frees native memory. */
    @Override
    void close();

    /** Makes an untrained encoder; the same seed gives the same parameters. */
    @FunctionalInterface
    interface Factory {
        SessionEncoder create(int width, long seed);
    }
}
