package org.amalgam.model.lstm;

import java.util.Arrays;
import java.util.function.Supplier;
import org.amalgam.kernel.ScoreTable;
import org.amalgam.model.network.QueryEncoder;
import org.amalgam.model.network.SessionRows;

/**
 * Queries of sessions by a copy of an LSTM layer's parameters. The weights are laid out as the item
 * table is, gates for items, so that one kernel serves both.
 */
final class LstmQueries implements QueryEncoder {

    private final int width;
    private final Supplier<LstmWeights> source;
    private final ScoreTable inputWeights;
    private final ScoreTable recurrentWeights;
    private final float[] noBias;
    private final LstmCell cell;
    private final SessionRows gates;

    /** What the hidden rows of those sessions that have another step ask of its gates. */
    private float[][] sums = new float[0][];

    private float[][] hidden = new float[0][];
    private float[][] cells = new float[0][];
    private final float[] tanh;

    /**
     * @param source the parameters to copy
     */
    LstmQueries(int width, Supplier<LstmWeights> source) {
        this.width = width;
        this.source = source;
        this.inputWeights = new ScoreTable(4 * width, width);
        this.recurrentWeights = new ScoreTable(4 * width, width);
        this.noBias = new float[4 * width];
        this.cell = new LstmCell(width);
        this.gates = new SessionRows(4 * width);
        this.tanh = new float[width];
        refresh();
    }

    @Override
    public void refresh() {
        LstmWeights now = source.get();
        inputWeights.putColumns(now.input, 0, now.bias);
        recurrentWeights.putColumns(now.recurrent, 0, noBias);
    }

    @Override
    public void encode(SessionRows sessions, float[][] queries) {
        reserve(sessions.sessions());
        gates.clear();
        int longest = 0;
        for (int s = 0; s < sessions.sessions(); s++) {
            gates.add(sessions.steps(s));
            longest = Math.max(longest, sessions.steps(s));
        }
        inputWeights.score(sessions.all(), sessions.rows(), gates.all());
        for (int t = 0; t < longest; t++) {
            if (t > 0) {
                recur(t, queries);
            }
            for (int s = 0; s < sessions.sessions(); s++) {
                if (t < sessions.steps(s)) {
                    int before = t == 0 ? -1 : 0;
                    cell.forward(gates.row(s, t), cells[s], tanh, queries[s], 0, before);
                }
            }
        }
    }

    /** Adds to the gates of step t what the hidden rows of the step before ask of them. */
    private void recur(int t, float[][] queries) {
        int going = 0;
        for (int s = 0; s < gates.sessions(); s++) {
            if (t < gates.steps(s)) {
                hidden[going++] = queries[s];
            }
        }
        recurrentWeights.score(hidden, going, sums);
        going = 0;
        for (int s = 0; s < gates.sessions(); s++) {
            if (t < gates.steps(s)) {
                float[] row = gates.row(s, t);
                float[] sum = sums[going++];
                for (int j = 0; j < row.length; j++) {
                    row[j] += sum[j];
                }
            }
        }
    }

    private void reserve(int sessions) {
        int kept = sums.length;
        if (kept < sessions) {
            hidden = new float[sessions][];
            sums = Arrays.copyOf(sums, sessions);
            cells = Arrays.copyOf(cells, sessions);
            for (int s = kept; s < sessions; s++) {
                sums[s] = new float[4 * width];
                cells[s] = new float[width];
            }
        }
    }
}
