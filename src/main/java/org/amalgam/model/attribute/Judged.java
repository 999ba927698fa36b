package org.amalgam.model.attribute;

import java.util.Set;
import org.amalgam.model.content.ContentField;

/**
 * A guess beside what is true.
 *
 * @param strength of the guess, on its method's scale
 * @param truth key of the item's own value, which training need not have seen
 * @param guess key of the value guessed
 * @param told what it was guessed from
 */
record Judged(double strength, String truth, String guess, Set<ContentField> told) {

    boolean right() {
        return truth.equals(guess);
    }
}
