package org.amalgam.model.gan;

/**
 * Rows that a method offers.
 *
 * @param held rows of the held-out items
 * @param cold rows of the cold items
 * @param steps of training so far
 * @param loss mean of what was minimised lately
 * @param discriminatorAccuracy of the last step; .5 without a discriminator
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record CandidateRows(
        float[] held, float[] cold, int steps, double loss, double discriminatorAccuracy) {}
