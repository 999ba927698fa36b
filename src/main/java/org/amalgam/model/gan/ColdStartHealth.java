package org.amalgam.model.gan;

/**
 * How the making of rows went.
 *
 * @param steps of training after which the rows were taken; 0 for methods without training
 * @param validation NDCG@20 of held-out items among all plus that among themselves, in [0, 2]
 * @param spreadRatio mean spread of the new items' rows over that of warm ones; between .5 and 1.3
 *     when all is well
 * @param loss last mean of what was minimised: cross-entropy or squared error; 0 without training
 * @param discriminatorAccuracy share of pairs told right in the last step; .5 without one
 * @param validationLoss share of validation cases that the new items push off the top 20
 */
public record ColdStartHealth(
        int steps,
        double validation,
        double spreadRatio,
        double loss,
        double discriminatorAccuracy,
        double validationLoss) {}
