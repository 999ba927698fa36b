package org.amalgam.model.gan;

/** Mean and spread of warm rows, dimension by dimension: generators work on rows free of both. */
final class RowScale {

    private final float[] mean;
    private final float[] spread;

    /**
     * @param rows [n × width], n ≥ 2
     */
    RowScale(float[] rows, int width) {
        int n = rows.length / width;
        mean = new float[width];
        spread = new float[width];
        for (int j = 0; j < width; j++) {
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < n; i++) {
                double value = rows[i * width + j];
                sum += value;
                squares += value * value;
            }
            mean[j] = (float) (sum / n);
            double variance = squares / n - (sum / n) * (sum / n);
            spread[j] = (float) Math.sqrt(Math.max(variance, 1e-12));
        }
    }

    int width() {
        return mean.length;
    }

    /** Rows without mean and spread. */
    float[] toUnit(float[] rows) {
        float[] unit = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            int j = i % mean.length;
            unit[i] = (rows[i] - mean[j]) / spread[j];
        }
        return unit;
    }

    /** Rows with mean and spread. */
    float[] toRows(float[] unit) {
        float[] rows = new float[unit.length];
        for (int i = 0; i < unit.length; i++) {
            int j = i % mean.length;
            rows[i] = unit[i] * spread[j] + mean[j];
        }
        return rows;
    }

    /** Turns gradients by rows into gradients by unit rows, in place. */
    void toUnitGradients(float[] gradients) {
        for (int i = 0; i < gradients.length; i++) {
            gradients[i] *= spread[i % spread.length];
        }
    }

    /** Mean spread of these rows' dimensions over that of the warm rows. */
    double spreadRatio(float[] rows) {
        if (rows.length / width() < 2) {
            return 1;
        }
        RowScale own = new RowScale(rows, width());
        double sum = 0;
        for (int j = 0; j < width(); j++) {
            sum += own.spread[j] / spread[j];
        }
        return sum / width();
    }
}
