package org.amalgam.model.baseline;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/** How often item b went with item a, kept only for pairs that occurred. */
final class PairCounts {

    private static final int FIRST_CAPACITY = 4;

    private final Int2IntOpenHashMap[] rows;
    private final long[] rowSums;

    PairCounts(int items) {
        rows = new Int2IntOpenHashMap[items];
        rowSums = new long[items];
    }

    void add(int a, int b) {
        add(a, b, 1);
    }

    void add(int a, int b, int times) {
        Int2IntOpenHashMap row = rows[a];
        if (row == null) {
            row = new Int2IntOpenHashMap(FIRST_CAPACITY);
            rows[a] = row;
        }
        row.addTo(b, times);
        rowSums[a] += times;
    }

    /** All counts of item a together. */
    long sum(int a) {
        return rowSums[a];
    }

    /** Visits the pairs of item a, in no order that means anything. */
    void forEach(int a, Visitor visitor) {
        Int2IntOpenHashMap row = rows[a];
        if (row != null) {
            var entries = row.int2IntEntrySet().fastIterator();
            while (entries.hasNext()) {
                var entry = entries.next();
                visitor.visit(entry.getIntKey(), entry.getIntValue());
            }
        }
    }

    /** Sees one pair of a row. */
    @FunctionalInterface
    interface Visitor {
        void visit(int b, int count);
    }

    /** Pairs in item order: equal counts give equal bytes, whatever order they came in. */
    void write(DataOutputStream out) throws IOException {
        for (Int2IntOpenHashMap row : rows) {
            if (row == null) {
                out.writeInt(0);
                continue;
            }
            int[] items = row.keySet().toIntArray();
            Arrays.sort(items);
            out.writeInt(items.length);
            for (int item : items) {
                out.writeInt(item);
                out.writeInt(row.get(item));
            }
        }
    }

    void read(DataInputStream in) throws IOException {
        for (int a = 0; a < rows.length; a++) {
            int size = in.readInt();
            if (size < 0 || size > rows.length) {
                throw new IOException("item " + a + " with " + size + " pairs; train again");
            }
            rows[a] = size == 0 ? null : new Int2IntOpenHashMap(Math.max(size, FIRST_CAPACITY));
            rowSums[a] = 0;
            for (int i = 0; i < size; i++) {
                int b = in.readInt();
                int count = in.readInt();
                rows[a].put(b, count);
                rowSums[a] += count;
            }
        }
    }
}
