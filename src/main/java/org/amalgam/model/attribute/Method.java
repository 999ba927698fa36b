package org.amalgam.model.attribute;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The ways of guessing, each with the settings that validation chooses from. */
enum Method {
    KNN(1, 5, 15) {
        @Override
        List<? extends Classifier> fit(LabelledRows known, List<Double> settings, long seed) {
            return Neighbours.of(known, settings.stream().map(Double::intValue).toList());
        }
    },
    SVM(0.3, 3) {
        @Override
        List<? extends Classifier> fit(LabelledRows known, List<Double> settings, long seed) {
            return settings.stream().map(c -> TribuoClassifier.svm(known, c, seed)).toList();
        }
    },
    TREE(12, 40) {
        @Override
        List<? extends Classifier> fit(LabelledRows known, List<Double> settings, long seed) {
            return settings.stream()
                    .map(depth -> TribuoClassifier.tree(known, depth.intValue(), seed))
                    .toList();
        }
    };

    @SuppressWarnings("ImmutableEnumChecker") // a list that cannot be changed
    private final List<Double> settings;

    Method(double... settings) {
        this.settings = Arrays.stream(settings).boxed().toList();
    }

    /** Numbers of neighbours, costs of an error, or depths. */
    List<Double> settings() {
        return settings;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Trees read presence of frequent words, which they can split on; the others weights. */
    boolean readsPresence() {
        return this == TREE;
    }

    /** One a setting, in their order. They may share what they hold: for one thread together. */
    abstract List<? extends Classifier> fit(LabelledRows known, List<Double> settings, long seed);
}
