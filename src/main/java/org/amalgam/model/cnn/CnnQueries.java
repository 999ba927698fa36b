package org.amalgam.model.cnn;

import java.util.Arrays;
import org.amalgam.kernel.ScoreTable;
import org.amalgam.model.network.QueryEncoder;
import org.amalgam.model.network.SessionRows;

/**
 * Queries of sessions by a copy of the convolutions' parameters. Only those steps are computed that
 * the last one depends on. A block's weights are laid out as the item table is, channels for items,
 * so that one kernel serves both.
 */
final class CnnQueries implements QueryEncoder {

    private static final int BLOCKS = CnnNetwork.BLOCKS;
    private static final int TAPS = CnnNetwork.TAPS;

    private final int width;
    private final CausalBlock[] source;
    private final ScoreTable[] weights = new ScoreTable[BLOCKS];

    /** What the taps of each step that is computed read, side by side. */
    private final SessionRows read;

    /** What each block makes of it. */
    private final SessionRows[] above = new SessionRows[BLOCKS];

    /**
     * @param source the blocks to copy
     */
    CnnQueries(int width, CausalBlock[] source) {
        this.width = width;
        this.source = source;
        this.read = new SessionRows(TAPS * width);
        for (int l = 0; l < BLOCKS; l++) {
            weights[l] = new ScoreTable(width, TAPS * width);
            above[l] = new SessionRows(width);
        }
        refresh();
    }

    @Override
    public void refresh() {
        for (int l = 0; l < BLOCKS; l++) {
            weights[l].putColumns(source[l].weights, 0, source[l].bias);
        }
    }

    @Override
    public void encode(SessionRows sessions, float[][] queries) {
        SessionRows below = sessions;
        for (int l = 0; l < BLOCKS; l++) {
            block(l, below, stepsAbove(l));
            below = above[l];
        }
        for (int s = 0; s < sessions.sessions(); s++) {
            System.arraycopy(below.lastRow(s), 0, queries[s], 0, width);
        }
    }

    /** How many of a block's last steps the query depends on. */
    private static int stepsAbove(int block) {
        int steps = 1;
        for (int l = block + 1; l < BLOCKS; l++) {
            steps += (TAPS - 1) * CnnNetwork.dilation(l);
        }
        return steps;
    }

    /** The last so many steps of a block, or all where there are fewer. */
    private void block(int l, SessionRows below, int wanted) {
        read.clear();
        above[l].clear();
        for (int s = 0; s < below.sessions(); s++) {
            int steps = Math.min(wanted, below.steps(s));
            read.add(steps);
            above[l].add(steps);
            for (int t = 0; t < steps; t++) {
                gather(
                        below,
                        s,
                        below.steps(s) - steps + t,
                        CnnNetwork.dilation(l),
                        read.row(s, t));
            }
        }
        weights[l].score(read.all(), read.rows(), above[l].all());
        for (int row = 0; row < read.rows(); row++) {
            float[] own = read.all()[row];
            float[] out = above[l].all()[row];
            for (int j = 0; j < width; j++) {
                out[j] = own[j] + Math.max(0f, out[j]);
            }
        }
    }

    /** What the taps of a step read; zeros before the session's start. */
    private void gather(SessionRows below, int session, int step, int dilation, float[] filled) {
        for (int tap = 0; tap < TAPS; tap++) {
            int from = step - tap * dilation;
            if (from < 0) {
                Arrays.fill(filled, tap * width, filled.length, 0f);
                return;
            }
            System.arraycopy(below.row(session, from), 0, filled, tap * width, width);
        }
    }
}
