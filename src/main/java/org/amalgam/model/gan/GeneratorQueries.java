package org.amalgam.model.gan;

import org.amalgam.kernel.ScoreTable;
import org.amalgam.model.network.FastMath;
import org.amalgam.model.network.QueryEncoder;
import org.amalgam.model.network.SessionRows;

/**
 * Queries of sessions by a copy of the generator's parameters, batch norm folded in; the noise
 * counts as zero. Weights are laid out as the item table is, so that one kernel serves both.
 */
final class GeneratorQueries implements QueryEncoder {

    private final int width;
    private final DenseNet source;
    private final SessionContext context;
    private final ScoreTable firstWeights;
    private final ScoreTable secondWeights;
    private final SessionRows contexts;
    private final SessionRows hidden;
    private final float[] noBias;
    private float[] scale;
    private float[] shift;

    /**
     * @param source the generator to copy
     */
    GeneratorQueries(int width, DenseNet source) {
        this.width = width;
        this.source = source;
        this.context = new SessionContext(width);
        int hiddenWidth = source.parameter("0_b").length;
        this.firstWeights = new ScoreTable(hiddenWidth, 2 * width);
        this.secondWeights = new ScoreTable(width, hiddenWidth);
        this.contexts = new SessionRows(2 * width);
        this.hidden = new SessionRows(hiddenWidth);
        this.noBias = new float[hiddenWidth];
        refresh();
    }

    @Override
    public void refresh() {
        // Its last rows are the noise's.
        firstWeights.putColumns(source.parameter("0_W"), 0, noBias);
        float[] bias = source.parameter("0_b");
        scale = source.parameter("1_gamma");
        shift = source.parameter("1_beta");
        float[] mean = source.parameter("1_mean");
        float[] variance = source.parameter("1_var");
        for (int j = 0; j < scale.length; j++) {
            scale[j] /= (float) Math.sqrt(variance[j] + NormStage.EPSILON);
            shift[j] += (bias[j] - mean[j]) * scale[j];
        }
        secondWeights.putColumns(source.parameter("3_W"), 0, source.parameter("3_b"));
    }

    @Override
    public void encode(SessionRows sessions, float[][] queries) {
        int count = sessions.sessions();
        contexts.clear();
        hidden.clear();
        for (int s = 0; s < count; s++) {
            contexts.add(1);
            hidden.add(1);
            context.last(sessions, s, contexts.row(s, 0));
        }
        firstWeights.score(contexts.all(), count, hidden.all());
        for (int s = 0; s < count; s++) {
            float[] row = hidden.row(s, 0);
            for (int j = 0; j < row.length; j++) {
                row[j] = row[j] * scale[j] + shift[j];
            }
            FastMath.tanh(row, 0, row, 0, row.length);
        }
        secondWeights.score(hidden.all(), count, queries);
        for (int s = 0; s < count; s++) {
            float[] last = sessions.lastRow(s);
            for (int j = 0; j < width; j++) {
                queries[s][j] += last[j];
            }
        }
    }
}
