package org.amalgam.model.attribute;

/** Guesses the class of an item. Deterministic; for one thread at a time. */
@FunctionalInterface
interface Classifier {

    /**
     * The likeliest class. Of an item of which nothing is known it is the most frequent class, with
     * strength 0.
     */
    Guess guess(FeatureRow row);
}
