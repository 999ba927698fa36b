package org.amalgam.model.attribute;

/**
 * A value and how strongly a method holds to it.
 *
 * @param value number of the class
 * @param strength ≥ 0, on the method's own scale; 0 when nothing is known of the item
 */
record Guess(int value, double strength) {}
