package org.amalgam.model.attribute;

/**
 * A guess beside what is true.
 *
 * @param strength of the guess, on its method's scale
 * @param truth key of the item's own value, which training need not have seen
 * @param guess key of the value guessed
 */
record Judged(double strength, String truth, String guess) {

    boolean right() {
        return truth.equals(guess);
    }
}
