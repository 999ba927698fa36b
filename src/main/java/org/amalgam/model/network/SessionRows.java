package org.amalgam.model.network;

import java.util.Arrays;

/**
 * Rows of floats for the steps of several sessions, one array a row, session after session. Keeps
 * its arrays from use to use. Not thread-safe.
 */
public final class SessionRows {

    private final int width;
    private float[][] rows = new float[0][];
    private int[] starts = new int[16];
    private int sessions;

    /** With rows of this width. */
    public SessionRows(int width) {
        this.width = width;
    }

    /** Forgets all sessions. */
    public void clear() {
        sessions = 0;
    }

    /** Adds a session of so many steps, whose rows the caller has yet to fill. */
    public void add(int steps) {
        if (sessions + 2 > starts.length) {
            starts = Arrays.copyOf(starts, 2 * starts.length);
        }
        sessions++;
        starts[sessions] = starts[sessions - 1] + steps;
        if (rows.length < rows()) {
            int kept = rows.length;
            rows = Arrays.copyOf(rows, rows() + rows() / 4);
            for (int row = kept; row < rows.length; row++) {
                rows[row] = new float[width];
            }
        }
    }

    /** How many sessions there are. */
    public int sessions() {
        return sessions;
    }

    /** How many steps a session has. */
    public int steps(int session) {
        return starts[session + 1] - starts[session];
    }

    /** How many steps all sessions have. */
    public int rows() {
        return starts[sessions];
    }

    /** Place of a step's row in {@link #all}. */
    public int place(int session, int step) {
        return starts[session] + step;
    }

    /** The row of a step. */
    public float[] row(int session, int step) {
        return rows[place(session, step)];
    }

    /** The row of a session's last step. */
    public float[] lastRow(int session) {
        return rows[starts[session + 1] - 1];
    }

    /** All rows in order, and behind them others without a meaning. */
    public float[][] all() {
        return rows;
    }
}
