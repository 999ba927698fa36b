package org.amalgam.model.attribute;

import java.util.List;
import java.util.Optional;
import org.amalgam.domain.Attribute;
import org.amalgam.domain.ImputedAttributes.Imputed;

/**
 * How well one attribute can be guessed, and what was guessed.
 *
 * @param known items with a value
 * @param missing items without
 * @param classes that training items have; 0 when nothing was compared
 * @param unseen test items whose value no training item has: a miss for everybody
 * @param told by test item, whether its titles name the value; of brands, else false throughout
 * @param methods figures of the test part, {@code majority} first; empty when nothing was compared
 * @param chosen the best on validation; empty when none beats the majority there
 * @param tested what of the test part would have been filled
 * @param imputed guesses at missing values, of {@link AttributeComparison#CONFIDENT} or more
 * @param note why nothing was compared, or else why nothing was filled
 */
public record AttributeFindings(
        Attribute attribute,
        int known,
        int missing,
        int classes,
        Parts parts,
        int unseen,
        List<Boolean> told,
        List<MethodFindings> methods,
        Optional<String> chosen,
        Filled tested,
        List<Imputed> imputed,
        Optional<String> note) {

    public AttributeFindings {
        told = List.copyOf(told);
        methods = List.copyOf(methods);
        imputed = List.copyOf(imputed);
    }

    /** Numbers of items that trained, chose and tested. */
    public record Parts(int training, int validation, int test) {}

    /**
     * Confident guesses at values that are known after all.
     *
     * @param guesses confident enough to be written down
     * @param right of them
     * @param confidence their mean confidence; 0 without any
     */
    public record Filled(int guesses, int right, double confidence) {

        static final Filled NONE = new Filled(0, 0, 0);
    }

    static AttributeFindings none(Attribute attribute, int known, int missing, String reason) {
        return new AttributeFindings(
                attribute,
                known,
                missing,
                0,
                new Parts(0, 0, 0),
                0,
                List.of(),
                List.of(),
                Optional.empty(),
                Filled.NONE,
                List.of(),
                Optional.of(reason));
    }
}
