package org.amalgam.model.attribute;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.amalgam.domain.Attribute;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.Item;

/**
 * Items whose value of one attribute is known, split at random: eight tenths train, one tenth
 * chooses, one tenth tests. Of large catalogues {@value #MOST_TRAINING} items at most train and
 * {@value #MOST_JUDGING} at most choose and test each, drawn at random by the same seed.
 */
record KnownItems(List<Item> all, List<Item> training, List<Item> validation, List<Item> test) {

    static final int MOST_TRAINING = 20_000;
    static final int MOST_JUDGING = 4_000;

    static KnownItems split(Catalogue catalogue, Attribute attribute, long seed) {
        List<Item> known = new ArrayList<>(catalogue.items());
        known.removeIf(item -> !AttributeValues.known(attribute, item));
        Collections.shuffle(known, new Random(seed));
        int validation = known.size() * 8 / 10;
        int test = known.size() * 9 / 10;
        return new KnownItems(
                known.subList(0, Math.min(known.size(), MOST_TRAINING)),
                known.subList(0, Math.min(validation, MOST_TRAINING)),
                known.subList(validation, Math.min(test, validation + MOST_JUDGING)),
                known.subList(test, Math.min(known.size(), test + MOST_JUDGING)));
    }

    AttributeFindings.Parts parts() {
        return new AttributeFindings.Parts(training.size(), validation.size(), test.size());
    }
}
