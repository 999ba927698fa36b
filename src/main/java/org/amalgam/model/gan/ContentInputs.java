package org.amalgam.model.gan;

import org.amalgam.model.content.ContentVectors;

/** Content as networks read it: scaled by one factor, so that a dimension's mean spread is 1. */
final class ContentInputs {

    private final ContentVectors content;
    private final float factor;

    /**
     * @param train items over which the spread is taken
     */
    ContentInputs(ContentVectors content, int[] train) {
        this.content = content;
        int width = content.width();
        float[] rows = new float[train.length * width];
        for (int i = 0; i < train.length; i++) {
            content.copy(train[i], rows, i * width);
        }
        double total = 0;
        for (int j = 0; j < width; j++) {
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < train.length; i++) {
                double value = rows[i * width + j];
                sum += value;
                squares += value * value;
            }
            double mean = sum / train.length;
            total += Math.sqrt(Math.max(0, squares / train.length - mean * mean));
        }
        this.factor = (float) (width / Math.max(total, 1e-9));
    }

    int width() {
        return content.width();
    }

    /** The vectors of the first {@code n} of these items, [n × width]. */
    float[] of(int[] items, int n) {
        float[] rows = new float[n * width()];
        for (int i = 0; i < n; i++) {
            content.copy(items[i], rows, i * width());
        }
        for (int i = 0; i < rows.length; i++) {
            rows[i] *= factor;
        }
        return rows;
    }
}
