package org.amalgam.model.gan;

/**
 * How a GAN's training fares, as moving averages over its steps.
 *
 * @param spreadRatio standard deviation of generated embeddings over that of their targets'
 *     embeddings; between .5 and 1.3 when all is well, near 0 after a collapse
 * @param discriminatorAccuracy share of real and generated pairs told right; .5 is a coin's, 1 an
 *     adversary that has nothing to learn from
 */
public record GanHealth(float spreadRatio, float discriminatorAccuracy) {

    private static final float KEPT = 0.98f;

    static GanHealth unknown() {
        return new GanHealth(1f, 0.5f);
    }

    GanHealth with(float ratio, float accuracy) {
        return new GanHealth(
                spreadRatio * KEPT + ratio * (1 - KEPT),
                discriminatorAccuracy * KEPT + accuracy * (1 - KEPT));
    }
}
