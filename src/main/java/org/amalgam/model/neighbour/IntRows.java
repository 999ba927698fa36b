package org.amalgam.model.neighbour;

import java.util.Arrays;

/**
 * Rows of numbers that grow, in one array: a row that outgrows its room moves to the end with twice
 * as much. Reading a row means reading neighbouring memory.
 */
final class IntRows {

    private static final int FIRST_ROOM = 4;

    private int[] values = new int[1024];
    private int used;
    private int[] starts;
    private int[] sizes;
    private int[] rooms;
    private int rows;

    IntRows(int rows) {
        this.rows = rows;
        starts = new int[rows];
        sizes = new int[rows];
        rooms = new int[rows];
    }

    int rows() {
        return rows;
    }

    /** Number of the new, empty row. */
    int addRow() {
        if (rows == starts.length) {
            int length = Math.max(64, rows * 2);
            starts = Arrays.copyOf(starts, length);
            sizes = Arrays.copyOf(sizes, length);
            rooms = Arrays.copyOf(rooms, length);
        }
        return rows++;
    }

    void add(int row, int value) {
        makeRoom(row);
        values[starts[row] + sizes[row]++] = value;
    }

    /** Adds to a row that ascends, so that it still does. New values are mostly the largest. */
    void insert(int row, int value) {
        makeRoom(row);
        int start = starts[row];
        int at = start + sizes[row]++;
        while (at > start && values[at - 1] > value) {
            values[at] = values[at - 1];
            at--;
        }
        values[at] = value;
    }

    private void makeRoom(int row) {
        if (sizes[row] < rooms[row]) {
            return;
        }
        int room = Math.max(FIRST_ROOM, rooms[row] * 2);
        if (values.length - used < room) {
            values = Arrays.copyOf(values, Math.max(values.length * 2, used + room));
        }
        System.arraycopy(values, starts[row], values, used, sizes[row]);
        starts[row] = used;
        rooms[row] = room;
        used += room;
    }

    boolean contains(int row, int value) {
        int start = starts[row];
        for (int at = start + sizes[row] - 1; at >= start; at--) {
            if (values[at] == value) {
                return true;
            }
        }
        return false;
    }

    int size(int row) {
        return sizes[row];
    }

    int get(int row, int index) {
        return values[starts[row] + index];
    }

    /** Where all rows are kept, until one grows; row r is from {@code start(r)} on. */
    int[] values() {
        return values;
    }

    int start(int row) {
        return starts[row];
    }
}
