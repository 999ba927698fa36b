package org.amalgam.model.attribute;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Prediction;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.dtree.impurity.GiniIndex;
import org.tribuo.classification.liblinear.LibLinearClassificationTrainer;
import org.tribuo.classification.liblinear.LinearClassificationType;
import org.tribuo.classification.liblinear.LinearClassificationType.LinearType;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * A model of Tribuo as a classifier. Strength is how far the best class's score lies above the
 * second one's: of a decision tree the difference of their shares in the leaf, of a support vector
 * machine that of their decision values.
 */
final class TribuoClassifier implements Classifier {

    private static final int MOST_PASSES = 300;
    private static final double TOLERANCE = 0.1;

    /** Leaves times classes; Tribuo keeps an object for each. */
    private static final double MOST_LEAF_SCORES = 3e6;

    private final Model<Label> model;
    private final String[] names;
    private final int majority;

    private TribuoClassifier(LabelledRows known, Trainer<Label> trainer) {
        this.names = new String[known.width()];
        for (int i = 0; i < names.length; i++) {
            names[i] = Integer.toString(i);
        }
        this.majority = known.majority().value();
        this.model = trainer.train(dataset(known));
    }

    /** Of items that tell nothing, or of one value alone, nothing can be learned. */
    private static Classifier of(LabelledRows known, Trainer<Label> trainer) {
        Guess majority = new Guess(known.majority().value(), 0);
        return known.telling().distinct().count() < 2
                ? row -> majority
                : new TribuoClassifier(known, trainer);
    }

    /**
     * A linear support vector machine for several classes (Crammer and Singer 2001), solved in the
     * dual by LIBLINEAR (Keerthi et al. 2008).
     *
     * @param cost of an error, against the weights' squares
     */
    static Classifier svm(LabelledRows known, double cost, long seed) {
        return of(
                known,
                new LibLinearClassificationTrainer(
                        new LinearClassificationType(LinearType.MCSVM_CS),
                        cost,
                        MOST_PASSES,
                        TOLERANCE,
                        seed));
    }

    /**
     * A tree of binary splits that lower Gini impurity most (Breiman et al. 1984). With many
     * classes its leaves grow, so that all scores in all leaves stay within memory.
     *
     * @param depth most splits from root to leaf
     */
    static Classifier tree(LabelledRows known, int depth, long seed) {
        double weight = known.rows().size() * (double) known.classes() / MOST_LEAF_SCORES;
        return of(
                known,
                new CARTClassificationTrainer(
                        depth, (float) Math.max(1, weight), 0, 1, new GiniIndex(), seed));
    }

    private MutableDataset<Label> dataset(LabelledRows known) {
        LabelFactory labels = new LabelFactory();
        // The time is told, and always the same, so that one seed gives one model.
        MutableDataset<Label> dataset =
                new MutableDataset<>(
                        new SimpleDataSourceProvenance(
                                "catalogue",
                                OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC),
                                labels),
                        labels);
        for (int i = 0; i < known.labels().length; i++) {
            FeatureRow row = known.rows().get(i);
            // Tribuo takes no example without features, and this one teaches nothing.
            if (!row.isEmpty()) {
                dataset.add(example(row, new Label(Integer.toString(known.labels()[i]))));
            }
        }
        return dataset;
    }

    private ArrayExample<Label> example(FeatureRow row, Label label) {
        String[] own = new String[row.columns().length];
        for (int i = 0; i < own.length; i++) {
            own[i] = names[row.columns()[i]];
        }
        return new ArrayExample<>(label, own, row.values().clone());
    }

    @Override
    public Guess guess(FeatureRow row) {
        if (row.isEmpty()) {
            return new Guess(majority, 0);
        }
        Prediction<Label> prediction = model.predict(example(row, LabelFactory.UNKNOWN_LABEL));
        String best = prediction.getOutput().getLabel();
        double second = Double.NEGATIVE_INFINITY;
        for (Map.Entry<String, Label> one : prediction.getOutputScores().entrySet()) {
            if (!one.getKey().equals(best)) {
                second = Math.max(second, one.getValue().getScore());
            }
        }
        double strength = prediction.getOutput().getScore() - second;
        return new Guess(Integer.parseInt(best), Double.isFinite(strength) ? strength : 1);
    }
}
