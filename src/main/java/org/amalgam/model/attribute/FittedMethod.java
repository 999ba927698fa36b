package org.amalgam.model.attribute;

import java.util.List;
import java.util.Set;
import org.amalgam.domain.Attribute;
import org.amalgam.domain.Item;
import org.amalgam.model.content.ContentField;

/** A method fitted to items whose value is known, with what it needs to read others. */
final class FittedMethod {

    /** Columns times classes that a model may weigh, and that a tree may look at in a node. */
    private static final int MOST_WEIGHTS = 20_000_000;

    private static final int MOST_COUNTS = 1_000_000;
    private static final int MOST_COLUMNS = 20_000;
    private static final int MOST_TREE_COLUMNS = 2_000;
    private static final int LEAST_COLUMNS = 100;

    private final AttributeValues values;
    private final ItemEncoder encoder;
    private final Classifier classifier;

    private FittedMethod(AttributeValues values, ItemEncoder encoder, Classifier classifier) {
        this.values = values;
        this.encoder = encoder;
        this.classifier = classifier;
    }

    /** Items as rows of one kind, so that settings can be tried on them. */
    static final class Rows {

        private final AttributeValues values;
        private final ItemEncoder encoder;
        private final LabelledRows rows;

        /**
         * @param training which all have a value
         * @param presence as {@link ItemEncoder} takes it
         */
        Rows(AttributeValues values, Attribute attribute, List<Item> training, boolean presence) {
            this.values = values;
            this.encoder =
                    new ItemEncoder(
                            training, attribute, columns(values.count(), presence), presence);
            this.rows =
                    new LabelledRows(
                            training.stream().map(encoder::encode).toList(),
                            encoder.width(),
                            training.stream().mapToInt(values::classOf).toArray(),
                            values.count());
        }

        private static int columns(int classes, boolean presence) {
            int room = (presence ? MOST_COUNTS : MOST_WEIGHTS) / classes;
            int most = presence ? MOST_TREE_COLUMNS : MOST_COLUMNS;
            return Math.max(LEAST_COLUMNS, Math.min(most, room));
        }

        /** One a setting, in their order. */
        List<FittedMethod> fit(Method method, List<Double> settings, long seed) {
            return method.fit(rows, settings, seed).stream()
                    .map(classifier -> new FittedMethod(values, encoder, classifier))
                    .toList();
        }

        FittedMethod majority() {
            Guess guess = rows.majority();
            return new FittedMethod(values, encoder, row -> guess);
        }
    }

    /** A guess, and what of the item it was made from. */
    record Look(Guess guess, Set<ContentField> told) {}

    /** Guesses at an item's value. */
    Look look(Item item) {
        FeatureRow row = encoder.encode(item);
        return new Look(classifier.guess(row), encoder.told(row));
    }

    /**
     * Lets methods fitted to the same rows guess at an item that has a value; it is encoded once.
     */
    static List<Judged> judge(List<FittedMethod> methods, Item item) {
        FeatureRow row = methods.get(0).encoder.encode(item);
        return methods.stream().map(method -> method.judge(item, row)).toList();
    }

    private Judged judge(Item item, FeatureRow row) {
        Guess guess = classifier.guess(row);
        return new Judged(
                guess.strength(), values.key(item), values.key(guess.value()), encoder.told(row));
    }

    AttributeValues values() {
        return values;
    }
}
