package org.amalgam.model.attribute;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The ways of guessing, each with the settings that validation chooses from. */
enum Method {
    KNN(1, 5, 15) {
        @Override
        Classifier fit(LabelledRows known, double setting, long seed) {
            return new Neighbours(known, (int) setting);
        }
    },
    SVM(0.3, 3) {
        @Override
        Classifier fit(LabelledRows known, double setting, long seed) {
            return TribuoClassifier.svm(known, setting, seed);
        }
    },
    TREE(12, 40) {
        @Override
        Classifier fit(LabelledRows known, double setting, long seed) {
            return TribuoClassifier.tree(known, (int) setting, seed);
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

    abstract Classifier fit(LabelledRows known, double setting, long seed);
}
