package org.amalgam.model.gan;

/** How items without history get a row; the first three are what the last is measured against. */
public enum ColdStartMethod {
    /** The mean of the nearest content neighbours' rows. */
    NEIGHBOURS,
    /** A network trained by squared error to give warm items' rows. */
    REGRESSION,
    /** The generator trained through the recommender's softmax, without a discriminator. */
    GENERATOR,
    /** The generator with the discriminator. */
    ADVERSARIAL
}
