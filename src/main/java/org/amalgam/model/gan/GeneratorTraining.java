package org.amalgam.model.gan;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.amalgam.domain.stage.TaskMonitor;
import org.nd4j.linalg.learning.config.Adam;

/**
 * Trains a generator of rows from content. By squared error it is to give warm items' rows; through
 * the softmax it is to give rows by which a frozen recommender ranks well: each step puts generated
 * rows in the place of a random quarter of the warm ones and takes the cross-entropy of session
 * states among all of them. A discriminator of (content, row) pairs may be added.
 */
final class GeneratorTraining implements AutoCloseable {

    private static final int STATES = 512;
    private static final int PAIRS = 256;
    private static final int MOST_ROWS = 8_192;
    private static final double RATE = 1e-3;
    private static final float ADVERSARIAL_WEIGHT = 0.3f;

    private final ColdSplit split;
    private final ContentInputs content;
    private final RowScale scale;
    private final float[] trainRows;
    private final float[] trainUnits;
    private final RowStates states;
    private final int[] usable;
    private final int[] placeInTrain;
    private final ColdStartMethod method;
    private final ContentGenerator generator;
    private final Discriminator discriminator;
    private final RowProducts products;
    private final SplittableRandom random;
    private final int width;
    private double loss;
    private double accuracy = 0.5;

    GeneratorTraining(ColdStartData data, ColdSplit split, ColdStartMethod method, long seed) {
        this.split = split;
        this.method = method;
        this.width = data.width();
        this.random = new SplittableRandom(seed);
        this.content = new ContentInputs(data.content(), split.train());
        this.trainRows = data.rowsOf(split.train());
        this.scale = new RowScale(trainRows, width);
        this.trainUnits = scale.toUnit(trainRows);
        this.placeInTrain = new int[data.items()];
        Arrays.fill(placeInTrain, -1);
        for (int i = 0; i < split.train().length; i++) {
            placeInTrain[split.train()[i]] = i;
        }
        this.states = data.training();
        this.usable =
                IntStream.range(0, states.count())
                        .filter(i -> placeInTrain[states.targets()[i]] >= 0)
                        .toArray();
        boolean adversarial = method == ColdStartMethod.ADVERSARIAL;
        Adam adam = adversarial ? new Adam(RATE, 0.5, 0.9, 1e-8) : new Adam(RATE);
        this.generator = new ContentGenerator(content.width(), width, seed, adam);
        this.discriminator = new Discriminator(content.width(), width, seed + 2);
        this.products = new RowProducts(width);
    }

    /** Takes so many steps and offers what the generator then says. */
    CandidateRows run(int from, int steps, TaskMonitor monitor) {
        double sum = 0;
        for (int step = 0; step < steps; step++) {
            monitor.checkCancelled();
            sum += method == ColdStartMethod.REGRESSION ? squaredErrorStep() : softmaxStep();
        }
        loss = sum / steps;
        return new CandidateRows(
                generate(split.held()), generate(split.cold()), from + steps, loss, accuracy);
    }

    private float[] generate(int[] items) {
        if (items.length == 0) {
            return new float[0];
        }
        return scale.toRows(generator.generate(content.of(items, items.length), items.length));
    }

    private double squaredErrorStep() {
        int[] places = drawnPlaces();
        int n = Math.min(PAIRS, places.length);
        float[] units = generator.forward(contentOf(places, n), n, random);
        float[] real = unitsOf(places, n);
        double sum = 0;
        float[] gradients = new float[units.length];
        for (int i = 0; i < units.length; i++) {
            float error = units[i] - real[i];
            sum += error * error;
            gradients[i] = 2 * error / units.length;
        }
        generator.learn(gradients, n);
        return sum / units.length;
    }

    private double softmaxStep() {
        int[] places = drawnPlaces();
        int replaced = Math.max(1, Math.min(places.length, MOST_ROWS) / 4);
        int[] drawn = drawnStates();
        int[] columns = columns(places, drawn);
        float[] inputs = contentOf(columns, replaced);
        float[] units = generator.forward(inputs, replaced, random);
        float[] gradients = new float[units.length];
        double mean = throughSoftmax(columns, replaced, units, drawn, gradients);
        scale.toUnitGradients(gradients);
        if (method == ColdStartMethod.ADVERSARIAL) {
            addAdversary(columns, inputs, units, Math.min(PAIRS, replaced), gradients);
        }
        generator.learn(gradients, replaced);
        return mean;
    }

    /** Fills gradients by the generated rows; returns the mean cross-entropy. */
    private double throughSoftmax(
            int[] columns, int replaced, float[] units, int[] drawn, float[] gradients) {
        float[] rows = new float[columns.length * width];
        System.arraycopy(scale.toRows(units), 0, rows, 0, replaced * width);
        int[] placeInColumns = new int[split.train().length];
        for (int c = 0; c < columns.length; c++) {
            placeInColumns[columns[c]] = c;
            if (c >= replaced) {
                System.arraycopy(trainRows, columns[c] * width, rows, c * width, width);
            }
        }
        float[] queries = new float[drawn.length * width];
        int[] targets = new int[drawn.length];
        for (int i = 0; i < drawn.length; i++) {
            System.arraycopy(states.queries(), drawn[i] * width, queries, i * width, width);
            targets[i] = placeInColumns[placeInTrain[states.targets()[drawn[i]]]];
        }
        float[] scores = products.scores(rows, columns.length, queries, 0, drawn.length);
        double mean = RowSoftmax.gradient(scores, columns.length, targets);
        float[] found = products.rowGradients(scores, replaced, drawn.length);
        System.arraycopy(found, 0, gradients, 0, found.length);
        return mean;
    }

    private void addAdversary(
            int[] columns, float[] inputs, float[] units, int n, float[] gradients) {
        float[] contexts = Arrays.copyOf(inputs, n * content.width());
        float[] generated = Arrays.copyOf(units, n * width);
        accuracy = discriminator.learn(contexts, unitsOf(columns, n), generated, n);
        float[] own = discriminator.generatorGradient(contexts, generated, n);
        for (int i = 0; i < own.length; i++) {
            gradients[i] += ADVERSARIAL_WEIGHT / n * own[i];
        }
    }

    /** All places among the warm items that teach, shuffled. */
    private int[] drawnPlaces() {
        int[] places = IntStream.range(0, split.train().length).toArray();
        ColdSplit.shuffle(places, random);
        return places;
    }

    private int[] drawnStates() {
        return IntStream.range(0, Math.min(STATES, usable.length))
                .map(i -> usable[random.nextInt(usable.length)])
                .toArray();
    }

    /** The first places, as many as fit, and the targets' wherever they stand. */
    private int[] columns(int[] places, int[] drawn) {
        if (places.length <= MOST_ROWS) {
            return places;
        }
        return IntStream.concat(
                        IntStream.of(places).limit(MOST_ROWS),
                        IntStream.of(drawn).map(state -> placeInTrain[states.targets()[state]]))
                .distinct()
                .toArray();
    }

    private float[] contentOf(int[] places, int n) {
        return content.of(IntStream.of(places).limit(n).map(p -> split.train()[p]).toArray(), n);
    }

    private float[] unitsOf(int[] places, int n) {
        float[] units = new float[n * width];
        for (int i = 0; i < n; i++) {
            System.arraycopy(trainUnits, places[i] * width, units, i * width, width);
        }
        return units;
    }

    @Override
    public void close() {
        products.close();
        generator.close();
        discriminator.close();
    }
}
