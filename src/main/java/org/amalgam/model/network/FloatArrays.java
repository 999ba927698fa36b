package org.amalgam.model.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Float arrays in files: the length, then the values, big-endian. */
public final class FloatArrays {

    private FloatArrays() {}

    /** Writes length and values. */
    public static void write(DataOutput out, float[] values) throws IOException {
        out.writeInt(values.length);
        writeValues(out, values);
    }

    /** Writes values alone, as a part of what is read as one array. */
    static void writeValues(DataOutput out, float[] values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
        bytes.asFloatBuffer().put(values);
        out.write(bytes.array());
    }

    /**
     * Fills an array with what {@link #write} wrote.
     *
     * @throws IOException if the length differs
     */
    public static void read(DataInput in, float[] values) throws IOException {
        readLength(in, values.length);
        readValues(in, values);
    }

    /**
     * Reads how many values follow.
     *
     * @throws IOException if it is another number than this
     */
    static void readLength(DataInput in, int expected) throws IOException {
        int length = in.readInt();
        if (length != expected) {
            throw new IOException("array of " + length + " floats, expected " + expected);
        }
    }

    /** Fills an array with the values that come next. */
    static void readValues(DataInput in, float[] values) throws IOException {
        byte[] bytes = new byte[values.length * Float.BYTES];
        in.readFully(bytes);
        ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
    }
}
