package org.amalgam.model.gan;

import java.util.SplittableRandom;

/** What a generator is given beside its condition. */
final class Noise {

    private Noise() {}

    /** Twelve uniforms less six: a normal variate, near enough for noise. */
    static float normal(SplittableRandom random) {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return (float) sum;
    }
}
