package org.amalgam.pipeline;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.amalgam.config.NetworkSettings;
import org.amalgam.config.NetworkSettings.Loss;
import org.amalgam.config.NetworkSettingsBuilder;

/**
 * The space in which a network's settings are searched, around those it ships with: a draw starts
 * at one of them, and redraws each of the following with probability one half.
 *
 * <ul>
 *   <li>loss: cross-entropy or BPR-max;
 *   <li>learning rate: log-uniform in [0.01, 0.2];
 *   <li>encoder rate: log-uniform in [0.25, 1];
 *   <li>input dropout: 0 to 0.6, query dropout: 0 to 0.5, in steps of 0.05;
 *   <li>targets a batch: 32, 64, 128, 256;
 *   <li>sampling power: 0 to 0.9 in steps of 0.1;
 *   <li>query scale: 1, 2, 4, 8;
 *   <li>skip: 0, 0.5, 1;
 *   <li>table range: 0 (by size), 0.05, 0.1.
 * </ul>
 *
 * The rest (width, steps read, negatives, momentum, epochs, fine-tuning) stays as it is where the
 * draw starts. The same seed gives the same draws. Not thread-safe.
 */
final class NetworkSpace {

    private static final int[] BATCHES = {32, 64, 128, 256};
    private static final double[] SCALES = {1, 2, 4, 8};
    private static final double[] SKIPS = {0, 0.5, 1};
    private static final double[] RANGES = {0, 0.05, 0.1};
    private static final MathContext LEGIBLE = new MathContext(2);

    private final List<NetworkSettings> centres;
    private final SplittableRandom random;

    /**
     * @param centres the settings to search around, at least one
     */
    NetworkSpace(List<NetworkSettings> centres, long seed) {
        this.centres = List.copyOf(centres);
        this.random = new SplittableRandom(seed);
    }

    /** The next so many. */
    List<NetworkSettings> draw(int number) {
        List<NetworkSettings> drawn = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            drawn.add(draw());
        }
        return drawn;
    }

    private NetworkSettings draw() {
        NetworkSettingsBuilder draw = centres.get(random.nextInt(centres.size())).toBuilder();
        redraw(() -> draw.loss(random.nextBoolean() ? Loss.CROSS_ENTROPY : Loss.BPR_MAX));
        redraw(() -> draw.learningRate(logUniform(0.01, 0.2)));
        redraw(() -> draw.encoderRate(logUniform(0.25, 1)));
        redraw(() -> draw.inputDropout(random.nextInt(13) / 20.0));
        redraw(() -> draw.queryDropout(random.nextInt(11) / 20.0));
        redraw(() -> draw.batchTargets(BATCHES[random.nextInt(BATCHES.length)]));
        redraw(() -> draw.samplingPower(random.nextInt(10) / 10.0));
        redraw(() -> draw.queryScale(SCALES[random.nextInt(SCALES.length)]));
        redraw(() -> draw.skip(SKIPS[random.nextInt(SKIPS.length)]));
        redraw(() -> draw.tableRange(RANGES[random.nextInt(RANGES.length)]));
        return draw.build();
    }

    private void redraw(Runnable axis) {
        if (random.nextBoolean()) {
            axis.run();
        }
    }

    private double logUniform(double low, double high) {
        double value = Math.exp(random.nextDouble(Math.log(low), Math.log(high)));
        return new BigDecimal(value).round(LEGIBLE).doubleValue();
    }
}
